package dev.rankine.ops.text

import dev.rankine.ops.Value
import dev.rankine.ops.reshape
import dev.rankine.ops.toText
import dev.rankine.ops.valueOf

internal fun arange(end: Double): Value = valueOf(DoubleArray(end.toInt()) { it.toDouble() }, end.toInt())

internal fun integers(vararg sizes: Int): Value =
    sizes.reduce(Int::times).let { n ->
        reshape(
            valueOf(
                LongArray(n) {
                    it.toLong()
                },
                n,
            ),
            *sizes,
        )
    }

internal fun body(value: Value, precision: Int = 4, threshold: Int = 1000, edge: Int = 3): String =
    value
        .toText(precision, threshold, edge)
        .removePrefix("tensor(")
        .substringBeforeLast("shape")
        .trimEnd()
        .dropLast(1)
