package dev.rankine.benchmarks

import java.lang.foreign.Arena
import java.lang.invoke.MethodHandle
import java.lang.invoke.MethodHandles

/**
 * The micro-kernel of the vector backend's float32 products, alone on packed operands in the first cache: what a whole product is measured against.
 * It is no public function, so it is called by name.
 */
internal object BareTile {
    private const val DEPTH = 256
    private const val CALLS = 2000
    private const val LINE = 64L
    private val tile = Class.forName("dev.rankine.kernels.lanes.TileF32")
    private val multiply: MethodHandle
    private val rows = constant("ROWS")
    private val columns = constant("COLUMNS")

    init {
        val int = Int::class.javaPrimitiveType
        val long = Long::class.javaPrimitiveType
        val method = tile.getDeclaredMethod("multiply", int, int, int, long, long, long, long, long)
        method.isAccessible = true
        multiply = MethodHandles.lookup().unreflect(method)
    }

    /** Operations in a nanosecond: GFLOP/s. */
    fun rate(warmUp: Int, count: Int): Double {
        Arena.ofConfined().use { arena ->
            val a = arena.allocate(4L * DEPTH * rows, LINE).address()
            val b = arena.allocate(4L * DEPTH * columns, LINE).address()
            val c = arena.allocate(4L * rows * columns, LINE).address()
            val times = Times.of(warmUp, count) { repeat(CALLS) { product(a, b, c) } }
            return 2.0 * rows * columns * DEPTH / times.median(CALLS)
        }
    }

    private fun product(a: Long, b: Long, c: Long) {
        multiply.invokeExact(rows, columns, DEPTH, a, b, columns.toLong(), c, columns.toLong()) as Unit
    }

    private fun constant(name: String): Int = tile.getDeclaredField(name).also { it.isAccessible = true }.getInt(null)
}
