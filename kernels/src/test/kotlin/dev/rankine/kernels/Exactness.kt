package dev.rankine.kernels

import dev.rankine.conformance.Form
import dev.rankine.conformance.HostData
import dev.rankine.ops.Evaluator
import dev.rankine.ops.Op
import dev.rankine.ops.plain.PlainBackend
import dev.rankine.ops.toDoubleArray
import dev.rankine.shapes.DType
import dev.rankine.shapes.Sizes
import io.kotest.assertions.withClue
import io.kotest.matchers.nulls.shouldNotBeNull
import io.kotest.matchers.shouldBe
import java.util.Random

/** Kernels of vectors of three widths against the rows in float64: sizes and numbers beyond those of the suites. */
internal object Exactness {
    private val oracle = PlainBackend("oracle", kernels = false)

    /** One backend per width. */
    val backends: List<VectorBackend> = listOf(128, 256, 512).map { VectorBackend(it, "vector-$it") }

    /** Normally distributed numbers. */
    fun normal(random: Random, dtype: DType, vararg sizes: Int): HostData = numbers(dtype, *sizes) { random.nextGaussian() }

    /** The numbers that [next] gives. */
    fun numbers(dtype: DType, vararg sizes: Int, next: (Int) -> Double): HostData =
        HostData.of(dtype, Sizes.of(*sizes)).also { for (i in 0 until it.sizes.elements) it.set(i, next(i)) }

    /**
     * Runs [op] on all backends, and its row on [operands] in float64. Results may differ by [units] in the last place of [scale], of the
     * largest finite number of the result, or, with [ofSizes], of the result of the operands' sizes, or of those of [scales] that are given,
     * one a result; NaN and infinities must agree.
     */
    fun <A : Any> check(
        op: Op<A>,
        attributes: A,
        operands: List<HostData>,
        units: Double,
        forms: List<Form> = listOf(Form.DENSE),
        ofSizes: Boolean = false,
        scales: List<Double?> = emptyList(),
    ) {
        // the row is slow: once for all forms that hold the same elements
        for ((data, same) in forms.groupBy { form -> operands.map { form.fitting(it) } }) {
            val exact = exact(op, attributes, data)
            val scale = if (ofSizes) exact(op, attributes, data.map { sizes(it) })[0].max() else null
            for (form in same) {
                for (backend in backends) {
                    val inputs = data.map { form.place(it, backend) }.toTypedArray()
                    withClue("${backend.name}: $op of ${inputs.joinToString { "${it.dtype} ${it.layout}" }} with $attributes") {
                        backend.kernel(op, attributes, inputs).shouldNotBeNull()
                        val given = Evaluator.apply(op, attributes, inputs)
                        for (i in exact.indices) {
                            near(given[i].toDoubleArray(), exact[i], units * unit(given[i].dtype), scales.getOrNull(i) ?: scale)
                        }
                    }
                }
            }
        }
    }

    private fun <A : Any> exact(op: Op<A>, attributes: A, data: List<HostData>): List<DoubleArray> =
        Evaluator.apply(op, attributes, data.map { Form.DENSE.place(wide(it), oracle) }.toTypedArray()).map { it.toDoubleArray() }

    private fun sizes(data: HostData): HostData = numbers(data.dtype, *data.sizes.toIntArray()) { Math.abs(data.double(it)) }

    private fun wide(data: HostData): HostData =
        if (data.dtype.isFloating) numbers(DType.F64, *data.sizes.toIntArray()) { data.double(it) } else data

    private fun unit(dtype: DType): Double =
        when (dtype) {
            DType.F32 -> Math.ulp(1f).toDouble()
            DType.F64 -> Math.ulp(1.0)
            else -> 0.0
        }

    private fun near(given: DoubleArray, exact: DoubleArray, relative: Double, scale: Double?) {
        given.size shouldBe exact.size
        val allowed = relative * (scale ?: exact.filter { it.isFinite() }.maxOfOrNull { Math.abs(it) } ?: 0.0)
        for (i in exact.indices) {
            val same = given[i] == exact[i] || (given[i].isNaN() && exact[i].isNaN())
            if (!same &&
                !(Math.abs(given[i] - exact[i]) <= allowed)
            ) {
                withClue("element $i, $allowed allowed") { given[i] shouldBe exact[i] }
            }
        }
    }
}
