package dev.rankine.ops.kernels

import dev.rankine.ops.Value
import dev.rankine.ops.matmulOp
import dev.rankine.ops.toDoubleArray
import dev.rankine.shapes.DType
import dev.rankine.shapes.Sizes
import io.kotest.core.spec.style.FunSpec
import java.util.Random

internal class MatmulKernelsTest :
    FunSpec({
        /** The error allowed: one rounding per product and sum of the magnitudes. */
        fun bound(a: Value, b: Value): DoubleArray {
            val (n, k, m) = Triple(a.sizes[-2], a.sizes[-1], b.sizes[-1])
            val batch = (0 until a.rank - 2).fold(1) { product, axis -> product * a.sizes[axis] }
            val (x, y) = a.toDoubleArray() to b.toDoubleArray()
            val unit = (k + 2) * if (a.dtype == DType.F32) Math.ulp(1f).toDouble() else Math.ulp(1.0)
            return DoubleArray(batch * n * m) { i ->
                val (from, row, column) = Triple(i / (n * m), i / m, i % m)
                (0 until k).sumOf { Math.abs(x[row * k + it] * y[(from * k + it) * m + column]) } * unit
            }
        }
        for (type in listOf(DType.F32, DType.F64)) {
            test("$type: small and odd sizes, all layouts, NaN and infinities") {
                val random = Random(1)
                val choice = intArrayOf(0, 1, 2, 3, 4, 5, 7, 16, 17, 31, 65)
                repeat(150) { i ->
                    val (n, k, m) = List(3) { choice[random.nextInt(choice.size)] }
                    val batch = Sizes.of(*IntArray(random.nextInt(3)) { random.nextInt(4) })
                    val special = i % 3 == 0
                    // huge numbers would overflow on another way than the oracle's doubles
                    val a = operand(random, type, batch + Sizes.of(n, k))
                    val b = operand(random, type, batch + Sizes.of(k, m), special && type == DType.F64)
                    compare(matmulOp, Unit, arrayOf(a, b)) { bound(a, b) }
                }
            }
            test("$type: more than one block in every direction") {
                val random = Random(2)
                for ((n, k, m) in listOf(
                    Triple(25, 513, 270),
                    Triple(270, 260, 5),
                    Triple(1, 300, 530),
                    Triple(530, 300, 1),
                    Triple(4, 1030, 4),
                )) {
                    val a = operand(random, type, Sizes.of(n, k))
                    val b = operand(random, type, Sizes.of(k, m))
                    compare(matmulOp, Unit, arrayOf(a, b)) { bound(a, b) }
                }
            }
        }
    })
