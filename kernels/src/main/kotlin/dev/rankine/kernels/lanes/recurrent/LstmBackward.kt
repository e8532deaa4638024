package dev.rankine.kernels.lanes

import dev.rankine.kernels.address
import dev.rankine.kernels.lanes.LstmForward.Companion.BYTES
import dev.rankine.kernels.lanes.LstmForward.Companion.GATES
import dev.rankine.kernels.lanes.LstmForward.Companion.LANES
import dev.rankine.kernels.lanes.LstmForward.Companion.SUMS
import dev.rankine.kernels.lanes.LstmForward.Companion.TILE
import dev.rankine.kernels.lanes.LstmForward.Companion.WIDTH
import dev.rankine.ops.LstmAttributes
import dev.rankine.ops.Value
import java.lang.foreign.ValueLayout

/** The way back through the steps of [plan], and one more for what arrives at the first state. See [LstmGradient]. */
internal class LstmBackward(private val plan: StepPlan, inputs: Array<Value>, outputs: Array<Value>, attributes: LstmAttributes) {
    private val rows = plan.rows
    private val units = plan.units
    private val isReverse = attributes.reverse
    private val upstream = inputs[0].address()
    private val cellUpstream = inputs[1].address()
    private val gates = inputs[2].address()
    private val cells = inputs[3].address()
    private val firstCells = inputs[4].address()
    private val weight = inputs[5].address()
    private val mask = if (attributes.hasMask) inputs[6].address() else 0L
    private val flows = outputs[0].address()
    private val firstState = outputs[1].address()

    /** What flows to the cells of the step before: at the end to the first. */
    private val carried = outputs[2].address()

    /** Numbers from a row to the next: of flows that are read, of gates, of what arrives. */
    private val flowDown = StepPlan.apart(GATES * units)
    private val gateDown = StepPlan.apart(GATES * plan.wide)
    private val arrivedDown = StepPlan.apart(plan.wide)

    private val flowBytes = Scratch.lines(BYTES * plan.tall * flowDown)
    private val gateBytes = Scratch.lines(BYTES * plan.tall * gateDown)
    private val arrivedBytes = Scratch.lines(BYTES * plan.tall * arrivedDown)
    private val panelBytes = if (plan.isThin) 0L else BYTES * GATES * plan.wide * units
    private var flow = 0L
    private var open = 0L
    private var arrived = 0L
    private var bent = 0L

    /** What flows past steps that a sequence does not have, to states and cells, where there is a mask. */
    private var past = 0L
    private var pastCells = 0L
    private var panels = 0L

    /** Bytes of memory that the steps work in. */
    val bytes: Long = 2 * flowBytes + gateBytes + 4 * arrivedBytes + panelBytes + Scratch.ROOM + TILE

    /** Takes [memory] and packs the weight there. */
    fun start(memory: Long) {
        flow = memory
        arrived = flow + 2 * flowBytes
        past = arrived + arrivedBytes
        bent = past + arrivedBytes
        pastCells = bent + arrivedBytes
        open = pastCells + arrivedBytes
        panels = open + gateBytes
        Lanes.ALL.asSlice(memory, 2 * flowBytes + 2 * arrivedBytes).fill(0)
        clear(rows * units, carried)
        if (plan.isThin) return
        val tile = panels + panelBytes + Scratch.ROOM
        for (unit in 0 until units step WIDTH) {
            val count = minOf(WIDTH, units - unit)
            PackF32.pack(GATES * units, count, count, WIDTH, weight + BYTES * unit, 1L, units.toLong(), panel(unit), tile)
        }
    }

    private fun panel(unit: Int): Long = panels + BYTES * unit * GATES * units

