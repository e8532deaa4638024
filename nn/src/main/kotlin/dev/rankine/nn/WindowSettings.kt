package dev.rankine.nn

import dev.rankine.shapes.ShapeException

/** Refuses what are no windows over so many [axes]: each list has one number for all directions, or one for each; no [stride] is that of the kernel. */
internal fun checkWindows(
    op: String,
    axes: Int,
    kernel: List<Int>,
    stride: List<Int>,
    padding: List<Int> = listOf(0),
    dilation: List<Int> = listOf(1),
) {
    val sizes = atLeast(1, op, "kernel", directions(op, "kernel", kernel, axes))
    if (stride.isNotEmpty()) atLeast(1, op, "stride", directions(op, "stride", stride, axes))
    val pads = atLeast(0, op, "padding", directions(op, "padding", padding, axes))
    atLeast(1, op, "dilation", directions(op, "dilation", dilation, axes))
    val wide = pads.indices.firstOrNull { 2 * pads[it] > sizes[it] } ?: return
    throw ShapeException("$op: padding is more than half of the kernel: ${2 * pads[wide]} > ${sizes[wide]}")
}

/** Refuses a divisor of means that is zero. */
internal fun checkDivisor(op: String, divisor: Int?) {
    if (divisor == 0) throw ShapeException("$op: divisor cannot be 0")
}
