package dev.rankine.autodiff

import dev.rankine.ops.Rounding
import dev.rankine.ops.Value
import dev.rankine.ops.abs
import dev.rankine.ops.acos
import dev.rankine.ops.acosh
import dev.rankine.ops.add
import dev.rankine.ops.addcdiv
import dev.rankine.ops.addcmul
import dev.rankine.ops.asin
import dev.rankine.ops.asinh
import dev.rankine.ops.atan
import dev.rankine.ops.atan2
import dev.rankine.ops.atanh
import dev.rankine.ops.ceil
import dev.rankine.ops.celu
import dev.rankine.ops.clamp
import dev.rankine.ops.cos
import dev.rankine.ops.cosh
import dev.rankine.ops.detach
import dev.rankine.ops.div
import dev.rankine.ops.elu
import dev.rankine.ops.erf
import dev.rankine.ops.erfc
import dev.rankine.ops.exp
import dev.rankine.ops.exp2
import dev.rankine.ops.expm1
import dev.rankine.ops.floor
import dev.rankine.ops.floorDivide
import dev.rankine.ops.fmod
import dev.rankine.ops.full
import dev.rankine.ops.gelu
import dev.rankine.ops.gt
import dev.rankine.ops.hardshrink
import dev.rankine.ops.hardsigmoid
import dev.rankine.ops.hardswish
import dev.rankine.ops.hardtanh
import dev.rankine.ops.hypot
import dev.rankine.ops.invoke
import dev.rankine.ops.isnan
import dev.rankine.ops.item
import dev.rankine.ops.leakyRelu
import dev.rankine.ops.lerp
import dev.rankine.ops.log
import dev.rankine.ops.log10
import dev.rankine.ops.log1p
import dev.rankine.ops.log2
import dev.rankine.ops.logSigmoid
import dev.rankine.ops.logaddexp
import dev.rankine.ops.logicalAnd
import dev.rankine.ops.logit
import dev.rankine.ops.maskedFill
import dev.rankine.ops.maximum
import dev.rankine.ops.minimum
import dev.rankine.ops.minus
import dev.rankine.ops.mish
import dev.rankine.ops.not
import dev.rankine.ops.plus
import dev.rankine.ops.pow
import dev.rankine.ops.preluOp
import dev.rankine.ops.reciprocal
import dev.rankine.ops.relu
import dev.rankine.ops.relu6
import dev.rankine.ops.rem
import dev.rankine.ops.requireGradient
import dev.rankine.ops.reshape
import dev.rankine.ops.round
import dev.rankine.ops.rsqrt
import dev.rankine.ops.selu
import dev.rankine.ops.sigmoid
import dev.rankine.ops.sign
import dev.rankine.ops.silu
import dev.rankine.ops.sin
import dev.rankine.ops.sinh
import dev.rankine.ops.softplus
import dev.rankine.ops.softshrink
import dev.rankine.ops.softsign
import dev.rankine.ops.sqrt
import dev.rankine.ops.square
import dev.rankine.ops.sub
import dev.rankine.ops.sum
import dev.rankine.ops.tan
import dev.rankine.ops.tanh
import dev.rankine.ops.tanhshrink
import dev.rankine.ops.threshold
import dev.rankine.ops.times
import dev.rankine.ops.to
import dev.rankine.ops.toDoubleArray
import dev.rankine.ops.trunc
import dev.rankine.ops.unaryMinus
import dev.rankine.ops.valueOf
import dev.rankine.ops.where
import dev.rankine.ops.xlogy
import dev.rankine.ops.zerosLike
import dev.rankine.shapes.DType
import dev.rankine.shapes.Sizes
import io.kotest.assertions.throwables.shouldThrow
import io.kotest.assertions.withClue
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.shouldBe
import io.kotest.matchers.string.shouldContain

/** A function of float64 operands and the points at which its gradients are compared with central differences. */
private class Case(val name: String, val points: List<DoubleArray>, val function: (List<Value>) -> Value)

private val everywhere = doubleArrayOf(-2.3, -1.1, -0.4, 0.3, 0.9, 1.7)
private val positive = doubleArrayOf(0.2, 0.5, 0.8, 1.3, 2.1, 4.0)
private val inside = doubleArrayOf(-0.9, -0.6, -0.1, 0.2, 0.5, 0.8)
private val other = doubleArrayOf(0.7, -1.9, 0.6, -1.2, 2.2, 0.4)

