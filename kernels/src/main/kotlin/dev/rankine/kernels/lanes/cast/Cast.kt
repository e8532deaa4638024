package dev.rankine.kernels.lanes

import dev.rankine.kernels.VectorKernel
import dev.rankine.kernels.Workers
import dev.rankine.kernels.address
import dev.rankine.ops.CastAttributes
import dev.rankine.ops.Op
import dev.rankine.ops.Value
import dev.rankine.ops.castOp
import dev.rankine.shapes.DType
import java.nio.ByteOrder

/** Casts between types of different sizes, of elements that lie in order; see [CastLanes] and [Casts]. The others are generated loops. */
internal object Cast : VectorKernel<CastAttributes>() {
    /** From a block of numbers at an address to one at another. */
    private fun interface Conversion {
        fun run(block: Casts, x: Long, y: Long, n: Int)
    }

    private val conversions: Array<Conversion?> = arrayOfNulls(DType.entries.size * DType.entries.size)
    private val general: VectorKernel<CastAttributes> = Elementwise(rowTerms.getValue(castOp))

    init {
        numbers()
        halves()
    }

    override fun accepts(attributes: CastAttributes, inputs: Array<Value>): Boolean =
        conversions[key(inputs[0].dtype, attributes.dtype)] != null && inputs[0].layout.isContiguous

    override fun compute(attributes: CastAttributes, inputs: Array<Value>, outputs: Array<Value>) {
        val (x, y) = inputs[0] to outputs[0]
        if (!y.layout.isContiguous) return general.run(attributes, inputs, outputs)
        val conversion = conversions[key(x.dtype, y.dtype)]!!
        val n = y.elements
        if (n <= GRAIN) return all(conversion, x, y, 0, n)
        Workers.range(n, GRAIN) { from, to -> all(conversion, x, y, from, to) }
    }

    private fun all(conversion: Conversion, x: Value, y: Value, from: Int, to: Int) {
        val block = Casts.get()
        val (a, b) = x.dtype.bytes.toLong() to y.dtype.bytes.toLong()
        var read = x.address() + from * a
        var write = y.address() + from * b
        var rest = to - from
        while (rest > 0) {
            val count = minOf(rest, Casts.BLOCK)
            conversion.run(block, read, write, count)
            read += count * a
            write += count * b
            rest -= count
        }
    }

    private fun numbers() {
        on(DType.F32, DType.F64) { _, x, y, n -> CastLanes.floatToDouble(x, y, n) }
        on(DType.F64, DType.F32) { _, x, y, n -> CastLanes.doubleToFloat(x, y, n) }
        on(DType.F32, DType.I64) { _, x, y, n -> CastLanes.floatToLong(x, y, n) }
        on(DType.I64, DType.F32) { _, x, y, n -> CastLanes.longToFloat(x, y, n) }
        on(DType.F64, DType.I32) { _, x, y, n -> CastLanes.doubleToInt(x, y, n) }
        on(DType.I32, DType.F64) { _, x, y, n -> CastLanes.intToDouble(x, y, n) }
        on(DType.I32, DType.I64) { _, x, y, n -> CastLanes.intToLong(x, y, n) }
        on(DType.I64, DType.I32) { _, x, y, n -> CastLanes.longToInt(x, y, n) }
        on(DType.I8, DType.F32) { block, x, y, n ->
            ArrayLanes.load(x, block.bytes, n)
            Casts.byteToFloat(block.bytes, block.floats, n)
            ArrayLanes.store(block.floats, y, n)
        }
    }

    private fun halves() {
        on(DType.F16, DType.F32) { block, x, y, n ->
            Casts.halfToFloat(x, block.floats, n)
            ArrayLanes.store(block.floats, y, n)
        }
        on(DType.F32, DType.F16) { block, x, y, n ->
            ArrayLanes.load(x, block.floats, n)
            Casts.floatToHalf(block.floats, y, n)
        }
        if (ByteOrder.nativeOrder() == ByteOrder.BIG_ENDIAN) return
        on(DType.BF16, DType.F32) { _, x, y, n -> BFloat16Lanes.toFloat(x, y, n) }
        on(DType.F32, DType.BF16) { _, x, y, n -> BFloat16Lanes.fromFloat(x, y, n) }
    }

    private fun on(from: DType, to: DType, conversion: Conversion) {
        conversions[key(from, to)] = conversion
    }

    private fun key(from: DType, to: DType): Int = from.ordinal * DType.entries.size + to.ordinal

    /** About 5 us on one thread. */
    private const val GRAIN = 1 shl 15
}

/** The kernel of casts; it comes before the generated loops. */
internal val castKernels: List<Pair<Op<*>, VectorKernel<*>>> = listOf(castOp to Cast)
