package dev.rankine.shapes.rule

/** A rule as read: arguments, results, conditions. */
internal class RuleTree(val signature: Signature, val results: Array<ResultPattern>, val conditions: Array<Condition>)

/** Reads a rule: `argument* '->' result+ ('where' condition (',' condition)*)?`. */
internal class RuleParser(text: String) {
    private val tokens = Tokens(text)
    private val scope = Scope(tokens)

    fun rule(): RuleTree {
        val signature = ArgumentParser(tokens, scope).arguments()
        val expressions = ExpressionParser(tokens, scope, mayBeAbsent = false)
        val results = ArrayList<ResultPattern>()
        do results.add(result(expressions)) while (tokens.next.kind != TokenKind.END && !isAtWhere())
        val conditions = ArrayList<Condition>()
        if (isAtWhere()) {
            tokens.take()
            val absent = ExpressionParser(tokens, scope, mayBeAbsent = true)
            do conditions.add(condition(absent)) while (tokens.accept(","))
            if (tokens.next.kind != TokenKind.END) tokens.expected("',' or the end")
        }
        return RuleTree(signature, results.toTypedArray(), conditions.toTypedArray())
    }

    /** `'[' (part (',' part)*)? ']' | span` */
    private fun result(expressions: ExpressionParser): ResultPattern {
        if (tokens.next.kind == TokenKind.END || isAtWhere()) tokens.expected("a result")
        return ResultPattern(if (tokens.isAt("[")) expressions.parts() else arrayOf(expressions.span()))
    }

    /** `(expression sign expression | span ('==' | '!=') span) phrase?` */
    private fun condition(expressions: ExpressionParser): Condition {
        if (expressions.isAtSpan()) {
            val left = expressions.span()
            val sign = tokens.next
            val comparison = comparison()
            if (comparison != Comparison.EQUAL && comparison != Comparison.NOT_EQUAL) tokens.fail("sequences have no order", sign)
            return SpanCondition(left, comparison, expressions.span(), phrase())
        }
        val left = expressions.expression()
        return NumberCondition(left, comparison(), expressions.expression(), phrase())
    }

    private fun comparison(): Comparison {
        val sign = tokens.next.takeIf { it.kind == TokenKind.SIGN }?.text
        return Comparison.entries.firstOrNull { it.sign == sign }?.also { tokens.take() } ?: tokens.expected("a comparison")
    }

    private fun phrase(): String? = if (tokens.next.kind == TokenKind.PHRASE) tokens.take().text else null

    private fun isAtWhere() = tokens.next.kind == TokenKind.WORD && tokens.next.text == "where"
}
