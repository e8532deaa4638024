package dev.rankine.train

import java.util.Locale
import kotlin.math.abs

/** `loss 0.0731  accuracy 98.21 %`: names that are parts of a whole are shown in percent. */
internal fun numbers(loss: Double, metrics: Map<String, Double>): String =
    (
        listOf("loss ${short(loss)}") +
            metrics.map { (name, value) -> "$name ${if (name.endsWith("accuracy")) percent(value) else short(value)}" }
    ).joinToString("  ")

/** Four places, or an exponent where they would show nothing. */
internal fun short(value: Double): String =
    if (value != 0.0 && (abs(value) < 1e-3 || abs(value) >= 1e5)) "%.3e".format(Locale.ROOT, value) else "%.4f".format(Locale.ROOT, value)

/** `98.21 %`. */
internal fun percent(part: Double): String = "%.2f %%".format(Locale.ROOT, 100 * part)

/** `12,345`. */
internal fun grouped(number: Double): String = "%,.0f".format(Locale.ROOT, number)

/** `1:02:03`, `2:03`. */
internal fun clock(seconds: Double): String {
    val whole = seconds.toLong()
    val minutes = "%d:%02d".format(Locale.ROOT, whole / 60 % 60, whole % 60)
    return if (whole < 3600) minutes else "%d:%02d:%02d".format(Locale.ROOT, whole / 3600, whole / 60 % 60, whole % 60)
}