private fun case1(name: String, points: DoubleArray = everywhere, function: (Value) -> Value) =
    Case(name, listOf(points)) { (x) -> function(x) }

private fun case2(name: String, a: DoubleArray = everywhere, b: DoubleArray = other, function: (Value, Value) -> Value) =
    Case(name, listOf(a, b)) { (x, y) -> function(x, y) }

private fun case3(name: String, function: (Value, Value, Value) -> Value) =
    Case(name, listOf(everywhere, other, positive)) { (x, y, z) -> function(x, y, z) }

private fun mask(): Value = valueOf(booleanArrayOf(true, false, false, true, true, false), 6)

private val cases =
    listOf(
        case2("add") { a, b -> a + b },
        case2("add with alpha") { a, b -> add(a, b, 2.5) },
        case2("sub") { a, b -> a - b },
        case2("sub with alpha") { a, b -> sub(a, b, -2.5) },
        case2("mul") { a, b -> a * b },
        case2("div") { a, b -> a / b },
        case1("neg") { -it },
        case1("abs") { abs(it) },
        case1("sign") { sign(it) },
        case1("square") { square(it) },
        case1("sqrt", positive) { sqrt(it) },
        case1("rsqrt", positive) { rsqrt(it) },
        case1("reciprocal") { reciprocal(it) },
        case2("pow", positive) { a, b -> pow(a, b) },
        case1("pow 3") { pow(it, 3) },
        case1("pow 2") { pow(it, 2) },
        case1("pow 0.5", positive) { pow(it, 0.5) },
        case1("number to the power") { pow(1.7, it) },
        case1("exp") { exp(it) },
        case1("exp2") { exp2(it) },
        case1("expm1") { expm1(it) },
        case1("log", positive) { log(it) },
        case1("log2", positive) { log2(it) },
        case1("log10", positive) { log10(it) },
        case1("log1p", positive) { log1p(it) },
        case2("logaddexp") { a, b -> logaddexp(a, b) },
        case2("xlogy", everywhere, positive) { a, b -> xlogy(a, b) },
        case1("erf") { erf(it) },
        case1("erfc") { erfc(it) },
        case1("sin") { sin(it) },
        case1("cos") { cos(it) },
        case1("tan", inside) { tan(it) },
        case1("asin", inside) { asin(it) },
        case1("acos", inside) { acos(it) },
        case1("atan") { atan(it) },
        case2("atan2") { a, b -> atan2(a, b) },
        case2("hypot") { a, b -> hypot(a, b) },
        case1("sinh") { sinh(it) },
        case1("cosh") { cosh(it) },
        case1("tanh") { tanh(it) },
        case1("asinh") { asinh(it) },
        case1("acosh", DoubleArray(6) { positive[it] + 1 }) { acosh(it) },
        case1("atanh", inside) { atanh(it) },
        case1("tanhshrink") { tanhshrink(it) },
        case1("sigmoid") { sigmoid(it) },
        case1("logSigmoid") { logSigmoid(it) },
        case1("silu") { silu(it) },
        case1("logit", DoubleArray(6) { inside[it] * 0.4 + 0.5 }) { logit(it) },
        case1("logit with eps", DoubleArray(6) { inside[it] * 0.4 + 0.5 }) { logit(it, 0.31) },
        case1("softplus") { softplus(it, 2.0, 3.0) },
        case1("mish") { mish(it) },
        case1("softsign") { softsign(it) },
        case1("relu") { relu(it) },
        case1("leakyRelu") { leakyRelu(it, 0.1) },
        case2("prelu") { a, b -> preluOp(a, b) },
        case1("elu") { elu(it, 0.7) },
        case1("celu") { celu(it, 0.7) },
        case1("selu") { selu(it) },
        case1("hardtanh") { hardtanh(it, -0.5, 1.5) },
        case1("relu6") { relu6(it * 5.0) },
        case1("hardsigmoid") { hardsigmoid(it * 2.0) },
        case1("hardswish") { hardswish(it * 2.0) },
        case1("hardshrink") { hardshrink(it) },
        case1("softshrink") { softshrink(it) },
        case1("threshold") { threshold(it, 0.5, 2.0) },
        case1("gelu") { gelu(it) },
        case1("gelu tanh") { gelu(it, "tanh") },
        case2("maximum") { a, b -> maximum(a, b) },
        case2("minimum") { a, b -> minimum(a, b) },
        case1("clamp") { clamp(it, -1, 1) },
        case1("clamp, one side") { clamp(it, max = 0.5) },
        case3("clamp between") { x, low, high -> clamp(x, low, high) },
        case2("clamp from below") { x, low -> clamp(x, low, null) },
        case2("clamp from above") { x, high -> clamp(x, null, high) },
        case2("where") { a, b -> where(mask(), a, b) },
        case1("maskedFill") { maskedFill(it, mask(), 3) },
        Case("maskedFill with a scalar", listOf(everywhere, doubleArrayOf(0.3))) { (x, value) -> maskedFill(x, mask(), reshape(value)) },
        case2("remainder") { a, b -> a % b },
        case2("fmod") { a, b -> fmod(a, b) },
        case2("floorDivide") { a, b -> floorDivide(a, b) },
        case2("truncDivide") { a, b -> div(a, b, Rounding.TRUNC) },
        case1("floor") { floor(it) },
        case1("ceil") { ceil(it) },
        case1("trunc") { trunc(it) },
        case1("round") { round(it) },
        case1("round to decimals") { round(it, 0) + round(it / 7, 1) },
        case3("lerp") { a, b, weight -> lerp(a, b, weight) },
        case3("addcmul") { x, a, b -> addcmul(x, a, b, 1.5) },
        case3("addcdiv") { x, a, b -> addcdiv(x, a, b, 1.5) },
        case1("to float64") { to(it, DType.F64) * it },
    )

