package dev.rankine.ops

/** Which line of the program led to a call: the innermost of the stack that is neither of this library nor of the runtime. */
internal object UserLine {
    private val MODULES = listOf("shapes", "ops", "tensor", "autodiff", "nn", "optim", "data", "io", "train", "kernels", "gpu")

    private val FOREIGN = MODULES.map { "dev.rankine.$it." } + listOf("java.", "javax.", "jdk.", "sun.", "android.", "kotlin.", "kotlinx.")

    /** `Model.kt:12 (Model.forward)`; null if every line is the library's. */
    fun find(): String? {
        val frame = Throwable().stackTrace.firstOrNull { isUsers(it) } ?: return null
        return "${frame.fileName}:${frame.lineNumber} (${frame.className.substringAfterLast('.')}.${frame.methodName})"
    }

    /** Generated code has no file or no line. */
    private fun isUsers(frame: StackTraceElement): Boolean =
        frame.fileName != null && frame.lineNumber > 0 && FOREIGN.none { frame.className.startsWith(it) }
}
