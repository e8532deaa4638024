package dev.rankine.shapes

/** What every exception of Rankine is: a sentence that says what is wrong, with numbers, and what to do. */
public abstract class RankineException(message: String, cause: Throwable? = null) : RuntimeException(message, cause)

/**
 * Sizes that do not fit. The text is `op: what is wrong: numbers`, one line per operand, where the sizes of a dim that has several come from,
 * at most one hint.
 *
 * @property problem the first line.
 * @property operands the operands as `name to sizes`.
 * @property hint what to call instead, if known.
 */
public class ShapeException(
    public val problem: String,
    public val operands: List<Pair<String, Sizes>> = emptyList(),
    public val hint: String? = null,
) : RankineException(render(problem, operands.map { it.first to it.second.toString() } + origins(operands.map { it.second }), hint))

/** `Batch of 32` and where it was bound, for every dim that has several sizes in [operands]. */
private fun origins(operands: List<Sizes>): List<Pair<String, String>> =
    operands
        .flatMap { sizes -> List(sizes.rank) { sizes.axis(it) } }
        .filterNotNull()
        .filter { it.dim !== Dyn }
        .groupBy { it.dim }
        .values
        .filter { axes -> axes.any { it.size != axes[0].size } }
        .flatMap { axes -> axes.filter { it.origin != null }.distinctBy { it.size } }
        .map { "$it" to "${it.origin}" }

/**
 * Element types that an op does not take, or that do not go together.
 *
 * @property problem the first line.
 * @property hint what to call instead, if known.
 */
public class DTypeException(public val problem: String, public val hint: String? = null) :
    RankineException(render(problem, emptyList(), hint))

internal fun render(problem: String, operands: List<Pair<String, String>>, hint: String?): String =
    buildString {
        append(problem)
        val width = operands.maxOfOrNull { it.first.length } ?: 0
        for ((name, text) in operands) append("\n  ").append(name.padEnd(width)).append("  ").append(text)
        if (hint != null) append("\n  hint: ").append(hint)
    }
