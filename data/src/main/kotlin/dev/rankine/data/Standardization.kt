package dev.rankine.data

import dev.rankine.ops.Holder
import dev.rankine.ops.Value
import dev.rankine.ops.div
import dev.rankine.ops.minus
import dev.rankine.ops.noGrad
import dev.rankine.ops.to
import dev.rankine.ops.valueOf
import dev.rankine.shapes.DType
import dev.rankine.shapes.Dim
import dev.rankine.shapes.Mat
import dev.rankine.shapes.Sizes
import dev.rankine.shapes.Vec
import dev.rankine.tensor.Tensor
import dev.rankine.tensor.UncheckedShape
import dev.rankine.tensor.toDoubleArray
import dev.rankine.tensor.unchecked
import kotlin.math.sqrt

/**
 * How features become numbers of mean 0 and deviation 1: `(x - mean) / deviation`, each feature by its own.
 *
 * Take it from the rows that the model learns from, and use the same one for testing and for every later use of the model.
 *
 * @property mean the mean of each feature, float64. `[F]`
 * @property deviation its (population) standard deviation, float64; 1 where all rows have the same number, which becomes 0. `[F]`
 */
public class Standardization<F : Dim<*>> private constructor(public val mean: Tensor<Vec<F>>, public val deviation: Tensor<Vec<F>>) :
    Holder {
        /** [rows] standardized, in their element type. `[R, F] -> [R, F]` */
        @OptIn(UncheckedShape::class) // the sizes are those of rows
        public operator fun <R : Dim<*>> invoke(rows: Tensor<Mat<R, F>>): Tensor<Mat<R, F>> =
            noGrad { to((to(rows.value, DType.F64) - mean.value) / deviation.value, rows.dtype).unchecked() }

        override fun heldValues(): List<Value> = listOf(mean.value, deviation.value)

        /** Takes the numbers from rows. */
        public companion object {
            /**
             * Mean and deviation of every feature over all [rows]. `[R, F]`
             *
             * @throws IllegalArgumentException if there is no row, or a number is not finite.
             */
            @OptIn(UncheckedShape::class) // the axis is that of the features
            public fun <R : Dim<*>, F : Dim<*>> of(rows: Tensor<Mat<R, F>>): Standardization<F> {
                val count = rows.sizes[0]
                val features = rows.sizes[1]
                require(count > 0) { "standardization: there are no rows: ${rows.sizes}" }
                val numbers = rows.toDoubleArray()
                val wrong = numbers.indices.firstOrNull { !numbers[it].isFinite() }
                require(wrong == null) {
                    "standardization: a number is not finite: row ${wrong!! / features} of feature ${wrong % features} is ${numbers[wrong]}"
                }
                val means = DoubleArray(features) { k -> (0 until count).sumOf { numbers[it * features + k] } / count }
                val deviations =
                    DoubleArray(features) { k ->
                        val variance = (0 until count).sumOf { row -> (numbers[row * features + k] - means[k]).let { it * it } } / count
                        // equal numbers may differ from their rounded mean
                        val isConstant = (0 until count).all { numbers[it * features + k] == numbers[k] }
                        if (isConstant) 1.0 else sqrt(variance)
                    }
                val sizes = Sizes.of(features).withAxes(arrayOf(rows.sizes.axis(1)))
                return Standardization(valueOf(means, DType.F64, sizes).unchecked(), valueOf(deviations, DType.F64, sizes).unchecked())
            }
        }
    }
