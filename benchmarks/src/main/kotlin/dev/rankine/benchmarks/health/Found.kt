package dev.rankine.benchmarks.health

/**
 * What one process found of a kernel.
 *
 * @property nanoseconds of a call at the larger size, the median of the best round.
 * @property small bytes of Java heap that a call at the smaller size takes.
 * @property large the same at the larger size.
 * @property growth bytes that the larger size may take more; see [Work.growth].
 */
internal class Found(val name: String, val nanoseconds: Double, val small: Long, val large: Long, val growth: Long) {
    /** Whether what is allocated grows with the work: then a kernel allocates, not the call of an op. */
    val grows: Boolean get() = large - small > growth + SLACK

    /** One line of text. */
    fun toLine(): String = "$nanoseconds $small $large $growth $name"

    companion object {
        /** Reads what [toLine] wrote. */
        fun of(line: String): Found {
            val (time, small, large, growth, name) = line.split(" ", limit = 5)
            return Found(name, time.toDouble(), small.toLong(), large.toLong(), growth.toLong())
        }

        /** What any kernel may take more for more work: some objects of a range. Ten vectors that are boxed take as much. */
        const val SLACK: Long = 1024
    }
}
