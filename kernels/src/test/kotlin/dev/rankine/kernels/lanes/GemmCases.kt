package dev.rankine.kernels.lanes

import java.lang.foreign.Arena
import java.lang.foreign.MemorySegment
import java.lang.foreign.ValueLayout
import java.util.SplittableRandom

/** Products of many sizes and strides against a loop in double. Defined once per width, like the kernels; gives a sentence for each that fails. */
internal class GemmCases : () -> List<String> {
    private val problems = mutableListOf<String>()
    private var index = 0

    override fun invoke(): List<String> {
        for ((gemm, lanes) in listOf(GemmF32 to Lanes.F32.length(), GemmF64 to Lanes.F64.length())) {
            val rows = TileF32.ROWS
            val heights = setOf(0, 1, 3, 4, 7, rows - 1, rows, rows + 1, 2 * rows + 5)
            val widths = setOf(0, 1, 3, 5, lanes - 1, lanes, lanes + 1, 2 * lanes - 1, 2 * lanes, 3 * lanes + 3)
            for (m in heights) {
                for (n in widths) {
                    for (form in 0 until FORMS) check(gemm, m, n, 19, form)
                    check(gemm, m, n, 0, index % FORMS)
                    check(gemm, m, n, 1, index % FORMS)
                }
            }
            // above the blocks, shared among threads, long sums
            for ((m, n, k) in LARGE) for (form in listOf(0, 3, 4, 5, 6)) check(gemm, m, n, k, form)
            for (n in listOf(8 * lanes, 8 * lanes + 1, 9 * lanes, 600)) {
                for (form in 0 until FORMS) {
                    check(gemm, 1, n, 400, form)
                    check(gemm, n, 1, 400, form)
                }
            }
            sameBits(gemm)
        }
        return problems
    }

    private class Matrix(arena: Arena, val bytes: Int, val down: Int, val right: Int, elements: Int) {
        val segment: MemorySegment = arena.allocate((MARGIN + elements + MARGIN) * bytes.toLong(), 64L)
        val address: Long = segment.address() + MARGIN * bytes.toLong()

        operator fun get(i: Int, j: Int): Double {
            val at = (MARGIN + i * down + j * right).toLong()
            if (bytes == 4) return segment.getAtIndex(ValueLayout.JAVA_FLOAT, at).toDouble()
            return segment.getAtIndex(ValueLayout.JAVA_DOUBLE, at)
        }

        fun fill(number: () -> Double) {
            for (i in 0 until segment.byteSize() / bytes) {
                if (bytes ==
                    4
                ) {
                    segment.setAtIndex(ValueLayout.JAVA_FLOAT, i, number().toFloat())
                } else {
                    segment.setAtIndex(ValueLayout.JAVA_DOUBLE, i, number())
                }
            }
        }
    }

    private fun matrix(arena: Arena, gemm: Gemm, rows: Int, columns: Int, isTransposed: Boolean, gap: Int): Matrix {
        val (length, count) = if (isTransposed) rows + gap to columns else columns + gap to rows
        return Matrix(arena, gemm.bytes, if (isTransposed) 1 else length, if (isTransposed) length else 1, length * count)
    }

    /** [form]: bit 0 left transposed, bit 1 right transposed, bit 2 gaps and epilogues. */
    private fun check(gemm: Gemm, m: Int, n: Int, k: Int, form: Int): Unit = Arena.ofConfined().use { check(it, gemm, m, n, k, form) }

