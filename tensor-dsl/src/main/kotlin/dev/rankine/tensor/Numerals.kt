package dev.rankine.tensor

import dev.rankine.ops.Value
import dev.rankine.ops.full
import dev.rankine.ops.to
import dev.rankine.ops.valueOf
import dev.rankine.shapes.Axis
import dev.rankine.shapes.DType
import dev.rankine.shapes.Dim
import dev.rankine.shapes.Mat
import dev.rankine.shapes.Scalar
import dev.rankine.shapes.ShapeException
import dev.rankine.shapes.ShapeRule
import dev.rankine.shapes.Sized
import dev.rankine.shapes.Sizes
import dev.rankine.shapes.Vec

/** A single number. `-> []` */
@ShapeRule("-> []")
public fun scalar(number: Number, dtype: DType = typeOf(listOf(number))): Tensor<Scalar> = Tensor(full(Sizes.SCALAR, number, dtype))

/** The numbers as a vector along [dim]: int64 if all are integers, else float32. `-> [A]` */
@ShapeRule("dim=? numbers... -> [rank(numbers)] where rank(numbers) == dim \"number of elements differs\"")
public fun <A : Dim<A>> vec(dim: A, vararg numbers: Number): Tensor<Vec<A>> =
    Tensor(listed(numbers.asList(), Axis(dim, numbers.size, "a vector of ${numbers.size} numbers")))

/**
 * The numbers as a matrix of rows: int64 if all are integers, else float32. `-> [A, B]`
 *
 * @throws ShapeException if the rows are not equally long.
 */
@ShapeRule("rows=? columns=? numbers... -> [rank(numbers), columns] where rank(numbers) == rows \"number of rows differs\"")
public fun <A : Dim<A>, B : Dim<B>> mat(rows: A, columns: B, numbers: List<List<Number>>): Tensor<Mat<A, B>> {
    val width = numbers.firstOrNull()?.size ?: columns.size ?: 0
    val wrong = numbers.indexOfFirst { it.size != width }
    if (wrong >= 0) throw ShapeException("mat: rows are not equally long: row $wrong has ${numbers[wrong].size} elements, row 0 has $width")
    val origin = "a matrix of ${numbers.size}x$width numbers"
    return Tensor(listed(numbers.flatten(), Axis(rows, numbers.size, origin), Axis(columns, width, origin)))
}

/** The type of [numbers] where none is said, as in PyTorch. */
internal fun typeOf(numbers: List<Number>): DType =
    if (numbers.isNotEmpty() && numbers.all { it is Long || it is Int || it is Short || it is Byte }) DType.I64 else DType.DEFAULT

private fun listed(numbers: List<Number>, vararg axes: Axis<*>): Value {
    var next = 0
    return filled(typeOf(numbers), *axes) { numbers[next++] }
}

/** Every element what [element] gives for its place, visited in row-major order. */
internal fun filled(dtype: DType, vararg axes: Sized<*>, element: (IntArray) -> Number): Value {
    val sizes = Sizes.named(*Array(axes.size) { axes[it].toAxis() })
    val place = IntArray(sizes.rank)

    fun next(): Number = element(place).also { advance(place, sizes) }
    val wide =
        if (dtype.isFloating) {
            valueOf(DoubleArray(sizes.elements) { next().toDouble() }, DType.F64, sizes)
        } else {
            valueOf(LongArray(sizes.elements) { next().toLong() }, DType.I64, sizes)
        }
    return to(wide, dtype)
}

private fun advance(place: IntArray, sizes: Sizes) {
    for (axis in place.indices.reversed()) {
        if (++place[axis] < sizes[axis]) return
        place[axis] = 0
    }
}

/** 1 for true, 0 for false. */
internal fun bytes(elements: BooleanArray): ByteArray = ByteArray(elements.size) { if (elements[it]) 1 else 0 }
