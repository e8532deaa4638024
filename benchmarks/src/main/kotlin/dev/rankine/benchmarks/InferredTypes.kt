package dev.rankine.benchmarks

import com.github.ajalt.clikt.core.CliktError

/** Expressions whose types a reader would look up in an editor. */
private val EXPRESSIONS =
    mapOf(
        "a perceptron's output" to "((x matmul w1) + b1).relu() matmul w2",
        "attention scores" to "((query bmm key.t()) / 8.0).softmaxLast()",
        "a feature map" to "convolution(images, rows = Rows.half, columns = Columns.half)",
        "a concatenation" to "x.cat(logits)",
        "a gradient" to "w1.gradient",
        "merged heads" to "(scores bmm query).transpose(Heads, Time).merge()",
    )

/** The type that the compiler infers for each of [EXPRESSIONS], as it prints it: it is asked by an assignment that cannot be right. */
internal fun inferredTypes(): Map<String, String> {
    val lines = EXPRESSIONS.values.withIndex().joinToString("") { (i, expression) -> "    val wrong$i: Unit = $expression\n" }
    val program = "package dense\n\n${imports(
        typed = true,
    )}\nclass Wrong(\n${inputs(typed = true)}    val convolution: Conv2d<Colors, Maps>,\n) {\n$lines}\n"
    val messages = KotlinCompiler.messages(listOf(ProgramFile("Wrong.kt", program), DECLARATIONS))
    val types = Regex("expected 'Unit', actual '(.*)'\\.").findAll(messages).map { it.groupValues[1] }.toList()
    if (types.size != EXPRESSIONS.size) throw CliktError("the compiler says something else:\n$messages", statusCode = 2)
    return EXPRESSIONS.keys.zip(types).toMap()
}
