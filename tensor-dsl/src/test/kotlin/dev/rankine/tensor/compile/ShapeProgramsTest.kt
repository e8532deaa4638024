package dev.rankine.tensor.compile

import io.kotest.core.spec.style.FunSpec

/** Everything but the binary operators: programs with the types that must be inferred, and programs that must not compile. */
internal class ShapeProgramsTest :
    FunSpec({
        val programs =
            listOf(
                accepts("val y: Tensor<Mat<Batch, Hidden>> = x matmul weight"),
                accepts("val y: Tensor<Vec<Hidden>> = pixels matmul weight"),
                accepts("fun f(w: Tensor<Mat<Width, Digit>>): Tensor<Rank4<Batch, Heads, Time, Digit>> = query matmul w"),
                accepts("val y: Tensor<Mat<Batch, Digit>> = ((x matmul weight).relu() matmul last) + digits"),
                refuses("val y = x matmul last", mismatch("Tensor<Mat<Hidden, Digit>>", "Tensor<Mat<Pixels, Dim<*>>>")),
                refuses("val y = x matmul x", mismatch("Tensor<Mat<Batch, Pixels>>", "Tensor<Mat<Pixels, Dim<*>>>")),
                refuses("val y = pixels matmul last", mismatch("Tensor<Mat<Hidden, Digit>>", "Tensor<Mat<Pixels, Dim<*>>>")),
                refuses("val y = x matmul pixels", mismatch("Tensor<Vec<Pixels>>", "Tensor<Mat<Pixels, Dim<*>>>")),
                refuses(
                    "val y = query matmul weight",
                    mismatch("Tensor<Mat<Pixels, Hidden>>", "Tensor<Mat<Width, Dim<*>>>"),
                ),
                refuses("val y = x matmul any", mismatch("Tensor<AnyShape>", "Tensor<Mat<Pixels, Dim<*>>>")),
                refuses(
                    "val y: Tensor<Mat<Batch, Digit>> = x matmul weight",
                    initializer("Tensor<Mat<Batch, Digit>>", "Tensor<Mat<Batch, Hidden>>"),
                ),
                accepts("val y: Tensor<Rank4<Batch, Heads, Time, Time>> = query bmm query.t()"),
                refuses(
                    "val y = query bmm query",
                    mismatch("Tensor<Rank4<Batch, Heads, Time, Width>>", "Tensor<Rank4<Batch, Heads, Width, Dim<*>>>"),
                ),
                refuses(
                    "val y = query bmm tokens",
                    mismatch("Tensor<Cube<Batch, Time, Times<Heads, Width>>>", "Tensor<Rank4<Batch, Heads, Width, Dim<*>>>"),
                ),
                accepts("val y: Tensor<Mat<Pixels, Batch>> = x.t()"),
                accepts("val y: Tensor<Rank4<Batch, Time, Heads, Width>> = query.transpose(Heads, Time)"),
                refuses("val y = x.transpose(Pixels, Batch)", mismatch("Pixels", "Batch")),
                refuses("val y = pixels.t()", "None of the following candidates is applicable:..."),
                accepts("val y: Tensor<Vec<Batch>> = x.sum(Pixels)"),
                accepts("val y: Tensor<Vec<Pixels>> = x.mean(Batch)"),
                accepts("val y: Tensor<Scalar> = x.sum()"),
                accepts("val y: Tensor<Mat<Batch, One>> = x.amaxKeep(Pixels)"),
                accepts("val y: Tensor<Mat<Batch, Pixels>> = x - x.logsumexpKeep(Pixels)"),
                accepts("val y: Tensor<Mat<Batch, Time>> = tokens.sum(Heads * Width)"),
                accepts("val y: Tensor<Cube<Batch, Heads, Time>> = scores.sumLast()"),
                accepts("val y: Tensor<Mat<Batch, Digit>> = x.sumKeep(Pixels) + digits"),
                accepts("val y: Tensor<Rank4<Batch, Heads, Time, Time>> = scores.softmaxLast()"),
                refuses(
                    "val y = x.sum(Digit)",
                    """
None of the following candidates is applicable:

fun <A : Dim<*>, B : Dim<*>> Tensor<Mat<A, B>>.sum(over: A): Tensor<Vec<B>>:
  Argument type mismatch: actual type is 'Digit', but 'Batch' was expected.

fun <A : Dim<*>, B : Dim<*>> Tensor<Mat<A, B>>.sum(over: B): Tensor<Vec<A>>:
  Argument type mismatch: actual type is 'Digit', but 'Pixels' was expected.
""".trim(),
                ),
                refuses(
                    "val y = x.mean(Digit)",
                    """
None of the following candidates is applicable:

fun <A : Dim<*>, B : Dim<*>> Tensor<Mat<A, B>>.mean(over: A): Tensor<Vec<B>>:
  Argument type mismatch: actual type is 'Digit', but 'Batch' was expected.

fun <A : Dim<*>, B : Dim<*>> Tensor<Mat<A, B>>.mean(over: B): Tensor<Vec<A>>:
  Argument type mismatch: actual type is 'Digit', but 'Pixels' was expected.
""".trim(),
                ),
                refuses(
                    "val y = scores.sum(Time)",
                    """
Overload resolution ambiguity between candidates:
fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>> Tensor<Rank4<A, B, C, D>>.sum(over: C): Tensor<Cube<A, B, D>>
fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>> Tensor<Rank4<A, B, C, D>>.sum(over: D): Tensor<Cube<A, B, C>>
""".trim(),
                ),
                refuses(
                    "val y: Tensor<Vec<Pixels>> = x.sum(Pixels)",
                    initializer("Tensor<Vec<Pixels>>", "Tensor<Vec<Batch>>"),
                ),
                refuses(
                    "val y = x.softmax(Digit)",
                    """
None of the following candidates is applicable:

fun <A : Dim<*>, B : Dim<*>> Tensor<Mat<A, B>>.softmax(over: A): Tensor<Mat<A, B>>:
  Argument type mismatch: actual type is 'Digit', but 'Batch' was expected.

fun <A : Dim<*>, B : Dim<*>> Tensor<Mat<A, B>>.softmax(over: B): Tensor<Mat<A, B>>:
  Argument type mismatch: actual type is 'Digit', but 'Pixels' was expected.
""".trim(),
                ),
                accepts("val y: Tensor<Mat<Batch, Digit>> = zeros(Batch of 3, Digit)"),
                accepts("val y: Tensor<Cube<Batch, Heads, Times<Heads, Width>>> = normal(Batch of 3, Heads, Heads * Width)"),
                accepts("val y: Tensor<Mat<Batch, Digit>> = any.typed(Batch of 3, Digit)"),
                refuses(
                    "val y: Tensor<Mat<Batch, Digit>> = any",
                    initializer("Tensor<Mat<Batch, Digit>>", "Tensor<AnyShape>"),
                ),
                refuses(
                    "val y: Tensor<Mat<Batch, Pixels>> = zeros(Batch of 3, Digit)",
                    initializer("Tensor<Mat<Batch, Pixels>>", "Tensor<Mat<Batch, Digit>>"),
                ),
                refuses(
                    "val y = zeros(3, 4)",
                    "'fun zeros(first: Int, vararg more: Int): Tensor<AnyShape>' is deprecated. shape: name the axes:...",
                ),
                accepts("val y: Tensor<Rank4<Batch, Time, Heads, Width>> = tokens.split(Heads, Width)"),
                accepts("val y: Tensor<Cube<Batch, Heads, Times<Time, Width>>> = query.merge()"),
                accepts("val y: Tensor<Cube<Batch, Time, Times<Heads, Width>>> = query.transpose(Heads, Time).merge()"),
                refuses("val y = x.split(Heads, Width)", "None of the following candidates is applicable:..."),
                refuses("val y = tokens.split(Width, Heads)", mismatch("Width", "Sized<Heads>")),
                accepts("val y: Tensor<Cube<Batch, Heads, Width>> = x.unflatten(Heads, Width)"),
                refuses(
                    "val y: Tensor<Cube<Batch, Width, Heads>> = x.unflatten(Heads, Width)",
                    initializer("Tensor<Cube<Batch, Width, Heads>>", "Tensor<Cube<Batch, Heads, Width>>"),
                ),
                accepts("val y: Tensor<Mat<Batch, Pixels>> = pixels.broadcastTo(Batch of 3, Pixels)"),
                refuses("val y = digits.broadcastTo(Batch of 3, Pixels)", mismatch("Pixels", "Sized<Digit>")),
                accepts("val y: Tensor<Mat<One, Pixels>> = pixels.unsqueeze(Pixels)"),
                accepts("val y: Tensor<Vec<Batch>> = column.squeezeLast()"),
                refuses(
                    "val y = x.squeezeLast()",
                    "Candidate 'fun Tensor<Vec<Nothing>>.squeezeLast(): Tensor<Scalar>' is inapplicable because of a receiver type mismatch.",
                ),
                accepts("val y: Tensor<Mat<Batch, Plus<Pixels, Digit>>> = x.cat(zeros(Batch of 3, Digit))"),
                refuses("val y = x.cat(last)", mismatch("Tensor<Mat<Hidden, Digit>>", "Tensor<Mat<Batch, Dim<*>>>")),
                accepts("val y: Tensor<Cube<Batch, Time, Digit>> = zeros(Batch of 2, Time of 3).embedding(last)"),
                refuses("val y = labels.embedding(labels)", mismatch("Tensor<Vec<Batch>>", "Tensor<Mat<Dim<*>, Dim<*>>>")),
                accepts("val y: Tensor<Vec<Pixels>> = x.select(Batch, 0)"),
                accepts("val y: Tensor<Mat<Batch, Digit>> = x.narrow(Pixels, 0, Digit)"),
                accepts("val y: Tensor<Mat<Batch, One>> = x.gather(Pixels, column)"),
                refuses("val y = x.gather(Pixels, digits)", "None of the following candidates is applicable:..."),
                accepts("val y: Tensor<Mat<Batch, Digit>> = labels.oneHot(Digit)"),
                accepts("val y: Tensor<Cube<Time, Batch, Pixels>> = listOf(x, x).stack(Time of 2)"),
                accepts("val y: Tensor<Mat<Batch, Width>> = tensor(Batch of 3, Width) { i, j -> i + j }"),
                accepts("val y: Tensor<Vec<Time>> = vec(Time, 1, 2, 3)"),
                accepts("val y: Tensor<Scalar> = crossEntropy(x, labels)"),
                refuses("val y = crossEntropy(x, pixels)", mismatch("Tensor<Vec<Pixels>>", "Tensor<Vec<Batch>>")),
                accepts("val y: Tensor<Scalar> = mseLoss(x, x)"),
                refuses("val y = mseLoss(pixels, x)", mismatch("Tensor<Mat<Batch, Pixels>>", "Tensor<Vec<Pixels>>")),
                refuses("val y = l1Loss(x, digits)", mismatch("Tensor<Vec<Digit>>", "Tensor<Mat<Batch, Pixels>>")),
                accepts("val y: Tensor<Mat<Batch, Pixels>> = x.where(x gt 0, pixels)"),
                refuses("val y = x.where(x gt 0, digits)", mismatch("Tensor<Vec<Digit>>", "Tensor<out Mat<Batch, Pixels>>")),
                refuses("val y = x.where(digits, x)", mismatch("Tensor<Vec<Digit>>", "Tensor<out Mat<Batch, Pixels>>")),
                accepts("val y: Tensor<Mat<Batch, Pixels>> = x.maskedFill(pixels gt 0, 1.0)"),
                refuses(
                    "val y = x.maskedFill(digits gt 0, 1.0)",
                    mismatch("Tensor<Vec<Digit>>", "Tensor<out Mat<Batch, Pixels>>"),
                ),
                accepts("val y: Tensor<Mat<Batch, Pixels>> = 2.0 - x / 3 * 2 + 1"),
                refuses(
                    "fun f(t: Tensor<Vec<Pixels>>) = t; val y = f(x.sum(Pixels))",
                    mismatch("Tensor<Vec<Batch>>", "Tensor<Vec<Pixels>>"),
                ),
                refuses(
                    "val y: Tensor<Mat<One, Pixels>> = pixels",
                    initializer("Tensor<Mat<Nothing, Pixels>>", "Tensor<Vec<Pixels>>"),
                ),
            )

        val messages = compile(programs)
        for ((i, program) in programs.withIndex()) test(program.code) { messages[i] shouldSay program.message }
    })
