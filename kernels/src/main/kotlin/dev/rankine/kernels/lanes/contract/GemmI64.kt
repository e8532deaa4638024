package dev.rankine.kernels.lanes

/** Products of int64 matrices; thin ones are no special case. */
internal object GemmI64 : Gemm(Long.SIZE_BYTES, rows = 1, BlockI64.COLUMNS, BlockI64.SCRATCH) {
    override fun way(m: Int, n: Int, k: Int, aDown: Long, aRight: Long, bDown: Long, bRight: Long, cDown: Long): Way = Way.TILES

    override fun compute(
        way: Way,
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
    ) {
        BlockI64.multiply(m, n, k, a, aDown, aRight, b, bDown, bRight, c, cDown, add, scratch)
        BlockI64.finish(m, n, c, cDown, bias, relu)
    }
}
