package dev.rankine.shapes.rule

/** The names of a rule while it is read; one name means one thing. */
internal class Scope(private val tokens: Tokens) {
    private val symbols = HashMap<String, Symbol>()

    /** How many cells the header of a call needs so far. */
    var cells: Int = 0
        private set

    /** Takes [count] cells of the header. */
    fun reserve(count: Int): Int = cells.also { cells += count }

    /** The symbol of an axis or run, which may occur in several inputs. */
    fun bind(token: Token, kind: SymbolKind): Symbol {
        val known = symbols[token.text] ?: return add(token, kind)
        if (known.kind != kind) tokens.fail("${known.name} is already ${known.kind.words}", token)
        return known
    }

    /** The symbol of a number or list, which must be new. */
    fun declare(token: Token, kind: SymbolKind): Symbol {
        symbols[token.text]?.let { tokens.fail("${it.name} is already ${it.kind.words}", token) }
        return add(token, kind)
    }

    /** The kind of a name, or null if it is not bound. */
    fun kind(name: String): SymbolKind? = symbols[name]?.kind

    /** The symbol of a bound name that must be of [kind]. */
    fun find(token: Token, kind: SymbolKind): Symbol {
        val symbol = bound(token)
        if (symbol.kind != kind) tokens.fail("${symbol.name} is ${symbol.kind.words}, not ${kind.words}", token)
        return symbol
    }

    /** The symbol of a bound name that must be a sequence or must not. */
    fun find(token: Token, isSequence: Boolean, mayBeAbsent: Boolean): Symbol {
        val symbol = bound(token)
        if (symbol.kind == SymbolKind.INPUTS) {
            val name = symbol.name
            tokens.fail("$name is ${symbol.kind.words}: write count($name), cat($name, axis) or stack($name, axis)", token)
        }
        if (symbol.kind.isSequence && !isSequence) {
            tokens.fail(
                "${symbol.name} is ${symbol.kind.words}, not one size: write *${symbol.name}, prod(${symbol.name}) or rank(${symbol.name})",
                token,
            )
        }
        if (!symbol.kind.isSequence && isSequence) {
            tokens.fail("${symbol.name} is ${symbol.kind.words}, not a sequence of sizes", token)
        }
        if (symbol.mayBeAbsent && !mayBeAbsent) tokens.fail("${symbol.name} may be absent: only an optional input binds it", token)
        return symbol
    }

    private fun bound(token: Token): Symbol = symbols[token.text] ?: tokens.fail("${token.text} is not bound by an argument", token)

    private fun add(token: Token, kind: SymbolKind): Symbol {
        val symbol = Symbol(token.text, kind, reserve(if (kind == SymbolKind.AXIS || kind == SymbolKind.NUMBER) 1 else 2))
        symbols[symbol.name] = symbol
        return symbol
    }
}
