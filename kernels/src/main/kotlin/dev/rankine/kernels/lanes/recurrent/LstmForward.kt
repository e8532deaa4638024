package dev.rankine.kernels.lanes

import dev.rankine.kernels.address
import dev.rankine.ops.LstmAttributes
import dev.rankine.ops.Value
import java.lang.foreign.ValueLayout

/** The way forward through the steps of [plan]: states and cells, and the gates if they are kept. See [Lstm]. */
internal class LstmForward(private val plan: StepPlan, inputs: Array<Value>, outputs: Array<Value>, attributes: LstmAttributes) {
    private val rows = plan.rows
    private val units = plan.units
    private val isReverse = attributes.reverse
    private val gates = inputs[0].address()
    private val weight = inputs[1].address()
    private val first = inputs[2].address()
    private val firstCells = inputs[3].address()
    private val mask = if (attributes.hasMask) inputs[4].address() else 0L
    private val states = outputs[0].address()
    private val cells = outputs[1].address()
    private val kept = if (attributes.keepsGates) outputs[2].address() else 0L

    /** Numbers from a row to the next: of states that are read, of products. */
    private val stateDown = StepPlan.apart(units)
    private val productDown = StepPlan.apart(GATES * plan.wide)

    private val stateBytes = Scratch.lines(BYTES * plan.tall * stateDown)
    private val productBytes = Scratch.lines(BYTES * plan.tall * productDown)

    // the sums of a row of the weight cost as much as its products: worth another order if it is read often
    private val isPacked = !plan.isThin || plan.steps * rows >= OFTEN
    private val width = if (plan.isThin) VECTORS * WIDTH / 2 else WIDTH
    private val panelBytes = if (isPacked) BYTES * GATES * StepPlan.up(units, width) * units else 0L
    private var state = 0L
    private var products = 0L
    private var panels = 0L

    /** Bytes of memory that the steps work in. */
    val bytes: Long = 2 * stateBytes + productBytes + panelBytes + Scratch.ROOM + TILE

    /** Takes [memory], packs the weight there, and puts the first state where step 0 reads it. */
    fun start(memory: Long) {
        state = memory
        products = memory + 2 * stateBytes
        panels = products + productBytes
        Lanes.ALL.asSlice(state, 2 * stateBytes).fill(0)
        for (row in 0 until rows) Lstm.copy(units, first + BYTES * row * units, state + BYTES * row * stateDown)
        if (!isPacked) return
        val tile = panels + panelBytes + Scratch.ROOM
        for (unit in 0 until units step width) {
            val count = minOf(width, units - unit)
            for (gate in 0 until GATES) {
                val from = weight + BYTES * (gate * units + unit) * units
                PackF32.pack(units, count, count, width, from, units.toLong(), 1L, panel(unit, gate), tile)
            }
        }
    }

    private fun panel(unit: Int, gate: Int): Long = panels + BYTES * (unit.toLong() * GATES + gate * width) * units

    /** Step [number] of the walk for some rows and units. */
    fun step(number: Int, row: Int, lastRow: Int, unit: Int, lastUnit: Int) {
        val t = if (isReverse) plan.steps - 1 - number else number
        val before = state + number % 2 * stateBytes
        val after = state + (number + 1) % 2 * stateBytes
        if (plan.isThin) thin(before, unit, lastUnit) else multiply(before, row, lastRow, unit, lastUnit)
        val cellsBefore = if (number == 0) firstCells else cells + BYTES * (if (isReverse) t + 1 else t - 1) * rows * units
        for (i in row until lastRow) {
            val at = BYTES * (i.toLong() * units + unit)
            val here = BYTES * t * rows * units + at
            val stateAt = BYTES * (i * stateDown + unit)
            val isLive = mask == 0L || Lanes.ALL.get(ValueLayout.JAVA_BYTE, mask + t.toLong() * rows + i) != 0.toByte()
            cell(t, i, unit, lastUnit - unit, cellsBefore + at, cells + here, after + stateAt, isLive)
            if (!isLive) {
                Lstm.copy(lastUnit - unit, cellsBefore + at, cells + here)
                Lstm.copy(lastUnit - unit, before + stateAt, after + stateAt)
            }
            Lstm.copy(lastUnit - unit, after + stateAt, states + here)
        }
    }

    private fun multiply(before: Long, row: Int, lastRow: Int, unit: Int, lastUnit: Int) {
        for (j in unit until lastUnit step WIDTH) {
            for (gate in 0 until GATES) {
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

    private fun thin(before: Long, unit: Int, lastUnit: Int) {
        val sums = LANES.get().take(SUMS)
        for (i in 0 until rows) {
            val x = before + BYTES * i * stateDown
            val c = products + BYTES * i * productDown
            for (gate in 0 until GATES) {
                if (isPacked) {
                    for (j in unit until lastUnit step width) {
                        val to = c + BYTES * (gate * plan.wide + j)
                        RowF32.multiply(minOf(width, lastUnit - j), units, x, 1L, panel(j, gate), width.toLong(), to, false, sums)
                    }
                } else {
                    val a = weight + BYTES * (gate * units + unit) * units
                    val to = c + BYTES * (gate * plan.wide + unit)
                    DotsF32.multiply(lastUnit - unit, units, a, units.toLong(), x, to, 1L, false, sums)
                }
            }
        }
    }

    /** The cells of one row: gates are added up and go through their functions where the products are. */
    private fun cell(t: Int, row: Int, unit: Int, count: Int, before: Long, next: Long, h: Long, isLive: Boolean) {
        val i = products + BYTES * (row * productDown + unit)
        val f = i + BYTES * plan.wide
        val g = f + BYTES * plan.wide
        val o = g + BYTES * plan.wide
        val at = BYTES * ((t.toLong() * rows + row) * GATES * units + unit)
        val given = gates + at
        val step = BYTES * units
        val isKept = kept != 0L
        val sum = if (isKept) kept + at else i
        val sumStep = if (isKept) step else BYTES * plan.wide
        LstmCellF32.add(count, given, i, sum)
        LstmCellF32.add(count, given + step, f, sum + sumStep)
        LstmCellF32.add(count, given + 2 * step, g, sum + 2 * sumStep)
        LstmCellF32.add(count, given + 3 * step, o, sum + 3 * sumStep)
        if (!isLive) return
        GatesF32.sigmoid(count, sum, i)
        GatesF32.sigmoid(count, sum + sumStep, f)
        GatesF32.tanh(count, sum + 2 * sumStep, g)
        GatesF32.sigmoid(count, sum + 3 * sumStep, o)
        LstmCellF32.next(count, i, f, g, before, next)
        GatesF32.tanh(count, next, g)
        LstmCellF32.multiply(count, o, g, h)
    }

    companion object {
        /** Gates of a cell, in the order input, forget, content, output. */
        const val GATES = 4
        const val BYTES = 4L
        val WIDTH = TileF32.COLUMNS
        val TILE = BYTES * TileF32.ROWS * TileF32.COLUMNS + Scratch.ROOM

        /** Vectors of a panel for one row. */
        private const val VECTORS = 8

        /** Rows of all steps from which on the weight is packed for one row at a time. */
        private const val OFTEN = 8

        /** Bytes that thin products work in. */
        const val SUMS = BYTES * 4096
        val LANES: ThreadLocal<Scratch> = ThreadLocal.withInitial { Scratch() }
    }
}
