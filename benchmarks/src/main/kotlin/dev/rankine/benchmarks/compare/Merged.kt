package dev.rankine.benchmarks.compare

/** Figures of a run put into those of earlier ones, so that a table can be completed by several runs. */
internal class Merged(private val old: Run, private val all: List<Row>) {
    /** The rows of the earlier runs. */
    val rows: List<Measured> get() = old.rows

    /**
     * [old] with what is in [new]: all figures go of rows that were [asked] for beside [peers] with [threads], of steps that were taken alone again,
     * and, if there are new points, those around the grain with [threads]; so do figures of rows that are no longer among [all].
     */
    fun with(new: Run, asked: Set<Row>, peers: Set<String>, threads: Set<Int>): Run {
        val known = all.map { it.family to it.name }.toSet()
        val replaced = asked.map { it.family to it.name }.toSet()
        val rows =
            old.rows.filter { row ->
                val name = row.family to row.name
                name in known && !(name in replaced && row.peer in peers && row.threads in threads)
            }
        val steps = all.filter { it.alone > 0 }.map { it.name }.toSet()
        val again = new.alone.map { listOf(it.row, it.side, it.flags) }.toSet()
        val alone = old.alone.filter { it.row in steps && listOf(it.row, it.side, it.flags) !in again }
        val grain = old.grain.filter { new.grain.isEmpty() || it.threads !in threads }
        val last = old.heads.size
        return Run(
            old.heads + new.head,
            inOrder(rows + new.rows.map { it.of(last) }),
            alone + new.alone.map { it.of(last) },
            grain + new.grain.map { it.of(last) },
        ).compact()
    }

    /** Rows in the order of the table, so that files can be compared line by line. */
    private fun inOrder(rows: List<Measured>): List<Measured> {
        val places = all.withIndex().associate { (place, row) -> (row.family to row.name) to place }
        return rows.sortedWith(compareBy({ places.getValue(it.family to it.name) }, { it.threads }, { it.peer }, { it.waiting }))
    }

    /** Without heads that nothing stands on; equal ones are one. */
    private fun Run.compact(): Run {
        val used = (rows.map { it.run } + alone.map { it.run } + grain.map { it.run } + (heads.size - 1)).toSortedSet()
        val kept =
            used
                .map { heads[it] }
                .reversed()
                .distinct()
                .reversed()

        fun place(run: Int) = kept.indexOf(heads[run])
        return Run(kept, rows.map { it.of(place(it.run)) }, alone.map { it.of(place(it.run)) }, grain.map { it.of(place(it.run)) })
    }
}
