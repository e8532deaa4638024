package dev.rankine.ops

import dev.rankine.shapes.ShapeRule
import dev.rankine.shapes.Sizes

const val MATMUL_RULE = "[*p, n, k] [k, m] -> [*p, n, m]"
const val CONV2D_RULE =
    "input:[*n, c, h, w] weight:[o, k, p, q] bias:[o]? stride=1 pad=0 dilation=1 groups=1 -> " +
        "[*n, o, (h + 2*pad - dilation*(p - 1) - 1)/stride + 1, (w + 2*pad - dilation*(q - 1) - 1)/stride + 1] where " +
        "h + 2*pad > dilation*(p - 1) \"kernel is taller than the padded input\", " +
        "w + 2*pad > dilation*(q - 1) \"kernel is wider than the padded input\", c == k*groups \"channels do not fit\""

class Value {
    val sizes: Sizes get() = error("compiled, never run")
}

@ShapeRule("dims... -> dims")
fun zeros(vararg dims: Int): Value = Value()

@ShapeRule("dims... -> dims", "dims = sizes")
fun full(sizes: Sizes, value: Float = 0f): Value = Value()

@ShapeRule(MATMUL_RULE)
@JvmName("matmulInfix")
infix fun Value.matmul(other: Value): Value = Value()

@ShapeRule(MATMUL_RULE)
fun matmul(left: Value, right: Value): Value = Value()

@ShapeRule("a b -> broadcast(a, b)")
operator fun Value.plus(other: Value): Value = Value()

operator fun Value.plus(other: Float): Value = Value()

@ShapeRule("a b -> a where broadcast(a, b) == a")
operator fun Value.plusAssign(other: Value) {}

@ShapeRule("x dims... -> dims where prod(x) == prod(dims) \"another number of elements\"")
fun Value.reshape(vararg dims: Int): Value = Value()

@ShapeRule("x dims... -> dims where prod(x) == prod(dims) \"another number of elements\"", "dims = sizes")
fun Value.reshape(sizes: List<Int>): Value = Value()

@ShapeRule("[*p, n] [*p, m] -> [*p, n + m]")
fun cat(tensors: List<Value>): Value = Value()

@ShapeRule("[*p, n] [*p, m] -> [*p, n + m]")
fun hstack(vararg tensors: Value): Value = Value()

@ShapeRule(CONV2D_RULE, "pad = padding")
fun conv2d(
    input: Value,
    weight: Value,
    bias: Value? = null,
    stride: Int = 1,
    padding: Int = 0,
    dilation: Int = 1,
    groups: Int = 1,
): Value = Value()

@ShapeRule("x -> x")
fun Value.relu(): Value = Value()

fun Value.mystery(): Value = Value()

@ShapeRule("[n] sh=1 sw=1 -> [n/sh, n/sw]", "sh = stride[0]", "sw = stride[1]")
fun Value.tiles(stride: List<Int>): Value = Value()

@ShapeRule("[n, m] -> [n, m/2] [n, m/2]")
fun Value.halves(): Pair<Value, Value> = Value() to Value()

const val MODEL = 256
