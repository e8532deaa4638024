package dev.rankine.samples.javadigits;

import static dev.rankine.nn.Layers.linear;
import static dev.rankine.ops.Values.relu;
import static dev.rankine.ops.Values.scope;

import dev.rankine.nn.Layer;
import dev.rankine.nn.Module;
import dev.rankine.ops.Value;

/** A network with one hidden layer. {@code [n, 784] -> [n, 10]}. */
final class Mlp extends Module {
    private final Layer<?, ?> hidden = add("hidden", linear(784, 128));
    private final Layer<?, ?> output = add("output", linear(128, 10));

    /** The scores of the ten digits. In a scope, so that what is computed on the way is returned at once. */
    Value forward(Value images) {
        return scope("mlp", () -> output.call(relu(hidden.call(images))));
    }
}
