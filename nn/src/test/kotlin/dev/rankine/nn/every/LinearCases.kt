package dev.rankine.nn.every

import dev.rankine.nn.Activation
import dev.rankine.nn.Dropout
import dev.rankine.nn.Embedding
import dev.rankine.nn.Flatten
import dev.rankine.nn.LazyLinear
import dev.rankine.nn.Linear
import dev.rankine.nn.spectralNorm
import dev.rankine.nn.weightNorm
import dev.rankine.ops.invoke
import dev.rankine.ops.tanh
import dev.rankine.shapes.DType

internal val linearCases: List<LayerCase<*>> =
    listOf(
        LayerCase("Linear", listOf(floats(2, 4)), mapOf(listOf(floats(2, 5)) to "linear: in differs: 5 != 4")) { Linear(From, To) },
        LayerCase(
            "Embedding",
            listOf(indices(1, 0, 1, 4)),
            mapOf(listOf(indices(5)) to "index_select: index out of range: 5 at element 0 is not in [0, 4]"),
        ) { Embedding(Vocabulary, Model) },
        LayerCase("Activation", listOf(floats(2, 3)), takesAny = "elementwise") { Activation("tanh") { tanh(it) } },
        LayerCase("Dropout", listOf(floats(5, 4)), takesAny = "elementwise") { Dropout(0.5) },
        LayerCase(
            "LazyLinear",
            listOf(
                floats(2, 4),
            ),
            mapOf(listOf(floats()) to "linear: input needs at least 1 axis [*p, in]: 0 given"),
            call = {
                layer,
                (x),
                ->
                listOf(layer.call(x))
            },
        ) {
            LazyLinear(To).also { it.call(floats(1, 4).value(DType.F32, 0)) }
        },
        LayerCase(
            "WeightNorm",
            listOf(floats(2, 4)),
            mapOf(listOf(floats(2, 5)) to "linear: in differs: 5 != 4"),
            call = { layer: Linear<*, *>, (x) -> listOf(layer.call(x)) },
        ) { Linear(From, To).weightNorm() },
        LayerCase(
            "SpectralNorm",
            listOf(floats(2, 4)),
            mapOf(listOf(floats(2, 5)) to "linear: in differs: 5 != 4"),
            call = { layer: Linear<*, *>, (x) -> listOf(layer.call(x)) },
        ) { Linear(From, To).spectralNorm().also { it.eval() } },
        LayerCase(
            "Flatten",
            listOf(floats(2, 3, 2)),
            mapOf(listOf(floats()) to "flatten: axis out of range: 1 is not in [-1, 0]"),
        ) { Flatten() },
    )
