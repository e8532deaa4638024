package dev.rankine.benchmarks

private const val STATEMENTS_A_FUNCTION = 10
private const val STATEMENTS_A_FILE = 50

/** The axes of the programs, and the sizes of those that declare one. */
private val AXES =
    mapOf(
        "Batch" to null,
        "Time" to null,
        "Pixels" to 784,
        "Hidden" to 512,
        "Digit" to 10,
        "Heads" to 4,
        "Width" to 16,
        "Colors" to 3,
        "Rows" to 28,
        "Columns" to 28,
        "Maps" to 8,
        "Words" to 500,
    )

/** A file of a program. */
internal class ProgramFile(val name: String, val text: String)

/** What a typed program says first. */
internal val DECLARATIONS: ProgramFile =
    ProgramFile(
        "Axes.kt",
        "package dense\n\nimport dev.rankine.shapes.*\n\n" +
            AXES.entries.joinToString("") { (name, size) -> "object $name : Dim<$name>(${size ?: ""})\n" } +
            "val Model = Heads * Width\n",
    )

/**
 * A program that is nothing but tensor code: so many statements, each of one of [FORMS], ten to a function.
 *
 * @property typed whether shapes are types; else the same code on values.
 */
internal class DenseProgram(private val statements: Int, private val typed: Boolean) {
    /** The files; packages are imported whole. */
    fun files(): List<ProgramFile> {
        val files = (0 until statements step STATEMENTS_A_FILE).map { ProgramFile("Dense$it.kt", file(it)) }
        return if (typed) files + DECLARATIONS else files
    }

    private fun file(first: Int): String {
        val functions =
            (first until minOf(first + STATEMENTS_A_FILE, statements) step STATEMENTS_A_FUNCTION).joinToString("\n") { start ->
                val body = (start until minOf(start + STATEMENTS_A_FUNCTION, statements)).joinToString("") { statement(it) }
                "    fun part$start() {\n$body    }\n"
            }
        return "package dense\n\n${imports(typed)}\nclass Dense$first(\n${inputs(typed)}) {\n$functions}\n"
    }

    private fun statement(number: Int): String {
        val form = FORMS[number % FORMS.size]
        return "        val s$number = ${(if (typed) form.typed else form.untyped).replace("@", "${number + 1}e-3")}\n"
    }
}

/** The packages that a program uses. */
internal fun imports(typed: Boolean): String =
    (if (typed) listOf("nn", "shapes", "tensor") else listOf("nn", "ops")).joinToString("") { "import dev.rankine.$it.*\n" }

/** The tensors and layers that statements read, as parameters of a class. */
internal fun inputs(typed: Boolean): String =
    TENSORS.entries.joinToString("") { (name, shape) -> "    val $name: ${if (typed) "Tensor<$shape>" else "Value"},\n" } +
        LAYERS.entries.joinToString("") { (name, axes) -> "    val $name: ${if (typed) "Layer<$axes>" else "Mapping"},\n" }
