package dev.rankine.autodiff

import dev.rankine.ops.Evaluator
import dev.rankine.ops.InPlaceException
import dev.rankine.ops.ReleasedException
import dev.rankine.ops.Value
import dev.rankine.ops.addInPlace
import dev.rankine.ops.cat
import dev.rankine.ops.copyFrom
import dev.rankine.ops.detach
import dev.rankine.ops.enableGrad
import dev.rankine.ops.exp
import dev.rankine.ops.gradient
import dev.rankine.ops.gt
import dev.rankine.ops.invoke
import dev.rankine.ops.keep
import dev.rankine.ops.mulInPlace
import dev.rankine.ops.noGrad
import dev.rankine.ops.noGradSuspending
import dev.rankine.ops.plus
import dev.rankine.ops.requireGradient
import dev.rankine.ops.reshape
import dev.rankine.ops.scope
import dev.rankine.ops.scopeSuspending
import dev.rankine.ops.sum
import dev.rankine.ops.times
import dev.rankine.ops.to
import dev.rankine.ops.toDoubleArray
import dev.rankine.ops.transpose
import dev.rankine.ops.valueOf
import dev.rankine.shapes.DType
import io.kotest.assertions.throwables.shouldThrow
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.doubles.plusOrMinus
import io.kotest.matchers.shouldBe
import io.kotest.matchers.string.shouldStartWith
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.coroutineScope
import kotlinx.coroutines.launch
import kotlinx.coroutines.withContext
import kotlinx.coroutines.yield
import java.util.concurrent.ConcurrentLinkedQueue

private fun leaf(vararg numbers: Double): Value = valueOf(numbers, numbers.size).requireGradient()

private val Value.list: List<Double> get() = toDoubleArray().toList()

