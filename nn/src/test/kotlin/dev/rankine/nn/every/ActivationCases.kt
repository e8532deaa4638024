package dev.rankine.nn.every

import dev.rankine.nn.Activation
import dev.rankine.nn.CELU
import dev.rankine.nn.ELU
import dev.rankine.nn.GELU
import dev.rankine.nn.GLU
import dev.rankine.nn.Hardshrink
import dev.rankine.nn.Hardsigmoid
import dev.rankine.nn.Hardswish
import dev.rankine.nn.Hardtanh
import dev.rankine.nn.LeakyReLU
import dev.rankine.nn.LogSigmoid
import dev.rankine.nn.LogSoftmax
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
import dev.rankine.ops.invoke
import dev.rankine.ops.tanh

internal val activationCases: List<LayerCase<*>> =
    listOf(
        elementwise("Activation") { Activation("tanh") { tanh(it) } },
        elementwise("ReLU") { ReLU() },
        elementwise("ReLU6") { ReLU6() },
        elementwise("LeakyReLU") { LeakyReLU(0.2) },
        elementwise("RReLU") { RReLU() },
        elementwise("RReLU in evaluation") { RReLU().also { it.eval() } },
        elementwise("Threshold") { Threshold(0.3, -2.0) },
        elementwise("ELU") { ELU(1.5) },
        elementwise("CELU") { CELU(1.5) },
        elementwise("SELU") { SELU() },
        elementwise("GELU") { GELU() },
        elementwise("GELU by tanh") { GELU("tanh") },
        elementwise("SiLU") { SiLU() },
        elementwise("Mish") { Mish() },
        elementwise("Softplus") { Softplus(2.0, 1.5) },
        elementwise("Softsign") { Softsign() },
        elementwise("Sigmoid") { Sigmoid() },
        elementwise("LogSigmoid") { LogSigmoid() },
        elementwise("Tanh") { Tanh() },
        elementwise("Tanhshrink") { Tanhshrink() },
        elementwise("Hardsigmoid") { Hardsigmoid() },
        elementwise("Hardswish") { Hardswish() },
        elementwise("Hardtanh") { Hardtanh(-0.5, 0.8) },
        elementwise("Hardshrink") { Hardshrink() },
        elementwise("Softshrink") { Softshrink() },
        elementwise("PReLU") { PReLU() },
        mapping("PReLU of channels", floats(2, 4, 2), floats(2, 3) to "?1", floats() to "?2") { PReLU(From, 0.1) },
        mapping("GLU", floats(2, 4), floats(2, 3) to "?3", floats() to "?4") { GLU() },
        mapping("GLU of another axis", floats(2, 4, 3), floats(2) to "?5") { GLU(1) },
        mapping("Softmax", floats(2, 3), floats(2) to "?6") { Softmax(1) },
        mapping("LogSoftmax", floats(2, 3), floats() to "?7") { LogSoftmax(-2) },
        mapping("Softmin", floats(2, 3), floats(2) to "?8") { Softmin(1) },
        mapping("Softmax2d", floats(3, 2, 2), floats(2, 3) to "?9") { Softmax2d() },
    )

internal val activationSettings: List<RefusedSetting> =
    listOf(
        RefusedSetting("CELU", "?10") { CELU(0.0) },
        RefusedSetting("GELU", "?11") { GELU("exact") },
        RefusedSetting("Hardtanh", "?12") { Hardtanh(1.0, -1.0) },
        RefusedSetting("RReLU", "?13") { RReLU(0.5, 0.25) },
        RefusedSetting("Softplus", "?14") { Softplus(0.0) },
        RefusedSetting("Softshrink", "?15") { Softshrink(-1.0) },
    )
