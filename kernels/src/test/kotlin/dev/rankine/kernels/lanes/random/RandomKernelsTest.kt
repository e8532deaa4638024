package dev.rankine.kernels.lanes

import dev.rankine.conformance.Form
import dev.rankine.conformance.HostData
import dev.rankine.kernels.VectorBackend
import dev.rankine.ops.BernoulliAttributes
import dev.rankine.ops.DropoutAttributes
import dev.rankine.ops.Evaluator
import dev.rankine.ops.Op
import dev.rankine.ops.RandomAttributes
import dev.rankine.ops.RandomIntegerAttributes
import dev.rankine.ops.bernoulliOp
import dev.rankine.ops.dropoutOp
import dev.rankine.ops.normalOp
import dev.rankine.ops.plain.PlainBackend
import dev.rankine.ops.randintOp
import dev.rankine.ops.randpermOp
import dev.rankine.ops.uniformOp
import dev.rankine.shapes.DType
import dev.rankine.shapes.Sizes
import io.kotest.assertions.withClue
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.booleans.shouldBeTrue
import io.kotest.matchers.nulls.shouldNotBeNull
import io.kotest.matchers.shouldBe
import kotlin.math.abs

/** Draws of the vector backend against those of the rows: the same bits, normal numbers within 2 units of the last place. */
internal class RandomKernelsTest :
    FunSpec({
        val rows = PlainBackend(kernels = false)
        val backends = listOf(128, 256, 512).map { VectorBackend(it, "vector-$it") }
        val lengths = listOf(0, 1, 2, 3, 4, 5, 31, 33, 1023, 1024, 1025, 2050, 30_001)
        val seeds = listOf(0L to 0L, -7L to 0xfffffffcL, 0x123456789abcdefL to (1L shl 40))

        fun <A : Any> check(op: Op<A>, attributes: (RandomAttributes) -> A, dtype: DType, isClose: (HostData, HostData, Int) -> Boolean) {
            for (n in lengths) {
                for ((key, counter) in seeds) {
                    val all = attributes(RandomAttributes(Sizes.of(n), dtype, key, counter))
                    val expected = HostData.of(Evaluator.apply(op, all, emptyArray(), rows)[0])
                    for (backend in backends) {
                        backend.kernel(op, all, emptyArray()).shouldNotBeNull()
                        val found = HostData.of(Evaluator.apply(op, all, emptyArray(), backend)[0])
                        withClue("${backend.name}: $n of $dtype, key $key, counter $counter") {
                            (0 until n).firstOrNull { !isClose(found, expected, it) } shouldBe null
                        }
                    }
                }
            }
        }

        fun same(a: HostData, b: HostData, i: Int): Boolean = a.double(i) == b.double(i) && a.long(i) == b.long(i)

        test("uniform numbers") {
            check(uniformOp, { it }, DType.F32, ::same)
            check(uniformOp, { it }, DType.F64, ::same)
        }
        test("normal numbers") {
            check(normalOp, { it }, DType.F32) { a, b, i -> abs(a.double(i) - b.double(i)) <= 2 * Math.ulp(b.double(i).toFloat()) }
            check(normalOp, { it }, DType.F64) { a, b, i -> abs(a.double(i) - b.double(i)) <= 2 * Math.ulp(b.double(i)) }
        }
        test("draws of 0 and 1, certain and impossible ones too") {
            for (p in listOf(0.0, 1e-9, 0.3, 0.5, 1 - 1e-12, 1.0)) {
                check(bernoulliOp, { BernoulliAttributes(p, it) }, DType.F32, ::same)
                check(bernoulliOp, { BernoulliAttributes(p, it) }, DType.BOOL, ::same)
            }
        }
        test("orders") {
            check(randpermOp, { it }, DType.I64, ::same)
            check(randpermOp, { it }, DType.I32, ::same)
        }
        test("integers") {
            check(randintOp, { RandomIntegerAttributes(-5, 1000, it) }, DType.I64, ::same)
            check(randintOp, { RandomIntegerAttributes(1L shl 60, (1L shl 60) + (1L shl 31), it) }, DType.I64, ::same)
            check(randintOp, { RandomIntegerAttributes(7, 8, it) }, DType.I64, ::same)
        }
        test("dropout") {
            for (n in lengths) {
                for (p in listOf(0.1, 0.5, 0.9, 1.0)) {
                    val x = HostData.of(DType.F32, Sizes.of(n))
                    for (i in 0 until n) x.set(i, if (i % 97 == 5) Double.NEGATIVE_INFINITY else i - 1000.5)
                    val attributes = DropoutAttributes(p, 3, 0xfffffff0L)
                    val expected = HostData.of(Evaluator.apply(dropoutOp, attributes, arrayOf(Form.DENSE.place(x, rows)))[0])
                    for (backend in backends) {
                        val operand = Form.OFFSET.place(x, backend)
                        backend.kernel(dropoutOp, attributes, arrayOf(operand)).shouldNotBeNull()
                        withClue("${backend.name}: $n, $p") {
                            HostData.of(Evaluator.apply(dropoutOp, attributes, arrayOf(operand))[0]).isSame(expected).shouldBeTrue()
                        }
                    }
                }
            }
        }
    })
