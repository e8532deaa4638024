package dev.rankine.kernels.lanes

import java.lang.foreign.Arena
import java.lang.foreign.MemorySegment
import java.lang.foreign.ValueLayout
import java.util.SplittableRandom

/*
 * The rate of float32 products on one thread beside that of the bare micro-kernel, in one run. The two calls are TileF32.multiply on packed
 * operands that stay in the first-level cache and GemmF32.single on whole matrices; each round times both, so that what disturbs the machine
 * disturbs both. Run with the classes and test classes of this module: dev.rankine.kernels.lanes.SgemmRateKt
 */

private val arena = Arena.global()

private fun matrix(elements: Int): MemorySegment {
    val random = SplittableRandom(1)
    val segment = arena.allocate(4L * elements, 64L)
    for (i in 0L until elements) segment.setAtIndex(ValueLayout.JAVA_FLOAT, i, random.nextDouble(-1.0, 1.0).toFloat())
    return segment
}

/** Operations a nanosecond: those of [work] in one call. */
private inline fun rate(work: Double, call: () -> Unit): Double {
    val times = maxOf(1, (LEAST / work).toInt())
    val start = System.nanoTime()
    repeat(times) { call() }
    return work * times / (System.nanoTime() - start)
}

private const val LEAST = 2e7
private const val DEPTH = 256
private const val ROUNDS = 40

private class Product(val m: Int, val k: Int, val n: Int, val left: Boolean = false, val right: Boolean = false) {
    private val a = matrix(m * k).address()
    private val b = matrix(k * n).address()
    private val c = matrix(m * n).address()
    val work = Gemm.work(m, n, k)

    fun run() {
        val (aDown, aRight) = if (left) 1L to m.toLong() else k.toLong() to 1L
        val (bDown, bRight) = if (right) 1L to k.toLong() else n.toLong() to 1L
        GemmF32.single(m, n, k, a, aDown, aRight, b, bDown, bRight, c, n.toLong())
    }

    override fun toString(): String = "[$m, $k]${if (left) "T" else ""} [$k, $n]${if (right) "T" else ""}"
}

internal fun main() {
    val a = matrix(TileF32.ROWS * DEPTH).address()
    val b = matrix(TileF32.COLUMNS * DEPTH).address()
    val c = matrix(TileF32.ROWS * TileF32.COLUMNS).address()
    val width = TileF32.COLUMNS
    val bareWork = Gemm.work(TileF32.ROWS, width, DEPTH)
    val squares = listOf(64, 100, 128, 256, 512, 1024, 2048).map { Product(it, it, it) }
    val transposed = listOf(Product(1024, 1024, 1024, left = true), Product(1024, 1024, 1024, right = true))
    // the products of one step of the network 784-512-256-10 with 128 examples: forward, then by weight and by input
    val layers =
        listOf(784 to 512, 512 to 256, 256 to 10).flatMap { (inner, outer) ->
            listOf(Product(128, inner, outer, right = true), Product(outer, 128, inner, left = true), Product(128, outer, inner))
        }
    for (product in squares + layers) repeat(20) { rate(product.work) { product.run() } }
    println("GFLOP/s on one thread, vectors of ${Lanes.BITS} bits: median of products, of the bare micro-kernel, of their quotients")
    for (product in squares + transposed + layers) {
        val pairs =
            List(ROUNDS) {
                val whole = rate(product.work) { product.run() }
                whole to rate(bareWork) { TileF32.multiply(TileF32.ROWS, width, DEPTH, a, b, width.toLong(), c, width.toLong()) }
            }
        val warm = pairs.drop(ROUNDS / 2)
        val medians = listOf(warm.map { it.first }, warm.map { it.second }, warm.map { it.first / it.second }).map(::median)
        println("%-24s %6.1f %6.1f  %.2f".format(product, medians[0], medians[1], medians[2]))
    }
}

private fun median(numbers: List<Double>): Double = numbers.sorted()[numbers.size / 2]
