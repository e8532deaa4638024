package dev.rankine.golden.ops

import dev.rankine.ops.all
import dev.rankine.ops.amax
import dev.rankine.ops.amin
import dev.rankine.ops.any
import dev.rankine.ops.argmax
import dev.rankine.ops.argmin
import dev.rankine.ops.countNonzero
import dev.rankine.ops.cummaxWithIndices
import dev.rankine.ops.cumminWithIndices
import dev.rankine.ops.cumprod
import dev.rankine.ops.cumsum
import dev.rankine.ops.logcumsumexp
import dev.rankine.ops.logsumexp
import dev.rankine.ops.mean
import dev.rankine.ops.prod
import dev.rankine.ops.std
import dev.rankine.ops.sum
import dev.rankine.ops.variance

internal fun AdapterTable.reductions() {
    op("sum", AXES) { sum(tensor("input"), axes(), keep(), dtypeOrNull("dtype")) }
    op("mean", AXES) { mean(tensor("input"), axes(), keep(), dtypeOrNull("dtype")) }
    op("amax", AXES) { amax(tensor("input"), axes(), keep()) }
    op("amin", AXES) { amin(tensor("input"), axes(), keep()) }
    op("all", AXES) { all(tensor("input"), axes(), keep()) }
    op("any", AXES) { any(tensor("input"), axes(), keep()) }
    op("logsumexp", AXES) { logsumexp(tensor("input"), axes(), keep()) }
    op("count_nonzero", "input dim") { countNonzero(tensor("input"), axes()) }
    op("argmax", AXES) { argmax(tensor("input"), intOrNull("dim"), keep()) }
    op("argmin", AXES) { argmin(tensor("input"), intOrNull("dim"), keep()) }
    op("prod", AXES) { prod(tensor("input"), intOrNull("dim"), keep(), dtypeOrNull("dtype")) }
    op("cumsum", "input dim") { cumsum(tensor("input"), int("dim"), dtypeOrNull("dtype")) }
    op("cumprod", "input dim") { cumprod(tensor("input"), int("dim"), dtypeOrNull("dtype")) }
    op("logcumsumexp", "input dim") { logcumsumexp(tensor("input"), int("dim")) }
    ops("cummax", "input dim") { cummaxWithIndices(tensor("input"), int("dim")).toList() }
    ops("cummin", "input dim") { cumminWithIndices(tensor("input"), int("dim")).toList() }
    op("var", SPREAD) { variance(tensor("input"), spreadAxes(), correction(), keep()) }
    op("std", SPREAD) { std(tensor("input"), spreadAxes(), correction(), keep()) }
}

private const val AXES = "input dim keepdim"
private const val SPREAD = "input dim unbiased keepdim"

private fun Arguments.axes(): List<Int>? = intsOrNull("dim")

private fun Arguments.keep(): Boolean = flag("keepdim", false)

/** `var(input, unbiased)` and `var(input, dim, unbiased, keepdim)` differ in the type of the second argument. */
private fun Arguments.spreadAxes(): List<Int>? = if (isFlag("dim")) null else intsOrNull("dim")

private fun Arguments.correction(): Int {
    if (has("correction")) return int("correction")
    val unbiased = if (isFlag("dim")) flag("dim", true) else flag("unbiased", true)
    return if (unbiased) 1 else 0
}
