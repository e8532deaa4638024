package dev.rankine.nn

import dev.rankine.ops.Value
import dev.rankine.shapes.RankineException
import dev.rankine.shapes.Sizes

/** State that belongs to another model, or a checkpoint of another training: one complete list of the differences. */
public class StateException(message: String) : RankineException(message) {
    public companion object {
        /**
         * How the sizes of [given] tensors differ from those of the model's [own], a line each: `  missing     fc.bias [10]`, then what
         * is `unexpected`, then what is `mismatched`. Names of axes do not count.
         */
        @JvmStatic
        public fun differences(own: Map<String, Sizes>, given: Map<String, Sizes>): List<String> {
            val mismatched = own.keys.filter { it in given && own.getValue(it) != given.getValue(it) }
            return (own.keys - given.keys).map { "$MISSING$it ${own.getValue(it)}" } +
                (given.keys - own.keys).map { "$UNEXPECTED$it ${given.getValue(it)}" } +
                mismatched.map { "$MISMATCHED$it ${given.getValue(it)}, the model has ${own.getValue(it)}" }
        }

        internal fun check(own: Map<String, Value>, given: Map<String, Value>) {
            val lines = differences(own.mapValues { it.value.sizes }, given.mapValues { it.value.sizes })
            if (lines.isEmpty()) return
            val counts =
                listOf(MISSING, UNEXPECTED, MISMATCHED).joinToString { word ->
                    "${lines.count { it.startsWith(word) }} ${word.trim()}"
                }
            throw StateException(
                "loadStateDict: the state is of another model: $counts; nothing was changed\n" + lines.joinToString("\n"),
            )
        }

        private const val MISSING = "  missing     "
        private const val UNEXPECTED = "  unexpected  "
        private const val MISMATCHED = "  mismatched  "
    }
}
