package dev.rankine.golden

/** What became of a case. */
internal sealed interface Outcome {
    /** The result is PyTorch's; [remark] says how much was compared where that is not all, or not as usual. */
    class Passed(val remark: String? = null) : Outcome

    /** The result is not PyTorch's, or the call failed; [problem] says how. */
    class Failed(val problem: String) : Outcome

    /** Rankine does not have what the case calls; [reason] names it. */
    class Absent(val reason: String) : Outcome
}

/** Counts outcomes. */
internal class Tally {
    var passed: Int = 0
        private set
    var failed: Int = 0
        private set
    var absent: Int = 0
        private set

    /** The first failure, with the case's name. */
    private var example: String? = null

    fun add(case: String, outcome: Outcome) {
        when (outcome) {
            is Outcome.Passed -> {
                passed++
            }

            is Outcome.Absent -> {
                absent++
            }

            is Outcome.Failed -> {
                failed++
                if (example == null) example = "$case ${outcome.problem.lineSequence().joinToString("; ") { it.trim() }}"
            }
        }
    }

    fun add(other: Tally) {
        passed += other.passed
        failed += other.failed
        absent += other.absent
    }

    /** `12 passed, 1 failed: gelu#f3 element 17: ...`; `absent` where nothing could be run. */
    fun line(): String {
        if (passed + failed == 0) return "absent"
        val counts = listOf(passed to "passed", absent to "absent", failed to "failed").filter { it.first > 0 }
        return counts.joinToString { "${it.first} ${it.second}" } + (example?.let { ": $it" } ?: "")
    }

    /** The closing line. */
    fun total(): String = "$passed passed, $failed failed, $absent absent"
}
