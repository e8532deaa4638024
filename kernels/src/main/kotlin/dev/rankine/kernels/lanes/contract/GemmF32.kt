package dev.rankine.kernels.lanes

/** Products of float32 matrices. */
internal object GemmF32 : FloatingGemm(Float.SIZE_BYTES, TileF32.ROWS, TileF32.COLUMNS, BlockF32.DEPTH, BlockF32.SCRATCH) {
    override fun turns(m: Int, n: Int, k: Int, bDown: Long, bRight: Long): Boolean = TurnedF32.suits(m, n, k, bDown, bRight)

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
    ): Unit = BlockF32.multiply(m, n, k, a, aDown, aRight, b, bDown, bRight, c, cDown, add, bias, relu, scratch)

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
    ): Unit = DotTileF32.multiply(m, n, k, a, aDown, b, bRight, c, cDown, add, scratch)

    override fun row(n: Int, k: Int, x: Long, right: Long, b: Long, bDown: Long, c: Long, add: Boolean, scratch: Long): Unit =
        RowF32.multiply(n, k, x, right, b, bDown, c, add, scratch)

    override fun dots(m: Int, k: Int, a: Long, aDown: Long, x: Long, c: Long, cDown: Long, add: Boolean, scratch: Long): Unit =
        DotsF32.multiply(m, k, a, aDown, x, c, cDown, add, scratch)

    override fun dot(k: Int, a: Long, b: Long, tile: Long): Double = DotF32.run(a, b, k, tile)

    override fun finish(m: Int, n: Int, c: Long, cDown: Long, bias: Long, relu: Boolean) {
        if (bias != 0L) FinishF32.bias(m, n, bias, c, cDown)
        if (relu) FinishF32.relu(m, n, c, cDown)
    }
}
