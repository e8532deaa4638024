package dev.rankine.ops.kernels

import dev.rankine.ops.ArgAttributes
import dev.rankine.ops.ReduceAttributes
import dev.rankine.ops.amaxOp
import dev.rankine.ops.aminOp
import dev.rankine.ops.argmaxOp
import dev.rankine.ops.argminOp
import dev.rankine.ops.sumOp
import dev.rankine.ops.toDoubleArray
import dev.rankine.shapes.DType
import dev.rankine.shapes.Sizes
import io.kotest.core.spec.style.FunSpec
import java.util.Random

internal class ReductionKernelsTest :
    FunSpec({
        for (type in listOf(DType.F32, DType.F64, DType.I64, DType.I32, DType.BOOL)) {
            test("sum of $type over any axes, all layouts, NaN and infinities") {
                val random = Random(1)
                repeat(200) { i ->
                    val sizes = if (i % 10 == 0) Sizes.of(70_001 + i, 1 + random.nextInt(2)) else sizes(random)
                    val axes = (0 until sizes.rank).filter { random.nextBoolean() }
                    val x = operand(random, type, sizes, special = i % 3 == 0)
                    val scale = x.toDoubleArray().filter { it.isFinite() }.sumOf { Math.abs(it) }
                    // the row adds one after another: half a unit in the last place per term
                    val unit = if (type == DType.F32) Math.ulp(1f) * 1.0 else Math.ulp(1.0) * (64 + x.elements)
                    val results = (0 until sizes.rank).fold(1) { product, axis -> if (axis in axes) product else product * sizes[axis] }
                    compare(sumOp, ReduceAttributes(axes, random.nextBoolean()), arrayOf(x)) { DoubleArray(results) { scale * unit } }
                }
            }
        }
        for (type in listOf(DType.F32, DType.F64)) {
            test("largest and smallest of $type and their places, all layouts, NaN and infinities") {
                val random = Random(2)
                repeat(200) { i ->
                    val sizes = Sizes.of(*sizes(random).toIntArray().map { maxOf(it, 1) }.toIntArray())
                    val axes = (0 until sizes.rank).filter { random.nextBoolean() }
                    val x = arrayOf(operand(random, type, sizes, special = i % 3 == 0))
                    for (op in listOf(amaxOp, aminOp)) compare(op, ReduceAttributes(axes, random.nextBoolean()), x)
                    val axis = if (sizes.rank == 0 || random.nextInt(3) == 0) null else random.nextInt(sizes.rank)
                    for (op in listOf(argmaxOp, argminOp)) compare(op, ArgAttributes(axis, random.nextBoolean()), x)
                }
            }
        }
    })
