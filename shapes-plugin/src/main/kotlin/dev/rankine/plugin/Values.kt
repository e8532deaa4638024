package dev.rankine.plugin

import org.jetbrains.kotlin.fir.declarations.FirProperty
import org.jetbrains.kotlin.fir.declarations.impl.FirDefaultPropertyGetter
import org.jetbrains.kotlin.fir.declarations.utils.isConst
import org.jetbrains.kotlin.fir.declarations.utils.isFinal
import org.jetbrains.kotlin.fir.expressions.FirExpression
import org.jetbrains.kotlin.fir.expressions.FirFunctionCall
import org.jetbrains.kotlin.fir.expressions.FirPropertyAccessExpression
import org.jetbrains.kotlin.fir.expressions.FirWrappedDelegateExpression
import org.jetbrains.kotlin.fir.references.toResolvedPropertySymbol
import org.jetbrains.kotlin.fir.symbols.SymbolInternals
import org.jetbrains.kotlin.fir.symbols.impl.FirPropertySymbol
import org.jetbrains.kotlin.fir.types.classId
import org.jetbrains.kotlin.fir.types.resolvedType
import org.jetbrains.kotlin.fir.unwrapFakeOverrides

/** What vals are known to be: what they are initialised with, unless a getter or an override may say otherwise. */
internal class Values(private val evaluator: Evaluator) {
    fun of(access: FirPropertyAccessExpression): Known? {
        val symbol = access.calleeReference.toResolvedPropertySymbol()?.unwrapFakeOverrides() ?: return null
        sizeOf(access, symbol)?.let { return it }
        if (!symbol.isVal || !(symbol.isLocal || symbol.isConst || symbol.isFinal)) return null
        if (symbol.hasDelegate) return symbol.delegate?.let { delegated(it, access) }
        @OptIn(SymbolInternals::class)
        val getter = symbol.fir.getter
        if (getter != null && getter !is FirDefaultPropertyGetter) return null
        return symbol.resolvedInitializer?.let(evaluator::known)
    }

    /** `Pixels.size`. */
    private fun sizeOf(access: FirPropertyAccessExpression, symbol: FirPropertySymbol): Known? {
        val owner = symbol.callableId?.classId
        if ((owner != Names.DIM && owner != Names.AXIS) || symbol.name.asString() != "size") return null
        return (access.dispatchReceiver?.let(evaluator::known) as? Extent)?.size?.let { Extent(it) }
    }

    /** `val conv by Conv2d(...)` is what its delegate provides, if that is of the property's own type. */
    private fun delegated(delegate: FirExpression, access: FirPropertyAccessExpression): Known? {
        val provider = (delegate as? FirWrappedDelegateExpression)?.expression ?: delegate
        val call = provider as? FirFunctionCall
        val provided = if (call?.calleeReference?.name?.asString() == "provideDelegate") call.explicitReceiver ?: return null else provider
        if (provided.resolvedType.classId != access.resolvedType.classId) return null
        return evaluator.known(provided)
    }
}
