package dev.rankine.nn

import dev.rankine.shapes.DType
import dev.rankine.shapes.RankineException
import dev.rankine.shapes.Sizes

/** State that belongs to another model, or a checkpoint of another training: one complete list of the differences. */
public class StateException(message: String) : RankineException(message) {
    public companion object {
        /**
         * How the sizes and types of [given] tensors differ from those of the model's [own], a line each: `  missing     fc.bias  [10]`, then
         * what is `unexpected`, then what is `mismatched`. Names of axes do not count.
         */
        @JvmStatic
        public fun differences(own: Map<String, Pair<Sizes, DType>>, given: Map<String, Pair<Sizes, DType>>): List<String> =
            StateDifference(own, given, exact = true).lines
    }
}
