package dev.rankine.ops.plain.kernels

/** How many rows of b are packed at a time. */
internal const val GEMM_DEPTH = 256

/** How long a packed row of b is. */
internal const val GEMM_WIDTH = 256

/** Where number [i] of row [r] of a block of [rows] rows lies: four numbers of each row after another. */
internal fun place(i: Int, r: Int, rows: Int): Int = (i shr 2) * 4 * rows + r * 4 + (i and 3)
