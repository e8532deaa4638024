package dev.rankine.conformance

import dev.rankine.ops.Value
import dev.rankine.ops.elementsOnHost
import dev.rankine.ops.hostArray
import dev.rankine.ops.plain.ArrayStorage
import dev.rankine.shapes.DType
import dev.rankine.shapes.Sizes
import java.util.SplittableRandom

/**
 * The elements of an operand or a result on the host, in row-major order, independent of any backend.
 *
 * @property sizes as of the operand or result.
 * @property array of the type that `hostArray` gives for [dtype].
 */
public class HostData(public val dtype: DType, public val sizes: Sizes, public val array: Any) {
    private val storage = ArrayStorage(dtype, sizes.elements, array, null)

    /** Element [i] as a double. */
    public fun double(i: Int): Double = storage.getDouble(i)

    /** Element [i] as a long. */
    public fun long(i: Int): Long = storage.getLong(i)

    /** Stores [number] in element [i], converted. */
    public fun set(i: Int, number: Double): Unit = storage.setDouble(i, number)

    /** Takes element [from] of [source], which has the same type, for element [i]. */
    public fun set(i: Int, source: HostData, from: Int): Unit =
        if (dtype.isFloating) storage.setDouble(i, source.double(from)) else storage.setLong(i, source.long(from))

    /** The same elements under a copy. */
    public fun copy(): HostData = of(dtype, sizes).also { for (i in 0 until sizes.elements) it.set(i, this, i) }

    /** All elements as doubles. */
    public fun toDoubleArray(): DoubleArray = DoubleArray(sizes.elements) { double(it) }

    /** Whether [other] has the same type, sizes and elements; NaN equals NaN. */
    public fun isSame(other: HostData): Boolean =
        dtype == other.dtype && sizes == other.sizes &&
            (0 until sizes.elements).all {
                if (dtype.isFloating) double(it).compareTo(other.double(it)) == 0 else long(it) == other.long(it)
            }

    public companion object {
        /** Zeros. */
        public fun of(dtype: DType, sizes: Sizes): HostData = HostData(dtype, sizes, hostArray(dtype, sizes.elements))

        /** The elements of [value]. */
        public fun of(value: Value): HostData {
            val elements = value.elementsOnHost()
            val data = of(value.dtype, value.sizes)
            for (i in 0 until elements.count) {
                if (value.dtype.isFloating) data.storage.setDouble(i, elements.double(i)) else data.storage.setLong(i, elements.long(i))
            }
            return data
        }

        /** The numbers of [operand] as [dtype]; the same ones for the same [seed]. Integer types get integers, unsigned ones no sign. */
        public fun draw(operand: Operand, dtype: DType, seed: Long): HostData {
            val data = of(dtype, operand.sizes)
            val numbers = operand.draw.take(SplittableRandom(seed), operand.sizes.elements)
            for (i in numbers.indices) data.set(i, adapted(numbers[i], dtype, operand.draw))
            return data
        }

        private fun adapted(number: Double, dtype: DType, draw: Draw): Double =
            when {
                dtype.isFloating || draw.isWhole -> number
                dtype == DType.BOOL -> if (number > 1 || draw.isNonzero) 1.0 else 0.0
                dtype == DType.U8 -> whole(Math.abs(number), draw)
                else -> whole(number, draw)
            }

        private fun whole(number: Double, draw: Draw): Double =
            when {
                !draw.isNonzero -> Math.rint(number)
                number > 0 -> Math.ceil(number)
                else -> Math.floor(number)
            }
    }
}
