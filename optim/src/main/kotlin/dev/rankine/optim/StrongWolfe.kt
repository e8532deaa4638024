package dev.rankine.optim

import dev.rankine.ops.Value
import kotlin.math.abs
import kotlin.math.sqrt

/** A place on the line of a search: the step [t] there, the [loss], its [gradient], and its [slope] along the line. */
internal class Place(val t: Double, val loss: Double, val gradient: Value, val slope: Double)

/**
 * Looks for a step along a line where the loss is at most `f + c1 t slope` and its slope at most c2 of the first, in size: first outwards until two places
 * enclose such a step, then between them, by cubics through both. Algorithms 3.5 and 3.6 of Nocedal & Wright, Numerical Optimization (2006), with
 * the safeguards that PyTorch's LBFGS has.
 *
 * @param start the place at step 0.
 * @param size the largest element of the direction, in size: steps that move nothing by [tolerance] end the search.
 * @param evaluate the loss and its gradient at a step.
 */
internal class StrongWolfe(
    private val start: Place,
    private val size: Double,
    private val tolerance: Double = 1e-9,
    private val evaluate: (Double) -> Place,
) {
    private var tries = 0

    /** How many times the loss was computed. */
    var evaluations: Int = 0
        private set

    /** The step to take, searched from step [first] on. */
    fun find(first: Double): Place {
        var before = start
        var place = at(first)
        while (tries < MOST) {
            if (isTooHigh(place) || (tries > 1 && place.loss >= before.loss)) return between(before, place)
            if (isFlat(place)) return place
            if (place.slope >= 0) return between(before, place)
            val t = cubicMinimum(before, place, place.t + 0.01 * (place.t - before.t), 10 * place.t)
            before = place
            place = at(t)
            tries++
        }
        return if (start.loss <= place.loss) start else place
    }

    private fun between(a: Place, b: Place): Place {
        // the places stay in their order of discovery, since the cubic of two places depends on it in its last bits
        val ends = arrayOf(a, b)
        var low = lower(ends)
        var isStuck = false
        while (tries < MOST && abs(ends[1].t - ends[0].t) * size >= tolerance) {
            val (least, most) = minOf(ends[0].t, ends[1].t) to maxOf(ends[0].t, ends[1].t)
            var t = cubicMinimum(ends[0], ends[1], least, most)
            val margin = 0.1 * (most - least)
            if (minOf(most - t, t - least) >= margin) {
                isStuck = false
            } else if (isStuck || t >= most || t <= least) {
                t = if (abs(t - most) < abs(t - least)) most - margin else least + margin
                isStuck = false
            } else {
                isStuck = true
            }
            val place = at(t)
            tries++
            if (isTooHigh(place) || place.loss >= ends[low].loss) {
                ends[1 - low] = place
                low = lower(ends)
            } else {
                if (isFlat(place)) return place
                if (place.slope * (ends[1 - low].t - ends[low].t) >= 0) ends[1 - low] = ends[low]
                ends[low] = place
            }
        }
        return ends[low]
    }

    private fun lower(ends: Array<Place>): Int = if (ends[0].loss <= ends[1].loss) 0 else 1

    private fun isTooHigh(place: Place): Boolean = place.loss > start.loss + FALL * place.t * start.slope

    private fun isFlat(place: Place): Boolean = abs(place.slope) <= -FLAT * start.slope

    private fun at(t: Double): Place = evaluate(t).also { evaluations++ }

    private companion object {
        const val FALL = 1e-4
        const val FLAT = 0.9
        const val MOST = 25
    }
}

/** Where the cubic through two places with their slopes is least, kept between [least] and [most]; their middle if it has no minimum. */
internal fun cubicMinimum(one: Place, other: Place, least: Double, most: Double): Double {
    val (a, b) = if (one.t <= other.t) one to other else other to one
    val bend = one.slope + other.slope - 3 * (one.loss - other.loss) / (one.t - other.t)
    val square = bend * bend - one.slope * other.slope
    if (!(square >= 0)) return (least + most) / 2
    val root = sqrt(square)
    val t = b.t - (b.t - a.t) * ((b.slope + root - bend) / (b.slope - a.slope + 2 * root))
    return if (t.isNaN()) (least + most) / 2 else minOf(maxOf(t, least), most) // an infinite loss has no cubic
}
