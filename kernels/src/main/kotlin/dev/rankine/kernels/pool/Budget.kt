package dev.rankine.kernels

import com.sun.management.OperatingSystemMXBean
import java.lang.management.ManagementFactory

/** How much native memory the process may use: the system property `rankine.memory`, else a share of what the machine has. */
internal object Budget {
    const val PROPERTY = "rankine.memory"

    /** Percent of the memory of the machine, or of the container; Java's heap takes a quarter unless told otherwise. */
    private const val SHARE = 70

    private val FORM = Regex("([0-9]{1,18})([kmgtKMGT]?)")

    /** What is wrong with [text] as a number of bytes, in one sentence, or null. */
    fun problem(text: String?): String? =
        if (text == null || parse(text) != null) null else "$PROPERTY is no number of bytes such as 512m or 8g: $text"

    /** The bytes that [text] says, or null. */
    fun parse(text: String): Long? {
        val (digits, unit) = FORM.matchEntire(text)?.destructured ?: return null
        val shift = 10 * ("kmgt".indexOf(unit.lowercase()) + 1) * unit.length
        val number = digits.toLong()
        return if (number == 0L || number > Long.MAX_VALUE shr shift) null else number shl shift
    }

    /** @throws IllegalArgumentException if the property is no number of bytes. */
    fun read(): Long {
        val text = System.getProperty(PROPERTY) ?: return machine() / 100 * SHARE
        return requireNotNull(parse(text)) { problem(text)!! }
    }

    /** The bytes of memory that the machine has, or the container allows. */
    private fun machine(): Long = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean::class.java).totalMemorySize
}
