package dev.rankine.tensor

import dev.rankine.shapes.Cube
import dev.rankine.shapes.Dim
import dev.rankine.shapes.Mat
import dev.rankine.shapes.Rank4
import dev.rankine.shapes.Rank5
import dev.rankine.shapes.ShapeException
import dev.rankine.shapes.ShapeRule
import dev.rankine.shapes.Sized
import dev.rankine.shapes.Vec

private const val COUNT = "\"the list has another number of elements\""

/** The numbers: int64 if all are integers, else float32. `-> [A]`. Throws a `ShapeException` if the list does not fit. */
@ShapeRule("a=? numbers... -> [a] where rank(numbers) == a $COUNT")
@JvmName("tensorOfList1")
public fun <A : Dim<*>> tensorOf(numbers: List<Number>, a: Sized<A>): Tensor<Vec<A>> = Tensor(nested(numbers, a))

/**
 * The numbers of nested lists: int64 if all are integers, else float32. `-> [A, B]`.
 *
 * @throws ShapeException if a list does not fit.
 */
@ShapeRule("a=? b=? numbers... -> [a, b] where rank(numbers) == a $COUNT")
@JvmName("tensorOfList2")
public fun <A : Dim<*>, B : Dim<*>> tensorOf(numbers: List<List<Number>>, a: Sized<A>, b: Sized<B>): Tensor<Mat<A, B>> =
    Tensor(nested(numbers, a, b))

/**
 * The numbers of nested lists: int64 if all are integers, else float32. `-> [A, B, C]`.
 *
 * @throws ShapeException if a list does not fit.
 */
@ShapeRule("a=? b=? c=? numbers... -> [a, b, c] where rank(numbers) == a $COUNT")
@JvmName("tensorOfList3")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>> tensorOf(
    numbers: List<List<List<Number>>>,
    a: Sized<A>,
    b: Sized<B>,
    c: Sized<C>,
): Tensor<Cube<A, B, C>> = Tensor(nested(numbers, a, b, c))

/**
 * The numbers of nested lists: int64 if all are integers, else float32. `-> [A, B, C, D]`.
 *
 * @throws ShapeException if a list does not fit.
 */
@ShapeRule("a=? b=? c=? d=? numbers... -> [a, b, c, d] where rank(numbers) == a $COUNT")
@JvmName("tensorOfList4")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>> tensorOf(
    numbers: List<List<List<List<Number>>>>,
    a: Sized<A>,
    b: Sized<B>,
    c: Sized<C>,
    d: Sized<D>,
): Tensor<Rank4<A, B, C, D>> = Tensor(nested(numbers, a, b, c, d))

/**
 * The numbers of nested lists: int64 if all are integers, else float32. `-> [A, B, C, D, E]`.
 *
 * @throws ShapeException if a list does not fit.
 */
@ShapeRule("a=? b=? c=? d=? e=? numbers... -> [a, b, c, d, e] where rank(numbers) == a $COUNT")
@JvmName("tensorOfList5")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> tensorOf(
    numbers: List<List<List<List<List<Number>>>>>,
    a: Sized<A>,
    b: Sized<B>,
    c: Sized<C>,
    d: Sized<D>,
    e: Sized<E>,
): Tensor<Rank5<A, B, C, D, E>> = Tensor(nested(numbers, a, b, c, d, e))

private fun nested(numbers: List<*>, vararg axes: Sized<*>) =
    ArrayList<Number>().let { flat ->
        flatten(numbers, axes, emptyList(), flat)
        var next = 0
        filled(typeOf(flat), *axes) { flat[next++] }
    }

private fun flatten(list: List<*>, axes: Array<out Sized<*>>, place: List<Int>, into: MutableList<Number>) {
    val axis = axes[place.size].toAxis()
    if (list.size != axis.size) {
        val where = if (place.isEmpty()) "the list" else "the list at $place"
        throw ShapeException("tensorOf: $where has ${list.size} elements: ${axis.dim.name} = ${axis.size}")
    }
    for ((i, element) in list.withIndex()) {
        if (element is List<*>) flatten(element, axes, place + i, into) else into.add(element as Number)
    }
}
