package dev.rankine.kernels.lanes

/** Products of float32 matrices. */
internal object GemmF32 : Gemm(Float.SIZE_BYTES, TileF32.ROWS, TileF32.COLUMNS, BlockF32.SCRATCH) {
    override fun block(
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
}