private val weights = doubleArrayOf(1.0, -0.5, 2.0, 0.7, -1.3, 0.4)

/** A single number of the result, so that no element's gradient hides another's. */
private fun weighed(y: Value): Value = sum(y * valueOf(weights, 6))

internal class ElementwiseGradientTest :
    FunSpec({
        fun inputs(points: List<DoubleArray>) = points.map { valueOf(it.copyOf(), it.size) }

        fun near(what: String, got: Double, want: Double) =
            withClue("$what: $got, differences give $want") { (Math.abs(got - want) <= 2e-7 * maxOf(1.0, Math.abs(want))) shouldBe true }

        fun compare(what: String, points: List<DoubleArray>, got: List<Value>, function: (List<Value>) -> Value) {
            for ((k, point) in points.withIndex()) {
                val gradient = got[k].toDoubleArray()
                for (i in point.indices) {
                    val at = { step: Double ->
                        function(
                            inputs(
                                points.mapIndexed { j, p ->
                                    p.copyOf().also {
                                        if (j ==
                                            k
                                        ) {
                                            it[i] += step
                                        }
                                    }
                                },
                            ),
                        ).item()
                    }
                    near("$what, input $k, element $i", gradient[i], (at(STEP) - at(-STEP)) / (2 * STEP))
                }
            }
        }

        for (case in cases) {
            test("${case.name}: first and second order against central differences") {
                fun gradientsOf(operands: List<Value>, createGraph: Boolean): List<Value> {
                    val leaves = operands.map { it.requireGradient() }
                    return gradients(weighed(case.function(leaves)), leaves, createGraph = createGraph)
                }
                compare(case.name, case.points, gradientsOf(inputs(case.points), false)) { weighed(case.function(it)) }

                val slope = { operands: List<Value> ->
                    gradientsOf(operands, true).map { sum(it * valueOf(weights.copyOf(it.elements), it.elements)) }.reduce { a, b -> a + b }
                }
                val leaves = inputs(case.points)
                val total = slope(leaves)
                if (total.requiresGradient) {
                    val second = gradientsOrNull(listOf(total), leaves, listOf(null)).mapIndexed { i, it -> it ?: zerosLike(leaves[i]) }
                    compare("${case.name}, second order", case.points, second, slope)
                }
            }
        }

        fun gradientOf(vararg x: Double, function: (Value) -> Value): List<Double> {
            val leaf = valueOf(x, x.size).requireGradient()
            return gradients(sum(function(leaf)), listOf(leaf))[0].toDoubleArray().toList()
        }

        test("conventions where there is no derivative are PyTorch's") {
            gradientOf(0.0) { abs(it) } shouldBe listOf(0.0)
            gradientOf(0.0) { relu(it) } shouldBe listOf(0.0)
            gradientOf(-1.0, 0.0, 1.0) { clamp(it, -1, 1) } shouldBe listOf(1.0, 1.0, 1.0)
            gradientOf(-1.0, 1.0) { hardtanh(it) } shouldBe listOf(0.0, 0.0)
            gradientOf(0.0) { maximum(it, 0.0) } shouldBe listOf(0.5)
            gradientOf(3.0) { maximum(it, it) } shouldBe listOf(1.0)
            gradientOf(3.0) { minimum(it, 3.0) } shouldBe listOf(0.5)
            gradientOf(0.0) { sqrt(it) } shouldBe listOf(Double.POSITIVE_INFINITY)
        }

        test("powers at zero") {
            gradientOf(0.0, 2.0) { pow(it, 0) } shouldBe listOf(0.0, 0.0)
            gradientOf(0.0) { pow(it, 1) } shouldBe listOf(1.0)
            gradientOf(0.0) { pow(it, 3) } shouldBe listOf(0.0)
            gradientOf(-2.0) { pow(it, 3) } shouldBe listOf(12.0)
            gradientOf(0.0, 2.0) { pow(0.0, it) } shouldBe listOf(0.0, 0.0)
            gradientOf(-1.0) { pow(0.0, it) } shouldBe listOf(Double.NEGATIVE_INFINITY)
            gradientOf(0.0) { xlogy(it, full(Sizes.SCALAR, 0, DType.F64)) } shouldBe listOf(0.0)
        }

        test("what is not chosen sends nothing back, even an infinity") {
            gradientOf(0.0, 4.0) { where(it gt 0, log(it), 0) }[1] shouldBe 0.25
            gradientOf(1000.0) { elu(it) } shouldBe listOf(1.0)
            gradientOf(1000.0) { softplus(it) } shouldBe listOf(1.0)
            val x = valueOf(doubleArrayOf(1000.0, -1.0), 2).requireGradient()
            val (first) = gradients(sum(elu(x)), listOf(x), createGraph = true)
            gradients(sum(first), listOf(x))[0].toDoubleArray().toList() shouldBe listOf(0.0, Math.exp(-1.0))
        }

        test("broadcast operands and integers beside floats") {
            val scalar = full(Sizes.SCALAR, 2.0, DType.F64).requireGradient()
            val counts = valueOf(longArrayOf(1, 2, 3), 3)
            gradients(sum(pow(scalar, counts)), listOf(scalar))[0].item() shouldBe 1.0 + 4.0 + 12.0
            gradients(sum(where(counts gt 1, scalar, 0)), listOf(scalar))[0].item() shouldBe 2.0
        }

        test("16-bit floats: the gradient has their type and one rounding") {
            val x = to(valueOf(doubleArrayOf(0.3, -1.2), 2), DType.BF16).requireGradient()
            val got = gradients(sum(gelu(x)), listOf(x))[0]
            val wide = to(x.detach(), DType.F32).requireGradient()
            got.dtype shouldBe DType.BF16
            got.toDoubleArray() shouldBe to(gradients(sum(gelu(wide)), listOf(wide))[0], DType.BF16).toDoubleArray()
        }

        test("rows without a gradient say why") {
            val x = valueOf(doubleArrayOf(1.0, 2.0), 2).requireGradient()
            shouldThrow<GradientException> { sum(to(x gt 1, DType.F64)).backward() }.message!! shouldContain "gt gives booleans"
            shouldThrow<GradientException> { sum(to(isnan(x), DType.F64)).backward() }.message!! shouldContain "isnan gives booleans"
            shouldThrow<GradientException> { sum(to(logicalAnd(x, x), DType.F64)).backward() }.message!! shouldContain
                "logical_and gives booleans"
            shouldThrow<GradientException> { sum(to(!x, DType.F64)).backward() }.message!! shouldContain "logical_not gives booleans"
        }
    })

private const val STEP = 1e-6
