package dev.rankine.golden.ops

/** PyTorch's ops that Rankine has. */
internal val opAdapters: AdapterTable =
    AdapterTable().apply {
        elementwise()
        reductions()
        norms()
        losses()
        marginLosses()
        contractions()
        movements()
        indexing()
        creations()
    }
