package dev.rankine.golden.ops

/** PyTorch's ops that Rankine has. */
internal val opAdapters: AdapterTable =
    AdapterTable().apply {
        elementwise()
        reductions()
        norms()
        channels()
        losses()
        marginLosses()
        contractions()
        convolutions()
        movements()
        indexing()
        creations()
        pooling()
        resizing()
    }
