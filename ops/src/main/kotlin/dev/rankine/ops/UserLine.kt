package dev.rankine.ops

/** Which line of the program led to a call: the innermost of the stack that is neither of this library nor of the runtime. */
internal object UserLine {
    private val MODULES = listOf("shapes", "ops", "tensor", "autodiff", "nn", "optim", "data", "io", "train", "kernels", "gpu")

    private val FOREIGN = MODULES.map { "dev.rankine.$it." } + listOf("java.", "javax.", "jdk.", "sun.", "android.", "kotlin.", "kotlinx.")

    private val LAMBDAS = setOf("invoke", "invokeSuspend")

    /** `Model.kt:12 (Model.forward)`; null if every line is the library's. */
    fun find(): String? {
        val frame = Throwable().stackTrace.firstOrNull { isUsers(it) } ?: return null
        return "${frame.fileName}:${frame.lineNumber} (${name(frame)})"
    }

    /** As it stands in the source: without the class of a file's functions, and without what the compiler calls lambdas. */
    private fun name(frame: StackTraceElement): String {
        val classes =
            frame.className
                .substringAfterLast('.')
                .split('$')
                .filter { it.firstOrNull()?.isDigit() == false }
        val function = frame.methodName.substringBefore('$')
        val names = if (function in LAMBDAS) classes else classes + function
        return (if (names.size > 1 && names[0].endsWith("Kt")) names.drop(1) else names).joinToString(".")
    }

    /** Generated code has no file or no line. */
    private fun isUsers(frame: StackTraceElement): Boolean =
        frame.fileName != null && frame.lineNumber > 0 && FOREIGN.none { frame.className.startsWith(it) }
}
