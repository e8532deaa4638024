package dev.rankine.guide

/** The function of a program that runs it. */
internal const val ENTRY: String = "page"

/**
 * A file for the compiler, made of lines of a page.
 *
 * Objects, interfaces, enums and type aliases cannot stand in a function: they are moved out of it, as imports are; all else keeps its order.
 * A declaration ends where the brackets that it opens are closed.
 *
 * @property name the name of the file without `.kt`, and of its package.
 */
internal class Source(val page: Page, val name: String) {
    private val imports = ArrayList<Pair<String, Int>>()
    private val outside = ArrayList<Pair<String, Int>>()
    private val inside = ArrayList<Pair<String, Int>>()

    private val all: List<Pair<String, Int>>
        get() =
            listOf("package $name" to 0) + imports.distinctBy { it.first } + outside +
                ("fun $ENTRY(`enter`: (Int) -> Unit, `attempt`: (Int, () -> Any?) -> Unit) {" to 0) + inside + ("}" to 0)

    val text: String get() = all.joinToString("\n", postfix = "\n") { it.first }

    /** The line of the page that line [line] of the file comes from; 0 if it is none of the page. */
    fun origin(line: Int): Int = all.getOrNull(line - 1)?.second ?: 0

    /** Adds a block that runs in the function: what it declares is seen by all that follow. */
    fun add(block: Block) {
        inside += "`enter`(${block.line})" to 0
        inside += sorted(block)
    }

    /** Adds a block that ends badly: what it declares stays in it. */
    fun addAttempt(block: Block) {
        inside += "`attempt`(${block.line}) {" to 0
        inside += sorted(block)
        inside += "Unit }" to 0
    }

    /** Adds code of a table, which runs for itself. */
    fun add(row: Row) {
        inside += "`attempt`(${row.line}) { ${row.code} }" to row.line
    }

    /** Moves out of [block] what cannot stand in a function, and returns the rest. */
    private fun sorted(block: Block): List<Pair<String, Int>> {
        val rest = ArrayList<Pair<String, Int>>()
        var open = 0
        var line = block.line
        for (text in block.code.text) {
            line++
            when {
                text.startsWith("import ") -> {
                    imports += text to line
                }

                open > 0 || OUTSIDE.containsMatchIn(text) -> {
                    outside += text to line
                    open += text.count { it in "([{" } - text.count { it in ")]}" }
                }

                else -> {
                    rest += text to line
                }
            }
        }
        return rest
    }

    private companion object {
        val OUTSIDE = Regex("""^(@\w+\(\w*\) )?(data object|object|(sealed |fun )?interface|enum class|typealias) """)
    }
}

/** The program of [page]: all that runs. */
internal fun program(page: Page, name: String): Source {
    val source = Source(page, name)
    for (block in page.blocks) {
        when (block.fate) {
            Fate.RUNS, Fate.PRINTS_ANYTHING -> source.add(block)
            Fate.THROWS -> source.addAttempt(block)
            Fate.REFUSED, Fate.REFUSED_BY_PLUGIN, Fate.NOT_COMPILED -> Unit
        }
    }
    page.rows.forEach(source::add)
    return source
}

/** The program of [page] that the compiler must refuse, for every block of [fate]. */
internal fun refusedProgram(page: Page, name: String, fate: Fate): Source {
    val source = Source(page, name)
    for (block in page.blocks) {
        when (block.fate) {
            Fate.RUNS, Fate.PRINTS_ANYTHING -> source.add(block)
            fate -> source.addAttempt(block)
            else -> Unit
        }
    }
    return source
}
