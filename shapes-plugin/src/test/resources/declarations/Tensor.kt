package dev.rankine.tensor

import dev.rankine.ops.CONV2D_RULE
import dev.rankine.ops.MATMUL_RULE
import dev.rankine.ops.Value
import dev.rankine.shapes.*

class Tensor<S : Shape> {
    val value: Value get() = error("compiled, never run")
    val sizes: Sizes get() = error("compiled, never run")

    @ShapeRule("a b -> a where broadcast(a, b) == a")
    operator fun plus(other: Tensor<out S>): Tensor<S> = Tensor()
}

@JvmName("plus2")
@ShapeRule("a b -> broadcast(a, b)")
operator fun <A : Dim<A>, B : Dim<B>> Tensor<out Mat<A, B>>.plus(other: Tensor<out Mat<A, B>>): Tensor<Mat<A, B>> = Tensor()

@JvmName("zeros1")
@ShapeRule("a=? -> [a]")
fun <A : Dim<*>> zeros(a: Sized<A>): Tensor<Vec<A>> = Tensor()

@JvmName("zeros2")
@ShapeRule("a=? b=? -> [a, b]")
fun <A : Dim<*>, B : Dim<*>> zeros(a: Sized<A>, b: Sized<B>): Tensor<Mat<A, B>> = Tensor()

@JvmName("zeros4")
@ShapeRule("a=? b=? c=? d=? -> [a, b, c, d]")
fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>> zeros(
    a: Sized<A>,
    b: Sized<B>,
    c: Sized<C>,
    d: Sized<D>,
): Tensor<Rank4<A, B, C, D>> = Tensor()

@ShapeRule(MATMUL_RULE)
infix fun <A : Dim<*>, B : Dim<*>, C : Dim<*>> Tensor<Mat<A, B>>.matmul(other: Tensor<Mat<B, C>>): Tensor<Mat<A, C>> = Tensor()

@ShapeRule(
    "[n, c, h, w] [o, c, p, q] rows=? columns=? -> [n, o, rows, columns] where " +
        "rows == h - p + 1 \"rows of the result\", columns == w - q + 1 \"columns of the result\"",
)
fun <N : Dim<*>, C : Dim<*>, H : Dim<*>, W : Dim<*>, O : Dim<*>, P : Dim<*>, Q : Dim<*>, R : Dim<*>, S : Dim<*>> Tensor<Rank4<N, C, H, W>>.conv2d(
    kernel: Tensor<Rank4<O, C, P, Q>>,
    rows: Sized<R>,
    columns: Sized<S>,
): Tensor<Rank4<N, O, R, S>> = Tensor()

@ShapeRule("x a=? b=? -> [a, b] where rank(x) == 2, prod(x) == a*b")
fun <A : Dim<*>, B : Dim<*>> Tensor<*>.typed(a: Sized<A>, b: Sized<B>): Tensor<Mat<A, B>> = Tensor()

@ShapeRule("[*p, n] out=? -> [*p, out] where out == n")
fun <A : Dim<*>, B : Dim<*>, C : Dim<*>> Tensor<Mat<A, B>>.renamed(out: Sized<C>): Tensor<Mat<A, C>> = Tensor()

@ShapeRule("a -> a")
fun <S : Shape> Tensor<S>.relu(): Tensor<S> = Tensor()

@ShapeRule("x -> x")
fun <S : Shape> Tensor<S>.untyped(): Tensor<AnyShape> = Tensor()

fun <S : Shape> Tensor<*>.unchecked(): Tensor<S> = Tensor()
