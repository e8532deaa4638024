package dev.rankine.data

import com.sun.management.ThreadMXBean
import dev.rankine.shapes.FormatException
import io.kotest.assertions.fail
import java.lang.management.ManagementFactory

/**
 * Reads hostile files and holds every reading to one rule: a whole object, or a [FormatException] of one sentence;
 * in both cases with no more memory than [fixed] bytes and [perByte] for every byte of the file.
 */
internal class Outcomes(private val fixed: Long, private val perByte: Long) {
    private class Count(var accepted: Int = 0, var refused: Int = 0)

    private val counts = LinkedHashMap<String, Count>()
    private val threads = ManagementFactory.getThreadMXBean() as ThreadMXBean

    /** The most memory that a reading took beyond [fixed], for every byte of its file. */
    var dearest = 0L
        private set

    /** Lets [read] read a file of [size] bytes that messages call [name]; [label] says how to make it again. */
    fun reading(kind: String, label: String, name: String, size: Int, read: () -> Unit) {
        val count = counts.getOrPut(kind) { Count() }
        val before = threads.currentThreadAllocatedBytes
        val thrown = runCatching(read).exceptionOrNull()
        val taken = threads.currentThreadAllocatedBytes - before
        if (thrown == null) count.accepted++ else count.refused++
        if (thrown != null) wrong(thrown, name)?.let { throw AssertionError("$label: $it", thrown) }
        if (taken > fixed + perByte * size) fail("$label: $taken bytes of memory for a file of $size bytes")
        dearest = maxOf(dearest, (taken - fixed) / maxOf(size, 1))
    }

    fun accepted(): Int = counts.values.sumOf { it.accepted }

    /** The share of files that were refused, by kind. */
    fun refusedShare(): Map<String, Double> = counts.mapValues { (_, count) -> count.refused.toDouble() / (count.refused + count.accepted) }

    override fun toString(): String =
        counts.entries.joinToString("; ") { (kind, count) -> "$kind ${count.refused} refused ${count.accepted} read" } +
            "; at most $dearest bytes of memory for a byte of the file beyond $fixed"

    /** What is wrong with the way of refusing, or null: the style of the project, on one line and a hint. */
    private fun wrong(thrown: Throwable, name: String): String? {
        if (thrown.javaClass != FormatException::class.java) return "not a FormatException: $thrown"
        val message = thrown.message.orEmpty()
        val lines = message.split("\n")
        return when {
            !lines[0].startsWith("$name: ") -> "does not begin with the file: $message"
            lines.size > 2 || !lines.getOrElse(1) { HINT }.startsWith(HINT) -> "not one sentence and a hint: $message"
            lines[0].removePrefix("$name: ").first().isUpperCase() || lines[0].endsWith('.') -> "not the style of the project: $message"
            lines.any { line -> line.length > LONGEST } -> "a line of ${lines.maxOf { it.length }} characters: $message"
            lines.any { line -> line.any { it.isISOControl() || it.isSurrogate() } } -> "odd characters: $message"
            else -> null
        }
    }

    private companion object {
        const val LONGEST = 320
        const val HINT = "  hint: "
    }
}
