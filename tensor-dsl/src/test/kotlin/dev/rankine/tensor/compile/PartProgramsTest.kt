package dev.rankine.tensor.compile

import io.kotest.core.spec.style.FunSpec

private const val UNNAMED = "shape: name the axes: zeros(Batch of 2, Pixels); without names it is dev.rankine.ops.zeros(Sizes.of(2, 6))"

/** Parts of axes, axes of parts, running ops and creation. */
internal class PartProgramsTest :
    FunSpec({
        val parts =
            listOf(
                accepts(
                    "val y: Pair<Tensor<Mat<Batch, Pixels>>, Tensor<Mat<Batch, Digit>>> = x.cat(zeros(Batch of 3, Digit)).split(Pixels, Digit)",
                ),
                accepts("val y: Pair<Tensor<Vec<Pixels>>, Tensor<Vec<Digit>>> = pixels.catFirst(digits).splitFirst(Pixels, Digit)"),
                refuses("val y = pixels.cat(digits).split(Digit, Pixels)", mismatch("Digit", "Sized<Pixels>")),
                refuses(
                    "val y: Pair<Tensor<Vec<Digit>>, Tensor<Vec<Pixels>>> = pixels.cat(digits).split(Pixels, Digit)",
                    initializer("Pair<Tensor<Vec<Digit>>, Tensor<Vec<Pixels>>>", "Pair<Tensor<Vec<Pixels>>, Tensor<Vec<Digit>>>"),
                ),
                accepts("val y: Pair<Tensor<Mat<Batch, Half<Pixels>>>, Tensor<Mat<Batch, Half<Pixels>>>> = x.halves(Pixels)"),
                accepts("val y: Tensor<Mat<Batch, Half<Pixels>>> = x.halves(Pixels).let { (gate, up) -> gate.sigmoid() * up }"),
                accepts("val y: Tensor<Mat<Batch, Digit>> = x.indexSelect(Pixels, digits)"),
                refuses("val y = x.indexSelect(Pixels, x)", "None of the following candidates is applicable:..."),
                accepts("val y: Tensor<Mat<Batch, Pixels>> = x.indexAdd(Pixels, digits, zeros(Batch of 2, Digit))"),
                accepts("val y: Tensor<Mat<Batch, Pixels>> = x.scatterAdd(Pixels, words, words)"),
                accepts("val y: Tensor<Cube<Batch, Heads, Width>> = query.scatter(Time, query, query).select(Time, 0)"),
                refuses("val y = x.scatter(Pixels, words, x)", "None of the following candidates is applicable:..."),
                accepts("val y: Tensor<Vec<Batch>> = x.countNonzero(Pixels)"),
                accepts("val y: Tensor<Vec<Digit>> = query.take(digits)"),
                accepts("val y: Tensor<Mat<Batch, Pixels>> = x.flip(Pixels).roll(Batch, 1)"),
                accepts("val y: Tensor<Mat<Batch, Times<Heads, Pixels>>> = x.repeat(Pixels, Heads)"),
                accepts("val y: Tensor<Mat<Batch, Times<Pixels, Heads>>> = x.repeatInterleave(Pixels, Heads)"),
                accepts("val y: Tensor<Mat<Batch, Hidden>> = x.pad(Pixels, Hidden, before = 1)"),
                accepts("val y: List<Tensor<Vec<Batch>>> = x.unbind(Pixels)"),
                accepts("val y: Tensor<Vec<Pixels>> = x[Batch, 0]"),
                accepts("val y: Tensor<Vec<Time>> = query[Heads, 1][Width, -1][Batch, 0]"),
                refuses(
                    "val y = x[Digit, 0]",
                    """
None of the following candidates is applicable:

fun <A : Dim<*>, B : Dim<*>> Tensor<Mat<A, B>>.get(over: A, index: Int): Tensor<Vec<B>>:
  Argument type mismatch: actual type is 'Digit', but 'Batch' was expected.

fun <A : Dim<*>, B : Dim<*>> Tensor<Mat<A, B>>.get(over: B, index: Int): Tensor<Vec<A>>:
  Argument type mismatch: actual type is 'Digit', but 'Pixels' was expected.
""".trim(),
                ),
                accepts("val y: Tensor<Vec<Pixels>> = zeros(Pixels, Pixels).diagonal()"),
                accepts("val y: Tensor<Cube<Batch, Heads, Time>> = scores.diagonal()"),
                refuses("val y = x.diagonal()", "None of the following candidates is applicable:..."),
                accepts("val y: Tensor<Scalar> = zeros(Pixels, Pixels).trace()"),
                accepts("val y: Tensor<Cube<Batch, Pixels, Pixels>> = x.diagEmbed()"),
                accepts("val y: Tensor<Cube<One, Batch, Pixels>> = x.unsqueezeFirst()"),
                accepts("val y: Tensor<Vec<One>> = number.unsqueezeFirst()"),
                accepts("val y: Tensor<Vec<Dyn>> = x.maskedSelect(pixels gt 0)"),
                refuses("val y = x.maskedSelect(digits gt 0)", mismatch("Tensor<Vec<Digit>>", "Tensor<out Mat<Batch, Pixels>>")),
            )
        val running =
            listOf("cumsum", "cumprod", "cummax", "cummin", "logcumsumexp").flatMap {
                listOf(
                    accepts("val y: Tensor<Rank4<Batch, Heads, Time, Width>> = query.$it(Time)"),
                    accepts("val y: Tensor<Rank4<Batch, Heads, Time, Time>> = scores.${it}Last()"),
                    refuses("val y = x.$it(Digit)", "None of the following candidates is applicable:..."),
                )
            } +
                accepts("val y: Pair<Tensor<Mat<Batch, Pixels>>, Tensor<Mat<Batch, Pixels>>> = x.cummaxWithIndices(Batch)") +
                accepts("val y: Pair<Tensor<Mat<Batch, Pixels>>, Tensor<Mat<Batch, Pixels>>> = x.cumminWithIndices(Pixels)")
        val created =
            listOf(
                accepts("val y: Tensor<Vec<Time>> = arange(Time of 7)"),
                accepts("val y: Tensor<Vec<Digit>> = linspace(Digit, 0.0, 1.0)"),
                accepts("val y: Tensor<Mat<Digit, Width>> = eye(Digit, Width)"),
                accepts("val y: Tensor<Mat<Digit, Digit>> = eye(Digit)"),
                accepts("val y: Tensor<Mat<Batch, Time>> = randint(0, 10, Batch of 2, Time of 3)"),
                accepts("val y: Tensor<Mat<Batch, Pixels>> = bernoulli(0.5, Batch of 2, Pixels)"),
                accepts("val y: Tensor<Vec<Digit>> = randperm(Digit)"),
                accepts("val y: Tensor<Mat<Batch, Pixels>> = zerosLike(x) + onesLike(x) + fullLike(x, 7)"),
                accepts("val y: Tensor<Scalar> = zeros()"),
                refuses(
                    "val y: Tensor<Mat<Digit, Digit>> = eye(Digit, Width)",
                    initializer("Tensor<Mat<Digit, Digit>>", "Tensor<Mat<Digit, Width>>"),
                ),
            ) +
                listOf("zeros", "ones", "normal", "uniform").flatMap {
                    val unnamed = "'fun $it(first: Int, vararg more: Int): Tensor<AnyShape>' is deprecated. $UNNAMED."
                    listOf(refuses("val y = $it(2, 6)", unnamed), refuses("val y = $it(7)", unnamed))
                }
        val programs = parts + running + created

        val messages = compile(programs)
        for ((i, program) in programs.withIndex()) test(program.code) { messages[i] shouldSay program.message }
    })
