package dev.rankine.kernels.lanes

import dev.rankine.kernels.lanes.Lanes.ALL
import java.lang.foreign.ValueLayout

/** How elements of one type are folded into cells of eight bytes, a double or a long each. Steps are in bytes. */
internal abstract class Fold {
    /** Fills [count] cells with what is folded of no element. */
    abstract fun start(cells: Long, count: Int)

    /** Folds `x[i * across + j * step]` for [count] numbers j into cell i, for [results] cells. */
    abstract fun runs(x: Long, across: Long, results: Int, step: Long, count: Int, cells: Long, tile: Long)

    /** Folds `x[r * down + j]`, elements that lie next to each other, for [rows] numbers r into cell j. */
    abstract fun rows(x: Long, down: Long, rows: Int, columns: Int, cells: Long, tile: Long)

    /** Folds [count] cells [from] into others. */
    abstract fun join(from: Long, count: Int, cells: Long)

    /** Stores [count] cells as results from [y] on. */
    abstract fun finish(cells: Long, count: Int, y: Long)
}

/** The double in cell [i]. */
internal fun doubleCell(cells: Long, i: Int): Double = ALL.get(ValueLayout.JAVA_DOUBLE, cells + 8L * i)

/** Sets cell [i]. */
internal fun setDoubleCell(cells: Long, i: Int, number: Double): Unit = ALL.set(ValueLayout.JAVA_DOUBLE, cells + 8L * i, number)

/** The long in cell [i]. */
internal fun longCell(cells: Long, i: Int): Long = ALL.get(ValueLayout.JAVA_LONG, cells + 8L * i)

/** Sets cell [i]. */
internal fun setLongCell(cells: Long, i: Int, number: Long): Unit = ALL.set(ValueLayout.JAVA_LONG, cells + 8L * i, number)
