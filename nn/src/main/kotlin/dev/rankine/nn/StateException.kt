package dev.rankine.nn

import dev.rankine.ops.Value
import dev.rankine.shapes.RankineException

/** A state_dict that belongs to another model: one complete list of the differences. */
public class StateException(message: String) : RankineException(message) {
    internal companion object {
        fun check(own: Map<String, Value>, given: Map<String, Value>) {
            val missing = own.keys - given.keys
            val unexpected = given.keys - own.keys
            val mismatched = own.keys.filter { it in given && own.getValue(it).sizes != given.getValue(it).sizes }
            val lines =
                missing.map { "  missing     $it ${own.getValue(it).sizes}" } +
                    unexpected.map { "  unexpected  $it ${given.getValue(it).sizes}" } +
                    mismatched.map { "  mismatched  $it ${given.getValue(it).sizes}, the model has ${own.getValue(it).sizes}" }
            if (lines.isEmpty()) return
            throw StateException(
                "loadStateDict: the state is of another model: " +
                    "${missing.size} missing, ${unexpected.size} unexpected, ${mismatched.size} mismatched; nothing was changed\n" +
                    lines.joinToString("\n"),
            )
        }
    }
}
