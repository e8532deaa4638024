package dev.rankine.ops.plain.kernels

import dev.rankine.ops.CastAttributes
import dev.rankine.ops.Op
import dev.rankine.ops.Value
import dev.rankine.ops.castOp
import dev.rankine.shapes.DType
import dev.rankine.shapes.castToLong

private inline fun <X : Any, Y : Any> conversion(
    from: DType,
    input: Lanes<X>,
    to: DType,
    output: Lanes<Y>,
    crossinline convert: (X, Y, Int, Int) -> Unit,
): Pair<Op<*>, PlainKernel<*>> =
    castOp to
        object : UnaryKernel<CastAttributes, X, Y>(from, input, output, CHEAP_GRAIN) {
            override fun accepts(attributes: CastAttributes, inputs: Array<Value>): Boolean =
                attributes.dtype == to && super.accepts(attributes, inputs)

            override fun loop(x: X, y: Y, from: Int, to: Int) = convert(x, y, from, to)
        }

/** Conversions between the types that training meets most. */
internal val castKernels: List<Pair<Op<*>, PlainKernel<*>>> =
    listOf(
        conversion(DType.F32, FloatLanes, DType.F64, DoubleLanes) { x, y, from, to -> for (i in from until to) y[i] = x[i].toDouble() },
        conversion(DType.F32, FloatLanes, DType.I64, LongLanes) { x, y, from, to ->
            for (i in from until to) {
                y[i] =
                    castToLong(x[i].toDouble(), DType.I64)
            }
        },
        conversion(DType.F32, FloatLanes, DType.BOOL, ByteLanes) { x, y, from, to ->
            for (i in from until to) {
                y[i] =
                    if (x[i] != 0f) 1 else 0
            }
        },
        conversion(DType.F64, DoubleLanes, DType.F32, FloatLanes) { x, y, from, to -> for (i in from until to) y[i] = x[i].toFloat() },
        conversion(DType.F64, DoubleLanes, DType.I64, LongLanes) { x, y, from, to ->
            for (i in from until to) {
                y[i] =
                    castToLong(x[i], DType.I64)
            }
        },
        conversion(DType.F64, DoubleLanes, DType.BOOL, ByteLanes) { x, y, from, to ->
            for (i in from until to) {
                y[i] =
                    if (x[i] != 0.0) 1 else 0
            }
        },
        conversion(DType.I64, LongLanes, DType.F32, FloatLanes) { x, y, from, to -> for (i in from until to) y[i] = x[i].toFloat() },
        conversion(DType.I64, LongLanes, DType.F64, DoubleLanes) { x, y, from, to -> for (i in from until to) y[i] = x[i].toDouble() },
        conversion(DType.I64, LongLanes, DType.BOOL, ByteLanes) { x, y, from, to ->
            for (i in from until to) {
                y[i] =
                    if (x[i] !=
                        0L
                    ) {
                        1
                    } else {
                        0
                    }
            }
        },
        conversion(DType.I32, IntLanes, DType.F32, FloatLanes) { x, y, from, to -> for (i in from until to) y[i] = x[i].toFloat() },
        conversion(DType.I32, IntLanes, DType.F64, DoubleLanes) { x, y, from, to -> for (i in from until to) y[i] = x[i].toDouble() },
        conversion(DType.I32, IntLanes, DType.I64, LongLanes) { x, y, from, to -> for (i in from until to) y[i] = x[i].toLong() },
        conversion(DType.I32, IntLanes, DType.BOOL, ByteLanes) { x, y, from, to ->
            for (i in from until to) {
                y[i] =
                    if (x[i] !=
                        0
                    ) {
                        1
                    } else {
                        0
                    }
            }
        },
        conversion(DType.U8, ByteLanes, DType.F32, FloatLanes) { x, y, from, to ->
            for (i in from until to) {
                y[i] =
                    (x[i].toInt() and 0xff).toFloat()
            }
        },
        conversion(DType.U8, ByteLanes, DType.F64, DoubleLanes) { x, y, from, to ->
            for (i in from until to) {
                y[i] =
                    (x[i].toInt() and 0xff).toDouble()
            }
        },
        conversion(DType.U8, ByteLanes, DType.I64, LongLanes) { x, y, from, to ->
            for (i in from until to) {
                y[i] =
                    (x[i].toInt() and 0xff).toLong()
            }
        },
        conversion(DType.U8, ByteLanes, DType.BOOL, ByteLanes) { x, y, from, to ->
            for (i in from until to) {
                y[i] =
                    if (x[i].toInt() != 0) 1 else 0
            }
        },
        conversion(DType.BOOL, ByteLanes, DType.F32, FloatLanes) { x, y, from, to -> for (i in from until to) y[i] = x[i].toFloat() },
        conversion(DType.BOOL, ByteLanes, DType.F64, DoubleLanes) { x, y, from, to -> for (i in from until to) y[i] = x[i].toDouble() },
        conversion(DType.BOOL, ByteLanes, DType.I64, LongLanes) { x, y, from, to -> for (i in from until to) y[i] = x[i].toLong() },
    )
