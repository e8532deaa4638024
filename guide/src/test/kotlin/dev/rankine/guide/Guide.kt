package dev.rankine.guide

/** Pages whose code is compiled and run, all of them in one call of the compiler, and what must be refused in a second one. */
internal class Guide(private val pages: List<Page>) {
    private val problems = ArrayList<Problem>()

    /** What blocks printed, threw or were refused with where the page says something else. */
    private val unexpected = HashMap<Block, List<String>>()

    private val programs = pages.mapIndexed { i, page -> program(page, "page$i") }

    /** How much is compiled. */
    val summary: String
        get() {
            val running = pages.sumOf { it.running.size }
            val rows = pages.sumOf { it.rows.size }
            val refused = pages.sumOf { page -> REFUSALS.sumOf { page.refused(it).size } }
            return "$running blocks that run, $rows expressions of tables, $refused blocks that must not compile on ${pages.size} pages"
        }

    /** Seconds that the compiler took, and seconds that the pages ran. */
    var seconds: Pair<Double, Double> = 0.0 to 0.0
        private set

    /** Compiles and runs everything: all that is wrong, in the order of the pages. */
    fun check(): List<Problem> {
        pages.forEach { problems += it.problems }
        val start = System.nanoTime()
        val (names, loader) = compilePrograms()
        REFUSALS.forEach(::refuse)
        val compiled = System.nanoTime()
        for (source in names) run(source, loader!!)
        seconds = (compiled - start) / 1e9 to (System.nanoTime() - compiled) / 1e9
        return problems.sortedWith(compareBy({ problem -> pages.indexOfFirst { it.name == problem.page } }, { it.line }))
    }

    /** The programs that compile. What the compiler says to the others is a problem. */
    private fun compilePrograms(): Pair<List<Source>, ClassLoader?> {
        var left = programs
        while (left.isNotEmpty()) {
            val compilation = compile(left, plugin = false)
            compilation.messages.forEach { (source, messages) -> messages.forEach { report(source, it) } }
            if (compilation.loader != null) return left to compilation.loader
            val fit = left.filter { source -> compilation.messages.getValue(source).none { it.isError } }
            check(fit.size < left.size) { "the compiler failed without a word on ${left.map { it.page.name }}" }
            left = fit
        }
        return left to null
    }

    private fun report(source: Source, message: Message) {
        val problem = Problem(source.page.name, message.line, (if (message.isError) "does not compile: " else "warning: ") + message.text)
        if (problem !in problems) problems += problem
    }

    /** Compares what the compiler says to blocks of [fate], which it must refuse, with what the pages say. The plugin may refuse nothing else. */
    private fun refuse(fate: Fate) {
        val plugin = fate == Fate.REFUSED_BY_PLUGIN
        val asked = pages.withIndex().filter { (_, page) -> plugin || page.refused(fate).isNotEmpty() }
        if (asked.isEmpty()) return
        val sources = asked.map { (i, page) -> refusedProgram(page, "refused$i", fate) }
        val messages = compile(sources, plugin).messages
        for (source in sources) {
            val errors = messages.getValue(source).filter { it.isError }
            val refused = source.page.refused(fate)
            errors.filter { error -> refused.none { error.line in it.lines } }.forEach { report(source, it) }
            for (block in refused) refuse(source.page, block, errors.filter { it.line in block.lines })
        }
    }

    private fun refuse(page: Page, block: Block, errors: List<Message>) {
        if (errors.isEmpty()) {
            problems += Problem(page.name, block.line, "compiles, but must not (or an error of syntax in another such block hides why)")
            return
        }
        val found = tidy(errors.joinToString("\n") { it.text })
        val expected = expected(block)
        val isCut = expected.size > 1 && expected.last() == CUT && found.size >= expected.size
        compare(page, block, if (isCut) found.take(expected.size - 1) + CUT else found, "the compiler's message")
    }

    private fun run(source: Source, loader: ClassLoader) {
        val page = source.page
        val run = Run.of(page, source.name, loader)
        for ((line, e) in run.thrown) problems += Problem(page.name, line, "throws ${described(e)}${place(e, source)}")
        for (line in run.unthrown) problems += Problem(page.name, line, "runs to its end, but must throw")
        val missed = (page.running.map { it.line } + page.rows.map { it.line }).filter { it !in run.printed }
        if (!run.hasThrown) missed.forEach { problems += Problem(page.name, it, "is not reached") }
        for (block in page.running) {
            val printed = tidy(run.printed[block.line]?.let { onPage(it, source) } ?: continue)
            if (block.fate == Fate.PRINTS_ANYTHING || block.line in run.thrown) continue
            compare(page, block, printed, "the output")
        }
    }

    /** Where in the page an exception comes from. */
    private fun place(e: Throwable, source: Source): String {
        val frame = e.stackTrace.firstOrNull { it.fileName == "${source.name}.kt" } ?: return ""
        return "\n  at line ${source.origin(frame.lineNumber)}"
    }

    /** [text] with places in the program as places on its page. */
    private fun onPage(text: String, source: Source): String =
        Regex("""\b${source.name}\.kt:(\d+)""").replace(text) { place ->
            "${source.page.name.substringAfterLast('/')}:${source.origin(place.groupValues[1].toInt())}"
        }

    private fun expected(block: Block): List<String> =
        tidy(
            block.output
                ?.text
                .orEmpty()
                .joinToString("\n"),
        )

    private fun compare(page: Page, block: Block, found: List<String>, what: String) {
        val problem = difference(page.name, (block.output ?: block.code).line + 1, expected(block), found, what) ?: return
        problems += problem
        unexpected[block] = found
    }

    /** The lines of [page] with what was found in the place of outputs that differ. */
    fun rewritten(page: Page): List<String> {
        val lines = page.lines.toMutableList()
        for (block in page.blocks.asReversed()) {
            val found = unexpected[block] ?: continue
            val output = block.output
            if (output == null) {
                val end = block.line + block.code.text.size + 1
                if (found.isNotEmpty()) lines.addAll(end, listOf("", "```text") + found + "```")
            } else {
                repeat(output.text.size) { lines.removeAt(output.line) }
                lines.addAll(output.line, found)
            }
        }
        return lines
    }

    private companion object {
        /** The last line of a message of the compiler that goes on. */
        const val CUT = "..."

        /** In this order: the plugin sees only what the compiler accepts. */
        val REFUSALS = listOf(Fate.REFUSED, Fate.REFUSED_BY_PLUGIN)
    }
}
