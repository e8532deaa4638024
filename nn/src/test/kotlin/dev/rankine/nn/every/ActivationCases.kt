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
        mapping(
            "PReLU of channels",
            floats(2, 4, 2),
            floats(2, 3) to "prelu: one slope per channel is needed: 4 != 3",
            floats() to "prelu: one slope per channel is needed: 4 != 1",
        ) { PReLU(From, 0.1) },
        mapping(
            "GLU",
            floats(2, 4),
            floats(2, 3) to "glu: the axis has no halves: axis 1 of size 3",
            floats() to "glu: a scalar has no halves",
        ) { GLU() },
        mapping("GLU of another axis", floats(2, 4, 3), floats(2) to "glu: axis out of range: 1 is not in [-1, 0]") { GLU(1) },
        mapping("Softmax", floats(2, 3), floats(2) to "softmax: axis out of range: 1 is not in [-1, 0]") { Softmax(1) },
        mapping("LogSoftmax", floats(2, 3), floats() to "log_softmax: axis out of range: -2 is not in [-1, 0]") { LogSoftmax(-2) },
        mapping("Softmin", floats(2, 3), floats(2) to "softmin: axis out of range: 1 is not in [-1, 0]") { Softmin(1) },
        mapping("Softmax2d", floats(3, 2, 2), floats(2, 3) to "softmax2d: needs three axes or four: 2 given") { Softmax2d() },
    )

internal val activationSettings: List<RefusedSetting> =
    listOf(
        RefusedSetting("CELU", "celu: alpha is zero") { CELU(0.0) },
        RefusedSetting("GELU", "gelu: approximate is neither none nor tanh: exact") { GELU("exact") },
        RefusedSetting("Hardtanh", "hardtanh: min is not below max: 1.0, -1.0") { Hardtanh(1.0, -1.0) },
        RefusedSetting("RReLU", "rrelu: lower is above upper: 0.5, 0.25") { RReLU(0.5, 0.25) },
        RefusedSetting("Softplus", "softplus: beta is zero") { Softplus(0.0) },
        RefusedSetting("Softshrink", "softshrink: lambda is negative: -1.0") { Softshrink(-1.0) },
    )
