package dev.rankine.kernels.lanes

/** Products of float64 matrices. */
internal object GemmF64 : FloatingGemm(Double.SIZE_BYTES, TileF64.ROWS, TileF64.COLUMNS, BlockF64.DEPTH, BlockF64.SCRATCH) {
    override fun turns(m: Int, n: Int, k: Int, bDown: Long, bRight: Long): Boolean = TurnedF64.suits(m, n, k, bDown, bRight)

    override fun tiles(
        m: Int,
        n: Int,
        k: Int,
        a: Long,
        aDown: Long,
        aRight: Long,
        b: Long,
        bDown: Long,
        bRight: Long,
        c: Long,
        cDown: Long,
        add: Boolean,
        bias: Long,
        relu: Boolean,
        scratch: Long,
    ): Unit = BlockF64.multiply(m, n, k, a, aDown, aRight, b, bDown, bRight, c, cDown, add, bias, relu, scratch)

    override fun dotTiles(
        m: Int,
        n: Int,
        k: Int,
        a: Long,
        aDown: Long,
        b: Long,
        bRight: Long,
        c: Long,
        cDown: Long,
        add: Boolean,
        scratch: Long,
    ): Unit = DotTileF64.multiply(m, n, k, a, aDown, b, bRight, c, cDown, add, scratch)

    override fun row(n: Int, k: Int, x: Long, right: Long, b: Long, bDown: Long, c: Long, add: Boolean, scratch: Long): Unit =
        RowF64.multiply(n, k, x, right, b, bDown, c, add, scratch)

    override fun dots(m: Int, k: Int, a: Long, aDown: Long, x: Long, c: Long, cDown: Long, add: Boolean, scratch: Long): Unit =
        DotsF64.multiply(m, k, a, aDown, x, c, cDown, add, scratch)

    override fun dot(k: Int, a: Long, b: Long, tile: Long): Double = DotF64.run(a, b, k, tile)

    override fun finish(m: Int, n: Int, c: Long, cDown: Long, bias: Long, relu: Boolean) {
        if (bias != 0L) FinishF64.bias(m, n, bias, c, cDown)
        if (relu) FinishF64.relu(m, n, c, cDown)
    }
}
