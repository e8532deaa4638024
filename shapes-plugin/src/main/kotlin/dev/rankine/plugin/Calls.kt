package dev.rankine.plugin

import org.jetbrains.kotlin.fir.declarations.utils.isFinal
import org.jetbrains.kotlin.fir.expressions.FirExpression
import org.jetbrains.kotlin.fir.expressions.FirFunctionCall
import org.jetbrains.kotlin.fir.expressions.FirResolvedQualifier
import org.jetbrains.kotlin.fir.expressions.FirReturnExpression
import org.jetbrains.kotlin.fir.expressions.impl.FirSingleExpressionBlock
import org.jetbrains.kotlin.fir.references.toResolvedFunctionSymbol
import org.jetbrains.kotlin.fir.symbols.FirBasedSymbol
import org.jetbrains.kotlin.fir.symbols.SymbolInternals
import org.jetbrains.kotlin.fir.symbols.impl.FirConstructorSymbol
import org.jetbrains.kotlin.fir.symbols.impl.FirFunctionSymbol
import org.jetbrains.kotlin.fir.types.ConeKotlinType
import org.jetbrains.kotlin.fir.types.classId
import org.jetbrains.kotlin.fir.types.resolvedType
import org.jetbrains.kotlin.fir.unwrapFakeOverrides

/** What calls are known to give. */
internal class Calls(private val evaluator: Evaluator, private val rules: Rules) {
    private val blocks = Blocks(evaluator)

    /** What a parameter or receiver of the block of a call is. */
    fun subject(symbol: FirBasedSymbol<*>): Known? = blocks.subject(symbol)

    /** Throws a [Clash] if the call certainly fails. */
    fun of(call: FirFunctionCall): Known? {
        // the compiler has refused a call with an error of its own: one message is enough
        val symbol = call.calleeReference.toResolvedFunctionSymbol(discardErrorReference = true)?.unwrapFakeOverrides() ?: return null
        return blocks.of(call, symbol) ?: builtIn(call, symbol, evaluator) ?: construction(call, symbol) ?: ruled(call, symbol)
            ?: body(symbol)
    }

    /** What a function without parameters gives that consists of an expression: `fun batch() = zeros(Batch of 32, Pixels)`. */
    private fun body(symbol: FirFunctionSymbol<*>): Known? {
        val takesNothing = symbol.valueParameterSymbols.isEmpty() && symbol.contextParameterSymbols.isEmpty()
        if (!takesNothing || symbol.receiverParameterSymbol != null || !symbol.isFinal) return null
        @OptIn(SymbolInternals::class)
        val statement = (symbol.fir.body as? FirSingleExpressionBlock)?.statement
        return (statement as? FirReturnExpression)?.result?.let(evaluator::known)
    }

    /** What a constructor makes, or a function with a rule or a chain that neither takes nor gives tensors: what the instance does. */
    private fun construction(call: FirFunctionCall, symbol: FirFunctionSymbol<*>): Known? {
        val type = call.resolvedType
        if (evaluator.types.isTensor(type)) return null
        val carrier = if (symbol is FirConstructorSymbol) evaluator.types.symbol(type) ?: return null else symbol
        val declared = rules.of(carrier)
        val isChain = rules.isChain(carrier)
        if (symbol !is FirConstructorSymbol && declared == null && !isChain) return null
        val arguments = CallArguments(call, symbol, evaluator)
        if (symbol !is FirConstructorSymbol && arguments.takesTensors) return null
        // a class that states its rule has no numbers but its parameters; one that does not may pass others to its superclass
        val isWhole = symbol is FirConstructorSymbol && declared != null
        val own = Part(word(type), declared, if (isWhole) arguments else AsMade(arguments))
        if (!isChain) return Mapping(listOf(own))
        val parts = (listOfNotNull(receiver(call)) + arguments.inOrder).flatMap(::parts)
        return Mapping(if (declared == null) parts else parts + own)
    }

    /** The parts of an argument that may be a mapping or a list of them; numbers, words and functions are none. */
    private fun parts(argument: FirExpression): List<Part?> {
        val known = evaluator.known(argument)
        return if (known is Mapping || evaluator.types.mayMap(argument.resolvedType)) parts(known) else emptyList()
    }

    private fun parts(known: Known?): List<Part?> =
        when (known) {
            is Mapping -> known.parts
            is Items -> known.items.flatMap(::parts)
            is Extent -> emptyList()
            else -> listOf(null)
        }

    private fun ruled(call: FirFunctionCall, symbol: FirFunctionSymbol<*>): Known? {
        val declared = rules.of(symbol)
        val receiver = receiver(call)
        val arguments = CallArguments(call, symbol, evaluator)
        if (declared != null) {
            val inputs = arguments.inputs() ?: return null
            val results = Part(op(symbol, receiver), declared, arguments).results(fitted(inputs, declared), made(receiver)) ?: return null
            if (evaluator.types.isTensor(call.resolvedType)) return results.first()
            return if (results.size > 1) Items(results) else null
        }
        if (symbol.name.asString() !in Names.CALLS || receiver == null) return null
        val mapping = evaluator.known(receiver) as? Mapping ?: return null
        val input = arguments.inputs()?.singleOrNull { !it.isAbsent } ?: return null
        return mapping.result(input.known)
    }

    /** Inputs of the rule in their places; absent ones are left out where the rule has no place for them. */
    private fun fitted(inputs: List<CallArguments.Input>, declared: DeclaredRule): List<Shaped?> {
        val fitting = if (declared.rule.accepts(inputs.size)) inputs else inputs.filter { !it.isAbsent }
        return fitting.map { it.known }
    }

    /** The receiver that is no tensor, if there is one. */
    private fun receiver(call: FirFunctionCall): FirExpression? =
        listOfNotNull(call.extensionReceiver, call.dispatchReceiver).firstOrNull { !evaluator.types.isTensor(it.resolvedType) }

    /** The arguments of what made [receiver]: none where there is no receiver or it is an object, null where they cannot be seen. */
    private fun made(receiver: FirExpression?): Arguments? {
        if (receiver == null || receiver is FirResolvedQualifier) return Arguments.None
        val known = evaluator.known(receiver) ?: return null
        if (known !is Mapping) return Arguments.None
        return known.parts.singleOrNull()?.arguments
    }

    /** The word of messages. */
    fun word(call: FirFunctionCall): String = call.calleeReference.toResolvedFunctionSymbol()?.let { op(it, receiver(call)) } ?: "call"

    /** A mapping that is called has its own, and so has what it does by another name. */
    private fun op(symbol: FirFunctionSymbol<*>, receiver: FirExpression?): String {
        val name = symbol.name.asString()
        val isMapping = receiver != null && (name in Names.CALLS || evaluator.types.symbol(receiver.resolvedType)?.let(rules::of) != null)
        return if (isMapping) word(receiver.resolvedType) else opWord(name)
    }

    /** `max_pool2d` for a `MaxPool2d`. */
    private fun word(type: ConeKotlinType): String = opWord(type.classId?.shortClassName?.asString() ?: "call")
}
