package dev.rankine.plugin

import org.jetbrains.kotlin.fir.expressions.FirExpression
import org.jetbrains.kotlin.fir.expressions.FirFunctionCall
import org.jetbrains.kotlin.fir.expressions.FirLiteralExpression
import org.jetbrains.kotlin.fir.expressions.resolvedArgumentMapping
import org.jetbrains.kotlin.fir.expressions.unwrapArgument
import org.jetbrains.kotlin.fir.symbols.impl.FirFunctionSymbol
import org.jetbrains.kotlin.fir.symbols.impl.FirValueParameterSymbol
import org.jetbrains.kotlin.fir.types.resolvedType

/** The arguments of a call of the program; each is evaluated when it is asked for. */
internal class CallArguments(
    private val call: FirFunctionCall,
    private val symbol: FirFunctionSymbol<*>,
    private val evaluator: Evaluator,
) : Arguments {
    /** An input of a rule; [isAbsent] if the call passes none or null. */
    class Input(val known: Shaped?, val isAbsent: Boolean)

    private val given: Map<String, FirExpression> =
        call.resolvedArgumentMapping
            .orEmpty()
            .entries
            .associate { (argument, parameter) -> parameter.name.asString() to argument }

    override fun declares(name: String): Boolean = (name == THIS && receiver != null) || parameters.any { it.name.asString() == name }

    override fun gives(name: String): Boolean = name == THIS || name in given

    override fun get(name: String): Known? = (if (name == THIS) receiver else given[name])?.let(evaluator::known)

    /** What is given, in the order of the declaration. */
    val inOrder: List<FirExpression> get() = parameters.mapNotNull { given[it.name.asString()] }

    /** Whether the function is one of tensors. */
    val takesTensors: Boolean get() =
        receivers.any { evaluator.types.isTensor(it.resolvedType) } ||
            parameters.any { evaluator.types.isTensor(it.resolvedReturnType) || evaluator.types.hasTensors(it.resolvedReturnType) }

    /** The tensors, the receiver first; null if it cannot be told how many there are. */
    fun inputs(): List<Input>? {
        val inputs = ArrayList<Input>()
        for (receiver in receivers) {
            if (evaluator.types.isTensor(receiver.resolvedType)) inputs.add(input(evaluator.known(receiver)))
        }
        for (parameter in parameters) {
            val argument = given[parameter.name.asString()]
            when {
                evaluator.types.isTensor(parameter.resolvedReturnType) && !parameter.isVararg -> {
                    inputs.add(if (argument == null || isNull(argument)) Input(null, isAbsent = true) else input(evaluator.known(argument)))
                }

                evaluator.types.hasTensors(parameter.resolvedReturnType) -> {
                    inputs.addAll((argument?.let(evaluator::known) as? Items ?: return null).items.map(::input))
                }
            }
        }
        return inputs
    }

    private val receivers: List<FirExpression> get() = listOfNotNull(call.dispatchReceiver, call.extensionReceiver)

    private val parameters: List<FirValueParameterSymbol> get() = symbol.valueParameterSymbols

    /** The receiver of an extension that stands for a number: `fun <D : Dim<D>> D.half()`. */
    private val receiver: FirExpression? get() = call.extensionReceiver?.takeIf { !evaluator.types.isTensor(it.resolvedType) }

    private fun input(known: Known?) = Input(known as? Shaped, isAbsent = false)

    private fun isNull(argument: FirExpression) = (argument.unwrapArgument() as? FirLiteralExpression)?.let { it.value == null } ?: false

    private companion object {
        const val THIS = "this"
    }
}