internal class GraphTest :
    FunSpec({
        test("gradients add up over backward calls until they are cleared") {
            val x = leaf(1.0, 2.0)
            sum(x * x).backward()
            sum(x * x).backward()
            x.gradient!!.list shouldBe listOf(4.0, 8.0)
            x.gradient = null
            sum(x * 3.0).backward()
            x.gradient!!.list shouldBe listOf(3.0, 3.0)
        }

        test("a value used twice gets both gradients") {
            val x = leaf(3.0)
            val y = x * x
            sum(y * y + y).backward()
            x.gradient!!.list shouldBe listOf(4 * 27.0 + 6.0)
        }

        test("two leaves never share the bytes of a gradient") {
            val (a, b) = leaf(1.0) to leaf(2.0)
            sum(a + b).backward()
            noGrad { a.gradient!!.mulInPlace(5.0) }
            b.gradient!!.list shouldBe listOf(1.0)
            val given = valueOf(doubleArrayOf(2.0), 1)
            val c = leaf(1.0)
            (c + 0.0).backward(given)
            noGrad { c.gradient!!.mulInPlace(5.0) }
            given.list shouldBe listOf(2.0)
        }

        test("a leaf's gradient lies in row-major order and keeps no bytes but its own") {
            val x = valueOf(doubleArrayOf(1.0, 2.0, 3.0, 4.0, 5.0, 6.0), 2, 3).requireGradient()
            sum(transpose(x, 0, 1) * valueOf(doubleArrayOf(1.0, 2.0, 3.0, 4.0, 5.0, 6.0), 3, 2)).backward()
            x.gradient!!.list shouldBe listOf(1.0, 3.0, 5.0, 2.0, 4.0, 6.0)
            x.gradient!!.layout.isContiguous shouldBe true
            val (a, b) = leaf(1.0) to leaf(2.0, 3.0)
            sum(cat(listOf(a, b)) * valueOf(doubleArrayOf(1.0, 2.0, 3.0), 3)).backward()
            a.gradient!!.list shouldBe listOf(1.0)
            b.gradient!!.list shouldBe listOf(2.0, 3.0)
            Evaluator.store(a.gradient!!).elements shouldBe 1
            Evaluator.store(b.gradient!!).elements shouldBe 2
        }

        test("a second backward through a released graph is a sentence; retainGraph allows it") {
            val x = leaf(2.0)
            val y = sum(x * x)
            y.backward(retainGraph = true)
            y.backward()
            x.gradient!!.list shouldBe listOf(8.0)
            shouldThrow<GradientException> { y.backward() }.message shouldBe
                "backward: the graph was released by an earlier backward: sum has no saved values any more\n" +
                "  hint: pass retainGraph = true to the first backward"
        }

        test("what was not recorded says so") {
            val x = leaf(2.0)
            shouldThrow<GradientException> { noGrad { sum(x * x) }.backward() }.message shouldStartWith
                "backward: the value was not recorded"
            shouldThrow<GradientException> { sum((x * x).detach()).backward() }.message shouldStartWith
                "backward: the value was not recorded"
            shouldThrow<GradientException> { sum(to(gt(x, x * 2.0), DType.F64)).backward() }.message shouldBe
                "backward: no gradient flows through gt: gt gives booleans"
            shouldThrow<GradientException> { (leaf(1.0, 2.0) * 2.0).backward() }.message shouldStartWith
                "backward: the value has 2 elements [2], not one"
            shouldThrow<GradientException> { gradients(sum(x * x), listOf(x, valueOf(doubleArrayOf(1.0), 1))) }.message shouldStartWith
                "gradients: input 2 of 2 is not recorded: "
        }

        test("enableGrad records inside noGrad") {
            val x = leaf(2.0)
            noGrad { enableGrad { sum(x * x) } }.backward()
            x.gradient!!.list shouldBe listOf(4.0)
        }

        test("third order") {
            val x = leaf(2.0)
            val (first) = gradients(sum(x * x * x * x), listOf(x), createGraph = true)
            val (second) = gradients(sum(first), listOf(x), createGraph = true)
            val (third) = gradients(sum(second), listOf(x))
            listOf(first, second, third).map { it.list.single() } shouldBe listOf(32.0, 48.0, 48.0)
        }

        test("gradients leaves the leaves alone and names an input that takes no part") {
            val (x, y) = leaf(2.0) to leaf(3.0)
            gradients(sum(x * x), listOf(x))[0].list shouldBe listOf(4.0)
            x.gradient shouldBe null
            shouldThrow<GradientException> { gradients(sum(x * x), listOf(x, y)) }.message shouldStartWith
                "gradients: the result does not depend on input 2 of 2"
        }

        test("gradients of several results, each from what is wanted of it; retainGraph keeps the graph") {
            val x = leaf(3.0)
            val y = x * x
            val wanted = listOf(valueOf(doubleArrayOf(1.0), 1), valueOf(doubleArrayOf(10.0), 1))
            gradientsOrNull(listOf(y, x * 5.0), listOf(x), wanted, retainGraph = true)[0]!!.list shouldBe listOf(56.0)
            gradients(y, listOf(x)).single().list shouldBe listOf(6.0)
            shouldThrow<GradientException> { gradients(y, listOf(x)) }.message shouldStartWith "backward: the graph was released"
        }

        test("jvp is the derivative along a tangent") {
            val (y, dy) = jvp(listOf(leaf(1.0, 2.0)), listOf(valueOf(doubleArrayOf(1.0, 10.0), 2))) { (x) -> x * x * x }
            y.list shouldBe listOf(1.0, 8.0)
            dy.list shouldBe listOf(3.0, 120.0)
        }

        test("an overwritten operand is found, and both places are named") {
            val x = leaf(2.0)
            val y = exp(x)
            val z = sum(y * y)
            noGrad { y.addInPlace(1.0) }
            shouldThrow<ModifiedException> { z.backward() }.message shouldStartWith
                "backward: a value that mul needs for its gradient was overwritten in place by add in place after mul had used it"
        }

        test("an operand that was overwritten before its use is no obstacle") {
            val x = leaf(2.0)
            val factor = valueOf(doubleArrayOf(1.0), 1)
            noGrad { factor.addInPlace(2.0) }
            sum(x * factor).backward()
            x.gradient!!.list shouldBe listOf(3.0)
        }

        test("a recorded write in place has a gradient") {
            val (x, w) = leaf(2.0) to leaf(5.0)
            val y = x * 3.0
            y.addInPlace(w * 2.0)
            sum(y * 1.0).backward()
            x.gradient!!.list shouldBe listOf(3.0)
            w.gradient!!.list shouldBe listOf(2.0)
        }

        test("writes that would make a gradient wrong are refused") {
            val x = leaf(2.0, 3.0)
            shouldThrow<InPlaceException> { x.addInPlace(1.0) }.message shouldStartWith
                "add in place: the target is a leaf that requires a gradient"
            val y = x * 2.0
            val view = reshape(y, 2, 1)
            shouldThrow<InPlaceException> { view.mulInPlace(2.0) }.message shouldStartWith
                "mul in place: the target shares its elements with a recorded view"
            shouldThrow<InPlaceException> { y.mulInPlace(2.0) }.message shouldStartWith
                "mul in place: the target shares its elements with a recorded view"
            noGrad { x.copyFrom(valueOf(doubleArrayOf(7.0, 8.0), 2)) }
            x.list shouldBe listOf(7.0, 8.0)
        }

        test("a scope keeps what the graph needs, and backward lets it go") {
            val x = leaf(1.0, 2.0)
            lateinit var inner: Value
            val y =
                scope("forward") {
                    inner = exp(x)
                    sum(inner * inner)
                }
            y.backward()
            // exp(1) exp(1) and exp(2) may differ in the last place, and Math.exp itself before and after it is compiled
            x.gradient!!.list[0] shouldBe (2 * Math.exp(2.0) plusOrMinus 1e-13)
            x.gradient!!.list[1] shouldBe (2 * Math.exp(4.0) plusOrMinus 1e-12)
            shouldThrow<ReleasedException> { inner.list }.message shouldStartWith "read: a value was used after backward had ended"
            x.list shouldBe listOf(1.0, 2.0)
        }

        test("use after release names the scope; keep moves a value out") {
            lateinit var lost: Value
            lateinit var kept: Value
            scope("step") {
                lost = leaf(1.0) * 2.0
                kept = (leaf(1.0) * 3.0).keep()
            }
            shouldThrow<ReleasedException> { lost + 1.0 }.message shouldStartWith "add: a value was used after step had ended"
            kept.list shouldBe listOf(3.0)
        }

        test("blocks that suspend carry their settings from thread to thread") {
            val x = leaf(2.0)
            lateinit var lost: Value
            val y =
                scopeSuspending("epoch") {
                    lost = x * 2.0
                    withContext(Dispatchers.Default) {
                        yield()
                        noGradSuspending { withContext(Dispatchers.IO) { x * 4.0 } }.requiresGradient shouldBe false
                        sum(x * 5.0)
                    }
                }
            y.backward()
            x.gradient!!.list shouldBe listOf(5.0)
            shouldThrow<ReleasedException> { lost.list }.message shouldStartWith "read: a value was used after epoch had ended"
        }

        test("children of a suspending block have settings of their own and share its scope") {
            val x = leaf(2.0)
            val made = ConcurrentLinkedQueue<Value>()
            scopeSuspending("parent") {
                coroutineScope {
                    repeat(8) { i ->
                        launch(Dispatchers.Default) {
                            repeat(200) {
                                val y = if (i % 2 == 0) noGrad { x * 2.0 } else x * 2.0
                                y.requiresGradient shouldBe (i % 2 == 1)
                                made.add(y)
                                yield()
                            }
                        }
                    }
                }
                made.forEach { it.list shouldBe listOf(4.0) }
            }
            made.size shouldBe 1600
            made.forEach { shouldThrow<ReleasedException> { it.list } }
        }
    })
