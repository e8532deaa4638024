package dev.rankine.ops.plain.kernels

import dev.rankine.ops.plain.Workers

/**
 * How the result of a product is shared among threads: tiles of [rows] rows, [count] in all, claimed [grain] at a time.
 * No result depends on it.
 */
internal class Tiles private constructor(val rows: Int, val count: Int, val grain: Int) {
    companion object {
        /** Work, in floating-point operations, below which a second thread costs more than it gives. */
        private const val SMALL = 2e5

        /** Tiles for [m] rows and [columns] blocks of columns; [work] is the number of operations of all. */
        fun of(m: Int, columns: Int, work: Double): Tiles {
            if (work < SMALL || Workers.count == 1) return Tiles(maxOf(m, 1), if (m == 0) 0 else columns, maxOf(columns, 1))
            val parts = maxOf(1, (2 * Workers.count + columns - 1) / columns)
            val rows = maxOf(24, ((m + parts - 1) / parts + 2) / 3 * 3)
            return Tiles(rows, (m + rows - 1) / rows * columns, 1)
        }
    }
}
