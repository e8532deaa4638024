package dev.rankine.kernels.lanes

import dev.rankine.kernels.lanes.StepPlan.Companion.BYTES
import dev.rankine.kernels.lanes.StepPlan.Companion.TILE
import dev.rankine.kernels.lanes.StepPlan.Companion.WIDTH

/**
 * The way back through the steps of [plan], and one more for what arrives at the first state, as far as it is the same for all recurrences. A step's
 * flow through the gates lies beside the result, [flows], once more, in rows that do not push each other out of the cache, for the product with the
 * weight. What flows [past] the gates of a step is added to that; there is such a flow where there is a [mask], or where the cells say so
 * ([passes]). Addresses; figures: [Lstm].
 */
internal abstract class BackwardSteps(
    protected val plan: StepPlan,
    private val upstream: Long,
    private val weight: Long,
    protected val mask: Long,
    private val flows: Long,
    private val firstState: Long,
    protected val isReverse: Boolean,
    passes: Boolean,
) {
    protected val rows = plan.rows
    protected val units = plan.units
    private val gates = plan.gates
    private val hasPast = passes || mask != 0L

    /** Numbers from a row to the next: of flows that are read, of gates, of what arrives. */
    private val flowDown = StepPlan.apart(gates * units)
    private val gateDown = StepPlan.apart(gates * plan.wide)
    private val arrivedDown = StepPlan.apart(plan.wide)

    private val flowBytes = Scratch.lines(BYTES * plan.tall * flowDown)
    private val gateBytes = Scratch.lines(BYTES * plan.tall * gateDown)
    private val arrivedBytes = Scratch.lines(BYTES * plan.tall * arrivedDown)
    private val panelBytes = if (plan.isThin) 0L else BYTES * gates * plan.wide * units
    private var flow = 0L
    private var arrived = 0L
    private var past = 0L
    private var open = 0L
    private var panels = 0L

    /** Room of a row for each unit, beside the gates. */
    private var extra = 0L

    /** Bytes of memory that the steps work in. */
    private val bytes: Long = 2 * flowBytes + gateBytes + (2 + EXTRA) * arrivedBytes + panelBytes + Scratch.ROOM + TILE

    /** Takes all steps. */
    fun run(scratch: Scratch) {
        if (!plan.isThin) UnpackedF32.settle()
        start(scratch.take(bytes))
        plan.walk(plan.steps + 1) { number, row, lastRow, unit, lastUnit -> step(number, row, lastRow, unit, lastUnit) }
    }

    /** Takes [memory] and packs the weight there. */
    private fun start(memory: Long) {
        flow = memory
        arrived = flow + 2 * flowBytes
        past = arrived + arrivedBytes
        extra = past + arrivedBytes
        open = extra + EXTRA * arrivedBytes
        panels = open + gateBytes
        Lanes.ALL.asSlice(memory, 2 * flowBytes + 2 * arrivedBytes).fill(0)
        if (plan.isThin) return
        val tile = panels + panelBytes + Scratch.ROOM
        for (unit in 0 until units step WIDTH) {
            val count = minOf(WIDTH, units - unit)
            PackF32.pack(gates * units, count, count, WIDTH, weight + BYTES * unit, 1L, units.toLong(), panel(unit), tile)
        }
    }

    private fun panel(unit: Int): Long = panels + BYTES * unit * gates * units

    /** Step [number] of the way back for some rows and units; the last one has a product behind it. */
    private fun step(number: Int, row: Int, lastRow: Int, unit: Int, lastUnit: Int) {
        if (number > 0) multiply(number, row, lastRow, unit, lastUnit)
        val count = lastUnit - unit
        if (number == plan.steps) return finish(row, lastRow, unit, count)
        val t = if (isReverse) number else plan.steps - 1 - number
        for (i in row until lastRow) {
            val place = t.toLong() * rows + i
            val dh = arrived + BYTES * (i * arrivedDown + unit)
            val held = past + BYTES * (i * arrivedDown + unit)
            LstmCellF32.add(count, upstream + BYTES * (place * units + unit), dh, dh)
            if (hasPast) LstmCellF32.add(count, held, dh, dh)
            val isLive = mask == 0L || StepPlan.isSet(mask + place)
            if (isLive) {
                if (hasPast) clear(count, held)
            } else {
                // nothing flows through the gates, but what is not a number there: as in the row
                StepPlan.copy(count, dh, held)
                clear(count, dh)
            }
            val into = flow + (number + 1) % 2 * flowBytes + BYTES * (i * flowDown + unit)
            cell(number, place, i, unit, count, dh, held, into, isLive)
            give(count, into, flows + BYTES * (place * gates * units + unit), gates)
        }
    }

    /**
     * The flows [into] the gates of units from [unit] on in one [row], whose [place] among those of all steps is given: of the first gate, and
     * the others come [StepPlan.units] numbers behind each other. [dh] is what arrives for the state, zeros unless the sequence [isLive] at this
     * step; what flows past the gates is added to [past].
     */
    protected abstract fun cell(
        number: Int,
        place: Long,
        row: Int,
        unit: Int,
        count: Int,
        dh: Long,
        past: Long,
        into: Long,
        isLive: Boolean,
    )

    /** Where cells may write what their gates are, the first of a row; the others come [StepPlan.wide] numbers behind each other. */
    protected fun gatesAt(row: Int, unit: Int): Long = open + BYTES * (row * gateDown + unit)

    /** Where cells may write other numbers, [i] below [EXTRA]. */
    protected fun extraAt(i: Int, row: Int, unit: Int): Long = extra + i * arrivedBytes + BYTES * (row * arrivedDown + unit)

    /** Copies what flows through the first [parts] gates to a result. */
    protected fun give(count: Int, from: Long, to: Long, parts: Int) {
        if (count == units) {
            StepPlan.copy(parts * units, from, to)
        } else {
            for (part in 0 until parts) StepPlan.copy(count, from + BYTES * part * units, to + BYTES * part * units)
        }
    }

    protected fun clear(count: Int, at: Long) {
        Lanes.ALL.asSlice(at, BYTES * count).fill(0)
    }

    /** What arrives at the first state, when all steps are done. */
    private fun finish(row: Int, lastRow: Int, unit: Int, count: Int) {
        for (i in row until lastRow) {
            val dh = arrived + BYTES * (i * arrivedDown + unit)
            if (hasPast) LstmCellF32.add(count, past + BYTES * (i * arrivedDown + unit), dh, dh)
            StepPlan.copy(count, dh, firstState + BYTES * (i.toLong() * units + unit))
        }
    }

    /** What the flows of the step before step [number] of the way back bring. */
    private fun multiply(number: Int, row: Int, lastRow: Int, unit: Int, lastUnit: Int) {
        val from = flow + number % 2 * flowBytes
        if (plan.isThin) return thin(from, unit, lastUnit)
        for (j in unit until lastUnit step WIDTH) {
            var i = row
            while (i < lastRow) {
                val height = TileF32.height(lastRow - i)
                val left = from + BYTES * i * flowDown
                val c = arrived + BYTES * (i * arrivedDown + j)
                UnpackedF32.multiply(height, WIDTH, gates * units, left, flowDown, 1L, panel(j), WIDTH.toLong(), c, arrivedDown)
                i += height
            }
        }
    }

    private fun thin(from: Long, unit: Int, lastUnit: Int) {
        val sums = StepPlan.thinSums()
        for (i in 0 until rows) {
            val c = arrived + BYTES * (i * arrivedDown + unit)
            val x = from + BYTES * i * flowDown
            RowF32.multiply(lastUnit - unit, gates * units, x, 1L, weight + BYTES * unit, units.toLong(), c, false, sums)
        }
    }

    private companion object {
        const val EXTRA = 2
    }
}
