package dev.rankine.golden.modules

import dev.rankine.golden.ops.Arguments
import dev.rankine.nn.Activation
import dev.rankine.ops.Value
import dev.rankine.ops.celu
import dev.rankine.ops.elu
import dev.rankine.ops.gelu
import dev.rankine.ops.hardshrink
import dev.rankine.ops.hardsigmoid
import dev.rankine.ops.hardswish
import dev.rankine.ops.hardtanh
import dev.rankine.ops.invoke
import dev.rankine.ops.leakyRelu
import dev.rankine.ops.logSigmoid
import dev.rankine.ops.logSoftmax
import dev.rankine.ops.mish
import dev.rankine.ops.relu
import dev.rankine.ops.relu6
import dev.rankine.ops.selu
import dev.rankine.ops.sigmoid
import dev.rankine.ops.silu
import dev.rankine.ops.softmax
import dev.rankine.ops.softmin
import dev.rankine.ops.softplus
import dev.rankine.ops.softshrink
import dev.rankine.ops.softsign
import dev.rankine.ops.tanh
import dev.rankine.ops.tanhshrink
import dev.rankine.ops.threshold
import dev.rankine.shapes.Dyn

/** Modules without parameters that are one function. */
internal val activationBuilders: Map<String, Arguments.() -> Built> =
    buildMap {
        activation("Identity") { ignore("args") then { it } }
        activation("ReLU") { ignore("inplace") then { relu(it) } }
        activation("ReLU6") { ignore("inplace") then { relu6(it) } }
        activation("SELU") { ignore("inplace") then { selu(it) } }
        activation("SiLU") { ignore("inplace") then { silu(it) } }
        activation("Mish") { ignore("inplace") then { mish(it) } }
        activation("Hardswish") { ignore("inplace") then { hardswish(it) } }
        activation("Hardsigmoid") { ignore("inplace") then { hardsigmoid(it) } }
        activation("Sigmoid") { { x -> sigmoid(x) } }
        activation("Tanh") { { x -> tanh(x) } }
        activation("LogSigmoid") { { x -> logSigmoid(x) } }
        activation("Softsign") { { x -> softsign(x) } }
        activation("Tanhshrink") { { x -> tanhshrink(x) } }
        activation("GELU") { text("approximate", "none").let { kind -> { x -> gelu(x, kind) } } }
        activation("LeakyReLU") {
            val slope = double("negative_slope", 0.01)
            ignore("inplace") then { leakyRelu(it, slope) }
        }
        activation("ELU") {
            val alpha = double("alpha", 1.0)
            ignore("inplace") then { elu(it, alpha) }
        }
        activation("CELU") {
            val alpha = double("alpha", 1.0)
            ignore("inplace") then { celu(it, alpha) }
        }
        activation("Softplus") {
            val beta = double("beta", 1.0)
            double("threshold", 20.0).let { limit -> { x -> softplus(x, beta, limit) } }
        }
        activation("Hardtanh") {
            val min = double("min_val", -1.0)
            val max = double("max_val", 1.0)
            needs("min_value", !has("min_value"))
            needs("max_value", !has("max_value"))
            ignore("inplace") then { hardtanh(it, min, max) }
        }
        activation("Softmax") { int("dim").let { axis -> { x -> softmax(x, axis) } } }
        activation("LogSoftmax") { int("dim").let { axis -> { x -> logSoftmax(x, axis) } } }
        activation("Softmin") { int("dim").let { axis -> { x -> softmin(x, axis) } } }
        activation("Softshrink") { double("lambd", 0.5).let { lambda -> { x -> softshrink(x, lambda) } } }
        activation("Hardshrink") { double("lambd", 0.5).let { lambda -> { x -> hardshrink(x, lambda) } } }
        activation("Threshold") {
            val limit = number("threshold").toDouble()
            val value = number("value").toDouble()
            ignore("inplace") then { threshold(it, limit, value) }
        }
    }

private fun MutableMap<String, Arguments.() -> Built>.activation(name: String, function: Arguments.() -> (Value) -> Value) {
    put(name) { built(Activation<Dyn>(name, function())) }
}

/** [function], after arguments without meaning here were noted. */
private infix fun Unit.then(function: (Value) -> Value): (Value) -> Value = function
