package dev.rankine.plugin

import org.jetbrains.kotlin.fir.declarations.FirProperty
import org.jetbrains.kotlin.fir.declarations.impl.FirDefaultPropertyGetter
import org.jetbrains.kotlin.fir.declarations.utils.isConst
import org.jetbrains.kotlin.fir.declarations.utils.isFinal
import org.jetbrains.kotlin.fir.expressions.FirExpression
import org.jetbrains.kotlin.fir.expressions.FirFunctionCall
import org.jetbrains.kotlin.fir.expressions.FirPropertyAccessExpression
import org.jetbrains.kotlin.fir.expressions.FirReturnExpression
import org.jetbrains.kotlin.fir.expressions.FirWrappedDelegateExpression
import org.jetbrains.kotlin.fir.expressions.arguments
import org.jetbrains.kotlin.fir.expressions.unwrapAnonymousFunctionExpression
import org.jetbrains.kotlin.fir.expressions.unwrapArgument
import org.jetbrains.kotlin.fir.references.toResolvedFunctionSymbol
import org.jetbrains.kotlin.fir.references.toResolvedPropertySymbol
import org.jetbrains.kotlin.fir.symbols.SymbolInternals
import org.jetbrains.kotlin.fir.symbols.impl.FirPropertySymbol
import org.jetbrains.kotlin.fir.types.classId
import org.jetbrains.kotlin.fir.types.resolvedType
import org.jetbrains.kotlin.fir.unwrapFakeOverrides

/** What vals are known to be: what they are initialised with, unless a getter or an override may say otherwise. Of an array, its length. */
internal class Values(private val evaluator: Evaluator) {
    fun of(access: FirPropertyAccessExpression): Known? {
        val symbol = access.calleeReference.toResolvedPropertySymbol()?.unwrapFakeOverrides() ?: return null
        ofLibrary(access, symbol)?.let { return it }
        if (!symbol.isVal || !(symbol.isLocal || symbol.isConst || symbol.isFinal)) return null
        if (symbol.hasDelegate) return symbol.delegate?.let { delegated(it, access) }
        @OptIn(SymbolInternals::class)
        val getter = symbol.fir.getter
        if (getter != null && getter !is FirDefaultPropertyGetter) return null
        val value = symbol.resolvedInitializer?.let(evaluator::known)
        return if (value is Items && access.resolvedType.classId in Names.ARRAYS) Items(value.items.map { null }) else value
    }

    /** `Pixels.size`, `x.sizes`, `x.value`, `Rows.half`; throws a [Clash] for the half of an odd size, as the run does. */
    private fun ofLibrary(access: FirPropertyAccessExpression, symbol: FirPropertySymbol): Known? {
        val owner = symbol.callableId?.classId
        if (symbol.callableId == Names.HALF_OF) {
            val whole = access.extensionReceiver?.let(evaluator::known) as? Extent ?: return null
            if (whole.size != null && whole.size % 2 != 0) throw Clash("dim: ${whole.name} has no half: ${whole.size} is odd")
            return null
        }
        val name = symbol.name.asString()
        val receiver = access.dispatchReceiver?.let(evaluator::known)
        return when {
            name == "size" && (owner == Names.DIM || owner == Names.AXIS) -> (receiver as? Extent)?.size?.let { Extent(it) }
            name == "sizes" && owner in Names.TENSORS -> (receiver as? Shaped)?.let { Items(it.axes) }
            (name == "value" || name == "tensor") && owner in Names.TENSORS -> receiver
            else -> null
        }
    }

    /** `val conv by Conv2d(...)` is what its delegate provides if that is of the property's own type; `by lazy { ... }`, what the block gives. */
    private fun delegated(delegate: FirExpression, access: FirPropertyAccessExpression): Known? {
        val provider = (delegate as? FirWrappedDelegateExpression)?.expression ?: delegate
        val call = provider as? FirFunctionCall
        val provided =
            when {
                call == null -> provider
                call.calleeReference.name.asString() == "provideDelegate" -> call.explicitReceiver ?: return null
                call.calleeReference.toResolvedFunctionSymbol()?.callableId == Names.LAZY -> only(call.arguments.last()) ?: return null
                else -> provider
            }
        if (provided.resolvedType.classId != access.resolvedType.classId) return null
        return evaluator.known(provided)
    }

    /** The expression that a block consists of. */
    private fun only(block: FirExpression): FirExpression? {
        val statement =
            block
                .unwrapArgument()
                .unwrapAnonymousFunctionExpression()
                ?.body
                ?.statements
                ?.singleOrNull()
        return (statement as? FirReturnExpression)?.result ?: statement as? FirExpression
    }
}
