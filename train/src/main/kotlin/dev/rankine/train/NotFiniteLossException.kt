package dev.rankine.train

import dev.rankine.shapes.RankineException

/**
 * Training stopped because numbers became NaN or infinite; the parameters are those of the last good step.
 *
 * @property epoch counts from 1.
 * @property step within the epoch, counts from 1.
 */
public class NotFiniteLossException internal constructor(
    problem: String,
    hint: String,
    public val epoch: Int,
    public val step: Int,
    cause: Throwable? = null,
) : RankineException(located(problem, " (epoch $epoch, step $step)") + "\n  hint: $hint", cause) {
    private companion object {
        /** The first line says where; operands follow in lines of their own. */
        fun located(problem: String, where: String): String {
            val lines = problem.lines()
            return (listOf("fit: " + lines[0] + where) + lines.drop(1)).joinToString("\n")
        }
    }
}
