package dev.rankine.plugin

import org.jetbrains.kotlin.fir.FirElement
import org.jetbrains.kotlin.fir.declarations.FirAnonymousFunction
import org.jetbrains.kotlin.fir.expressions.FirExpression
import org.jetbrains.kotlin.fir.expressions.FirFunctionCall
import org.jetbrains.kotlin.fir.expressions.FirReturnExpression
import org.jetbrains.kotlin.fir.expressions.arguments
import org.jetbrains.kotlin.fir.expressions.unwrapAnonymousFunctionExpression
import org.jetbrains.kotlin.fir.expressions.unwrapArgument
import org.jetbrains.kotlin.fir.symbols.FirBasedSymbol
import org.jetbrains.kotlin.fir.symbols.impl.FirFunctionSymbol
import org.jetbrains.kotlin.fir.types.classId
import org.jetbrains.kotlin.fir.types.resolvedType
import org.jetbrains.kotlin.fir.visitors.FirVisitorVoid

/** The blocks of `let`, `also`, `run`, `with` and `apply`: what `it` and `this` are in them, what the calls give. */
internal class Blocks(private val evaluator: Evaluator) {
    private val subjects = HashMap<FirBasedSymbol<*>, FirExpression>()

    /** What a parameter or receiver of a block is; the call that has the block was evaluated before, as the compiler checks it first. */
    fun subject(symbol: FirBasedSymbol<*>): Known? = subjects[symbol]?.let(::lasting)

    /** What [call] gives, or null if it is none of these. */
    fun of(call: FirFunctionCall, symbol: FirFunctionSymbol<*>): Known? {
        val id = symbol.callableId
        if (id.classId != null || id.packageName != Names.KOTLIN) return null
        val name = id.callableName.asString()
        if (name !in Names.GIVE_RESULT && name !in Names.GIVE_SUBJECT) return null
        val block =
            call.arguments
                .lastOrNull()
                ?.unwrapArgument()
                ?.unwrapAnonymousFunctionExpression()
        val subject = call.extensionReceiver ?: if (name == WITH) call.arguments.first() else null
        if (block != null && subject != null) {
            val symbols = listOfNotNull(block.receiverParameter?.symbol) + block.valueParameters.map { it.symbol }
            symbols.singleOrNull()?.let { subjects[it] = subject }
        }
        return if (name in Names.GIVE_SUBJECT) subject?.let(::lasting) else block?.let(::result)
    }

    /** What a block ends with, if it does not return from other places too. */
    private fun result(block: FirAnonymousFunction): Known? {
        val last = block.body?.statements?.lastOrNull() ?: return null
        val returns = Returns(block).also { visitor -> block.body?.accept(visitor) }.found
        val value =
            (last as? FirReturnExpression)?.takeIf { returns == listOf(it) }?.result
                ?: (last as? FirExpression).takeIf { returns.isEmpty() }
        return value?.let(evaluator::known)
    }

    /** A block may change the elements of an array. */
    private fun lasting(subject: FirExpression): Known? {
        val known = evaluator.known(subject)
        return if (known is Items && subject.resolvedType.classId in Names.ARRAYS) Items(known.items.map { null }) else known
    }

    /** The places from which [block] returns. */
    private class Returns(private val block: FirAnonymousFunction) : FirVisitorVoid() {
        val found = ArrayList<FirReturnExpression>()

        override fun visitElement(element: FirElement) {
            if (element is FirReturnExpression && element.target.labeledElement === block) found += element
            element.acceptChildren(this)
        }
    }

    private companion object {
        const val WITH = "with"
    }
}
