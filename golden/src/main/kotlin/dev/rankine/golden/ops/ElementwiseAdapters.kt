package dev.rankine.golden.ops

import dev.rankine.golden.absent
import dev.rankine.ops.Rounding
import dev.rankine.ops.add
import dev.rankine.ops.addcdiv
import dev.rankine.ops.addcmul
import dev.rankine.ops.clamp
import dev.rankine.ops.div
import dev.rankine.ops.invoke
import dev.rankine.ops.lerp
import dev.rankine.ops.maskedFill
import dev.rankine.ops.round
import dev.rankine.ops.sub
import dev.rankine.ops.where

internal fun AdapterTable.elementwise() {
    elementwiseRows()
    activations()
    op("add", "input other alpha") {
        val alpha = numberOrNull("alpha") ?: return@op add(tensor("input"), tensor("other"))
        add(tensor("input"), tensor("other"), alpha)
    }
    op("sub", "input other alpha") {
        val alpha = numberOrNull("alpha") ?: return@op sub(tensor("input"), tensor("other"))
        sub(tensor("input"), tensor("other"), alpha)
    }
    op("rsub", "input other alpha") {
        val alpha = numberOrNull("alpha") ?: return@op sub(tensor("other"), tensor("input"))
        sub(tensor("other"), tensor("input"), alpha)
    }
    op("div", "input other rounding_mode") { div(tensor("input"), tensor("other"), rounding()) }
    op("true_divide", "input other rounding_mode") { div(tensor("input"), tensor("other"), rounding()) }
    op("addcmul", "input tensor1 tensor2 value") {
        addcmul(tensor("input"), tensor("tensor1"), tensor("tensor2"), numberOrNull("value") ?: 1)
    }
    op("addcdiv", "input tensor1 tensor2 value") {
        addcdiv(tensor("input"), tensor("tensor1"), tensor("tensor2"), numberOrNull("value") ?: 1)
    }
    op("lerp", "input end weight") {
        if (isTensor("weight")) {
            lerp(tensor("input"), tensor("end"), tensor("weight"))
        } else {
            lerp(tensor("input"), tensor("end"), number("weight"))
        }
    }
    op("round", "input") { round(tensor("input"), int("decimals", 0)) }
    op("clamp", "input min max") {
        if (isTensor("min") || isTensor("max")) {
            clamp(tensor("input"), tensorOrNull("min"), tensorOrNull("max"))
        } else {
            clamp(tensor("input"), numberOrNull("min"), numberOrNull("max"))
        }
    }
    op("where", "self condition other") { where(tensor("condition"), tensor("self"), tensor("other")) }
    op("masked_fill", "input mask value") {
        if (isTensor("value")) {
            maskedFill(tensor("input"), tensor("mask"), tensor("value"))
        } else {
            maskedFill(tensor("input"), tensor("mask"), number("value"))
        }
    }
    conversions()
}

private fun Arguments.rounding(): Rounding? =
    when (val mode = textOrNull("rounding_mode")) {
        null -> null
        "trunc" -> Rounding.TRUNC
        "floor" -> Rounding.FLOOR
        else -> absent("rounding_mode $mode")
    }
