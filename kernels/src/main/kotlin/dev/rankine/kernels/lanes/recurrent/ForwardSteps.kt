package dev.rankine.kernels.lanes

import dev.rankine.kernels.lanes.StepPlan.Companion.BYTES
import dev.rankine.kernels.lanes.StepPlan.Companion.TILE
import dev.rankine.kernels.lanes.StepPlan.Companion.WIDTH

/**
 * The way forward through the steps of [plan] as far as it is the same for all recurrences: the weight is packed, a step multiplies the states of all
 * rows by it, and where a [mask] says that a sequence does not have the step, its state stays. Addresses; figures: [Lstm].
 */
internal abstract class ForwardSteps(
    protected val plan: StepPlan,
    private val weight: Long,
    private val first: Long,
    private val mask: Long,
    private val states: Long,
    protected val isReverse: Boolean,
) {
    protected val rows = plan.rows
    protected val units = plan.units
    private val gates = plan.gates

    /** Numbers from a row to the next: of states that are read, of products. */
    private val stateDown = StepPlan.apart(units)
    private val productDown = StepPlan.apart(gates * plan.wide)

    private val stateBytes = Scratch.lines(BYTES * plan.tall * stateDown)
    private val productBytes = Scratch.lines(BYTES * plan.tall * productDown)

    // the sums of a row of the weight cost as much as its products: worth another order if it is read often
    private val isPacked = !plan.isThin || plan.steps * rows >= OFTEN
    private val width = if (plan.isThin) VECTORS * WIDTH / 2 else WIDTH
    private val panelBytes = if (isPacked) BYTES * gates * StepPlan.up(units, width) * units else 0L
    private var state = 0L
    private var products = 0L
    private var panels = 0L

    /** Bytes of memory that the steps work in. */
    private val bytes: Long = 2 * stateBytes + productBytes + panelBytes + Scratch.ROOM + TILE

    /** Takes all steps. */
    fun run(scratch: Scratch) {
        if (!plan.isThin) UnpackedF32.settle()
        start(scratch.take(bytes))
        plan.walk(plan.steps) { number, row, lastRow, unit, lastUnit -> step(number, row, lastRow, unit, lastUnit) }
    }

    /** Takes [memory], packs the weight there, and puts the first state where step 0 reads it. */
    private fun start(memory: Long) {
        state = memory
        products = memory + 2 * stateBytes
        panels = products + productBytes
        Lanes.ALL.asSlice(state, 2 * stateBytes).fill(0)
        for (row in 0 until rows) StepPlan.copy(units, first + BYTES * row * units, state + BYTES * row * stateDown)
        if (!isPacked) return
        val tile = panels + panelBytes + Scratch.ROOM
        for (unit in 0 until units step width) {
            val count = minOf(width, units - unit)
            for (gate in 0 until gates) {
                val from = weight + BYTES * (gate * units + unit) * units
                PackF32.pack(units, count, count, width, from, units.toLong(), 1L, panel(unit, gate), tile)
            }
        }
    }

    private fun panel(unit: Int, gate: Int): Long = panels + BYTES * (unit.toLong() * gates + gate * width) * units

    /** Step [number] of the walk for some rows and units. */
    private fun step(number: Int, row: Int, lastRow: Int, unit: Int, lastUnit: Int) {
        val t = if (isReverse) plan.steps - 1 - number else number
        val before = state + number % 2 * stateBytes
        val after = state + (number + 1) % 2 * stateBytes
        if (plan.isThin) thin(number, before, unit, lastUnit) else multiply(before, row, lastRow, unit, lastUnit)
        val count = lastUnit - unit
        for (i in row until lastRow) {
            val place = t.toLong() * rows + i
            val at = BYTES * (i * stateDown + unit)
            val isLive = mask == 0L || StepPlan.isSet(mask + place)
            cell(number, place, i, unit, count, products + BYTES * (i * productDown + unit), before + at, after + at, isLive)
            if (!isLive) StepPlan.copy(count, before + at, after + at)
            StepPlan.copy(count, after + at, states + BYTES * (place * units + unit))
        }
    }

    /**
     * The cells of units from [unit] on in one [row], whose [place] among those of all steps is given. [products] are those of the first gate,
     * and the others come [StepPlan.wide] numbers behind each other; the cells may work there. [before] is the state, which becomes [after] if
     * the sequence [isLive] at this step; whole vectors may be written there.
     */
    protected abstract fun cell(
        number: Int,
        place: Long,
        row: Int,
        unit: Int,
        count: Int,
        products: Long,
        before: Long,
        after: Long,
        isLive: Boolean,
    )

    private fun multiply(before: Long, row: Int, lastRow: Int, unit: Int, lastUnit: Int) {
        for (j in unit until lastUnit step WIDTH) {
            for (gate in 0 until gates) {
                var i = row
                while (i < lastRow) {
                    val height = TileF32.height(lastRow - i)
                    val left = before + BYTES * i * stateDown
                    val c = products + BYTES * (i * productDown + gate * plan.wide + j)
                    UnpackedF32.multiply(height, WIDTH, units, left, stateDown, 1L, panel(j, gate), WIDTH.toLong(), c, productDown)
                    i += height
                }
            }
        }
    }

    private fun thin(number: Int, before: Long, unit: Int, lastUnit: Int) {
        val sums = StepPlan.thinSums()
        for (i in 0 until rows) {
            val x = before + BYTES * i * stateDown
            val c = products + BYTES * i * productDown
            if (isPacked) {
                val count = gates * (StepPlan.up(lastUnit - unit, width) / width)
                for (p in 0 until count) {
                    // every other step begins where the one before it ended: those panels are still in the cache
                    val panel = if ((number + i) % 2 == 0) p else count - 1 - p
                    val j = unit + panel / gates * width
                    val gate = panel % gates
                    val to = c + BYTES * (gate * plan.wide + j)
                    RowF32.multiply(minOf(width, lastUnit - j), units, x, 1L, panel(j, gate), width.toLong(), to, false, sums)
                }
            } else {
                for (gate in 0 until gates) {
                    val a = weight + BYTES * (gate * units + unit) * units
                    val to = c + BYTES * (gate * plan.wide + unit)
                    DotsF32.multiply(lastUnit - unit, units, a, units.toLong(), x, to, 1L, false, sums)
                }
            }
        }
    }

    private companion object {
        /** Vectors of a panel for one row. */
        const val VECTORS = 8

        /** Rows of all steps from which on the weight is packed for one row at a time. */
        const val OFTEN = 8
    }
}
