package dev.rankine.golden.ops

import dev.rankine.golden.absent
import dev.rankine.ops.to
import dev.rankine.shapes.DType

internal fun AdapterTable.conversions() {
    op("to", "input first second third fourth") {
        ignore("first", "second", "third", "fourth", "memory_format")
        to(tensor("input"), conversionTarget())
    }
    for ((name, dtype) in NAMED) {
        op(name, "input") {
            ignore("memory_format")
            to(tensor("input"), dtype)
        }
    }
}

/** `to(dtype, non_blocking, copy)`, `to(device, dtype, ...)` or `to(other, ...)`: one of the first two says the type. */
private fun Arguments.conversionTarget(): DType =
    when {
        isTensor("first") -> tensor("first").dtype
        isElementType("first") -> dtypeOrNull("first")!!
        isElementType("second") -> dtypeOrNull("second")!!
        else -> absent("to without an element type")
    }

private val NAMED: Map<String, DType> =
    mapOf(
        "bool" to DType.BOOL,
        "byte" to DType.U8,
        "char" to DType.I8,
        "short" to DType.I16,
        "int" to DType.I32,
        "long" to DType.I64,
        "half" to DType.F16,
        "bfloat16" to DType.BF16,
        "float" to DType.F32,
        "double" to DType.F64,
    )