    /** Step [number] of the way back for some rows and units; the last one has a product behind it. */
    fun step(number: Int, row: Int, lastRow: Int, unit: Int, lastUnit: Int) {
        if (number == plan.steps) return finish(row, lastRow, unit, lastUnit)
        val walked = plan.steps - 1 - number
        val t = if (isReverse) number else walked
        val count = lastUnit - unit
        if (number > 0) multiply(number, row, lastRow, unit, lastUnit)
        val before = if (walked == 0) firstCells else cells + BYTES * (if (isReverse) t + 1 else t - 1) * rows * units
        for (i in row until lastRow) {
            val at = BYTES * (i.toLong() * units + unit)
            val here = BYTES * t * rows * units + at
            val dh = arrived + BYTES * (i * arrivedDown + unit)
            val dc = carried + at
            val held = past + BYTES * (i * arrivedDown + unit)
            LstmCellF32.add(count, upstream + here, dh, dh)
            LstmCellF32.add(count, cellUpstream + here, dc, dc)
            if (mask != 0L) LstmCellF32.add(count, held, dh, dh)
            val into = flow + (number + 1) % 2 * flowBytes + BYTES * (i * flowDown + unit)
            val isLive = mask == 0L || Lanes.ALL.get(ValueLayout.JAVA_BYTE, mask + t.toLong() * rows + i) != 0.toByte()
            if (isLive) {
                cell(t, i, unit, count, before + at, dh, dc, into)
                if (mask != 0L) clear(count, held)
            } else {
                // nothing flows through the gates, but what is not a number there: as in the row
                val heldCells = pastCells + BYTES * (i * arrivedDown + unit)
                Lstm.copy(count, dh, held)
                Lstm.copy(count, dc, heldCells)
                clear(count, dh)
                clear(count, dc)
                cell(t, i, unit, count, before + at, dh, dc, into)
                LstmCellF32.add(count, dc, heldCells, dc)
            }
            val to = flows + BYTES * ((t.toLong() * rows + i) * GATES * units + unit)
            if (count == units) {
                Lstm.copy(GATES * units, into, to)
            } else {
                for (gate in 0 until GATES) Lstm.copy(count, into + BYTES * gate * units, to + BYTES * gate * units)
            }
        }
    }

    private fun clear(count: Int, at: Long) = Lanes.ALL.asSlice(at, BYTES * count).fill(0)

    /** What arrives at the first state, when all steps are done. */
    private fun finish(row: Int, lastRow: Int, unit: Int, lastUnit: Int) {
        multiply(plan.steps, row, lastRow, unit, lastUnit)
        for (i in row until lastRow) {
            val dh = arrived + BYTES * (i * arrivedDown + unit)
            if (mask != 0L) LstmCellF32.add(lastUnit - unit, past + BYTES * (i * arrivedDown + unit), dh, dh)
            Lstm.copy(lastUnit - unit, dh, firstState + BYTES * (i.toLong() * units + unit))
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
                UnpackedF32.multiply(height, WIDTH, GATES * units, left, flowDown, 1L, panel(j), WIDTH.toLong(), c, arrivedDown)
                i += height
            }
        }
    }

    private fun thin(from: Long, unit: Int, lastUnit: Int) {
        val sums = LANES.get().take(SUMS)
        for (i in 0 until rows) {
            val c = arrived + BYTES * (i * arrivedDown + unit)
            val x = from + BYTES * i * flowDown
            RowF32.multiply(lastUnit - unit, GATES * units, x, 1L, weight + BYTES * unit, units.toLong(), c, false, sums)
        }
    }

    /** The flows through one row of cells. */
    private fun cell(t: Int, row: Int, unit: Int, count: Int, before: Long, dh: Long, dc: Long, into: Long) {
        val from = gates + BYTES * ((t.toLong() * rows + row) * GATES * units + unit)
        val step = BYTES * units
        val i = open + BYTES * (row * gateDown + unit)
        val f = i + BYTES * plan.wide
        val g = f + BYTES * plan.wide
        val o = g + BYTES * plan.wide
        val tangent = bent + BYTES * (row * arrivedDown + unit)
        GatesF32.sigmoid(count, from, i)
        GatesF32.sigmoid(count, from + step, f)
        GatesF32.tanh(count, from + 2 * step, g)
        GatesF32.sigmoid(count, from + 3 * step, o)
        GatesF32.tanh(count, cells + BYTES * ((t.toLong() * rows + row) * units + unit), tangent)
        LstmCellF32.arrive(count, o, tangent, dh, dc)
        LstmCellF32.gate(count, dc, g, i, into)
        LstmCellF32.gate(count, dc, before, f, into + step)
        LstmCellF32.content(count, dc, i, g, into + 2 * step)
        LstmCellF32.gate(count, dh, tangent, o, into + 3 * step)
        LstmCellF32.multiply(count, dc, f, dc)
    }
}
