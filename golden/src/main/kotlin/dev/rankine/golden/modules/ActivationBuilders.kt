package dev.rankine.golden.modules

import dev.rankine.golden.ops.Arguments
import dev.rankine.nn.CELU
import dev.rankine.nn.ELU
import dev.rankine.nn.GELU
import dev.rankine.nn.GLU
import dev.rankine.nn.Hardshrink
import dev.rankine.nn.Hardsigmoid
import dev.rankine.nn.Hardswish
import dev.rankine.nn.Hardtanh
import dev.rankine.nn.Identity
import dev.rankine.nn.LeakyReLU
import dev.rankine.nn.LogSigmoid
import dev.rankine.nn.LogSoftmax
import dev.rankine.nn.Mapping
import dev.rankine.nn.Mish
import dev.rankine.nn.PReLU
import dev.rankine.nn.RReLU
import dev.rankine.nn.ReLU
import dev.rankine.nn.ReLU6
import dev.rankine.nn.SELU
import dev.rankine.nn.SiLU
import dev.rankine.nn.Sigmoid
import dev.rankine.nn.Softmax
import dev.rankine.nn.Softmax2d
import dev.rankine.nn.Softmin
import dev.rankine.nn.Softplus
import dev.rankine.nn.Softshrink
import dev.rankine.nn.Softsign
import dev.rankine.nn.Tanh
import dev.rankine.nn.Tanhshrink
import dev.rankine.nn.Threshold

/** The activations of torch.nn; `inplace` has no meaning for values that do not change. */
internal val activationBuilders: Map<String, Arguments.() -> Built> =
    buildMap {
        activation("Identity") {
            ignore("args")
            Identity()
        }
        activation("ReLU") { ReLU() }
        activation("ReLU6") { ReLU6() }
        activation("RReLU") { RReLU(double("lower", 1.0 / 8), double("upper", 1.0 / 3)) }
        activation("LeakyReLU") { LeakyReLU(double("negative_slope", 0.01)) }
        activation("PReLU") {
            val count = int("num_parameters", 1)
            if (count == 1) PReLU(double("init", 0.25)) else PReLU(axis("num_parameters"), double("init", 0.25))
        }
        activation("Threshold") { Threshold(number("threshold").toDouble(), number("value").toDouble()) }
        activation("ELU") { ELU(double("alpha", 1.0)) }
        activation("CELU") { CELU(double("alpha", 1.0)) }
        activation("SELU") { SELU() }
        activation("GELU") { GELU(text("approximate", "none")) }
        activation("SiLU") { SiLU() }
        activation("Mish") { Mish() }
        activation("Softplus") { Softplus(double("beta", 1.0), double("threshold", 20.0)) }
        activation("Softsign") { Softsign() }
        activation("Sigmoid") { Sigmoid() }
        activation("LogSigmoid") { LogSigmoid() }
        activation("Tanh") { Tanh() }
        activation("Tanhshrink") { Tanhshrink() }
        activation("Hardsigmoid") { Hardsigmoid() }
        activation("Hardswish") { Hardswish() }
        activation("Hardtanh") {
            needs("min_value", !has("min_value"))
            needs("max_value", !has("max_value"))
            Hardtanh(double("min_val", -1.0), double("max_val", 1.0))
        }
        activation("Hardshrink") { Hardshrink(double("lambd", 0.5)) }
        activation("Softshrink") { Softshrink(double("lambd", 0.5)) }
        activation("Softmax") { Softmax(int("dim")) }
        activation("LogSoftmax") { LogSoftmax(int("dim")) }
        activation("Softmin") { Softmin(int("dim")) }
        activation("Softmax2d") { Softmax2d() }
        activation("GLU") { GLU(int("dim", -1)) }
    }

private fun MutableMap<String, Arguments.() -> Built>.activation(name: String, module: Arguments.() -> Mapping) {
    put(name) {
        ignore("inplace")
        built(module())
    }
}
