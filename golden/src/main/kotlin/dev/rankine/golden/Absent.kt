package dev.rankine.golden

import dev.rankine.shapes.FormatException

/** The case needs something that Rankine does not have; [reason] names it. */
internal class AbsentException(val reason: String) : Exception(reason)

/** Says that Rankine does not have what the case calls. */
internal fun absent(reason: String): Nothing = throw AbsentException(reason)

/** The outcome of [problem], which says what is wrong, or null; what it throws is a failure, or says that something is absent. */
internal fun guarded(problem: () -> String?): Outcome =
    try {
        problem()?.let { Outcome.Failed(it) } ?: Outcome.Passed()
    } catch (e: AbsentException) {
        Outcome.Absent(e.reason)
    } catch (e: FormatException) {
        throw e // the golden file itself is broken
    } catch (e: Exception) {
        Outcome.Failed(sentence(e))
    } catch (e: LinkageError) {
        Outcome.Failed(sentence(e)) // a row that cannot be set up
    } catch (e: StackOverflowError) {
        Outcome.Failed(sentence(e))
    }

private fun sentence(e: Throwable): String {
    val root = generateSequence(e) { it.cause }.last()
    return root.message ?: root.javaClass.simpleName
}