    private fun check(arena: Arena, gemm: Gemm, m: Int, n: Int, k: Int, form: Int) {
        val random = SplittableRandom(index++.toLong())
        val gap = if (form and 4 != 0) 1 + index % 3 else 0
        val (add, relu, biased) = Triple(gap > 0 && index % 2 == 0, gap > 0 && index % 3 != 0, gap > 0 && index % 5 < 3)
        val a = matrix(arena, gemm, m, k, form and 1 != 0, gap)
        val b = matrix(arena, gemm, k, n, form and 2 != 0, gap)
        val c = Matrix(arena, gemm.bytes, n + gap, 1, (n + gap) * m)
        val bias = Matrix(arena, gemm.bytes, 0, 1, n)
        val special = index % 7 == 0
        listOf(a, b, bias).forEach {
            it.fill { if (special && random.nextInt(9) == 0) SPECIAL[random.nextInt(3)] else random.nextDouble(-1.0, 1.0) }
        }
        c.fill { GUARD }
        multiply(gemm, m, n, k, a, b, c, add, if (biased) bias.address else 0L, relu, shared = true)
        val left = Array(m) { i -> DoubleArray(k) { a[i, it] } }
        val right = Array(n) { j -> DoubleArray(k) { b[it, j] } }
        for (i in 0 until m) {
            for (j in 0 until n) {
                var sum = if (add) GUARD else 0.0
                var size = 1.0 + sum
                for (x in 0 until k) {
                    val product = left[i][x] * right[j][x]
                    sum += product
                    size += Math.abs(product)
                }
                if (biased) sum += bias[0, j]
                if (relu) sum = Math.max(sum, 0.0)
                val near = Math.abs(c[i, j] - sum) <= size * (if (gemm.bytes == 4) 4e-6 else 1e-14)
                if (!near && c[i, j].compareTo(sum) != 0) {
                    problems +=
                        "${gemm.bytes * 8} bits [$m, $k] [$k, $n] form $form add $add bias $biased relu $relu: ($i, $j) is ${c[i, j]} instead of $sum"
                    return
                }
            }
        }
        val outside =
            (-MARGIN until 0).map { c[0, it] } + (0 until m).flatMap { i -> (n until n + gap).map { c[i, it] } } +
                (0 until MARGIN).map { c[m, it] }
        if (outside.any { it != GUARD }) problems += "${gemm.bytes * 8} bits [$m, $k] [$k, $n] form $form: written outside of the result"
    }

    private fun multiply(
        gemm: Gemm,
        m: Int,
        n: Int,
        k: Int,
        a: Matrix,
        b: Matrix,
        c: Matrix,
        add: Boolean,
        bias: Long,
        relu: Boolean,
        shared: Boolean,
    ) {
        val (ad, ar) = a.down.toLong() to a.right.toLong()
        val (bd, br) = b.down.toLong() to b.right.toLong()
        if (shared) {
            gemm.multiply(m, n, k, a.address, ad, ar, b.address, bd, br, c.address, c.down.toLong(), add, bias, relu)
        } else {
            gemm.single(m, n, k, a.address, ad, ar, b.address, bd, br, c.address, c.down.toLong(), add, bias, relu)
        }
    }

    /** On one thread and on several. */
    private fun sameBits(gemm: Gemm) {
        for ((m, n, k) in LARGE) for (form in 0 until 4) Arena.ofConfined().use { sameBits(it, gemm, m, n, k, form) }
    }

    private fun sameBits(arena: Arena, gemm: Gemm, m: Int, n: Int, k: Int, form: Int) {
        val random = SplittableRandom(index++.toLong())
        val a = matrix(arena, gemm, m, k, form and 1 != 0, 0).apply { fill { random.nextDouble(-1.0, 1.0) } }
        val b = matrix(arena, gemm, k, n, form and 2 != 0, 0).apply { fill { random.nextDouble(-1.0, 1.0) } }
        val (one, many) = List(2) { matrix(arena, gemm, m, n, false, 0).apply { fill { GUARD } } }
        multiply(gemm, m, n, k, a, b, one, false, 0L, false, shared = false)
        multiply(gemm, m, n, k, a, b, many, false, 0L, false, shared = true)
        if (one.segment.mismatch(many.segment) == -1L) return
        problems += "${gemm.bytes * 8} bits [$m, $k] [$k, $n] form $form: other bits on several threads"
    }

    private companion object {
        const val FORMS = 8
        const val MARGIN = 5
        const val GUARD = 77.0
        val SPECIAL = listOf(Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY)
        val LARGE =
            listOf(
                Triple(37, 1100, 15),
                Triple(70, 45, 800),
                Triple(301, 10, 390),
                Triple(10, 301, 390),
                Triple(1, 1200, 900),
                Triple(1200, 1, 900),
                Triple(3, 700, 500),
                Triple(2, 2, 20_000),
                Triple(1, 1, 70),
                Triple(1, 1, 70_001),
                Triple(1, 1, 600_007),
                Triple(61, 300, 400),
                Triple(192, 144, 400),
                Triple(48, 163, 230),
                Triple(203, 70, 30),
                Triple(4, 37, 1101),
                Triple(37, 5, 200),
                Triple(40, 12, 1037),
                // 16 MiB and more, whose rows threads share
                Triple(1, 2050, 2050),
                Triple(1, 2100, 37),
                Triple(610, 1024, 21),
            )
    }
}
