package dev.rankine.golden.ops

/** PyTorch's ops that Rankine has. */
internal val opAdapters: AdapterTable =
    AdapterTable().apply {
        elementwise()
        reductions()
        norms()
        channels()
        losses()
        contractions()
        movements()
        indexing()
        creations()
    }
