package dev.rankine.plugin

import org.jetbrains.kotlin.fir.FirSession
import org.jetbrains.kotlin.fir.resolve.fullyExpandedType
import org.jetbrains.kotlin.fir.resolve.toRegularClassSymbol
import org.jetbrains.kotlin.fir.symbols.impl.FirRegularClassSymbol
import org.jetbrains.kotlin.fir.types.ConeClassLikeType
import org.jetbrains.kotlin.fir.types.ConeKotlinType
import org.jetbrains.kotlin.fir.types.classId
import org.jetbrains.kotlin.fir.types.coneType
import org.jetbrains.kotlin.fir.types.lowerBoundIfFlexible
import org.jetbrains.kotlin.fir.types.type

/** What static types say: `Tensor<Mat<Batch, Pixels>>` is `[Batch, Pixels = 784]`. */
internal class Types(private val session: FirSession, private val dims: Dims) {
    /** What a value of [type] is known to be. */
    fun known(type: ConeKotlinType): Known? {
        val plain = plain(type) ?: return null
        return if (plain.classId in Names.TENSORS) shape(plain) else dims.ofType(plain)
    }

    /** Whether a value of [type] is an input of a rule. */
    fun isTensor(type: ConeKotlinType): Boolean = plain(type)?.classId in Names.TENSORS

    /** Whether [type] is a list or array of tensors. */
    fun hasTensors(type: ConeKotlinType): Boolean =
        plain(type)
            ?.typeArguments
            ?.singleOrNull()
            ?.type
            ?.let(::isTensor) == true && !isTensor(type)

    /** Whether a value of [type] may be a mapping or hold some; nobody knows of a type parameter. */
    fun mayMap(type: ConeKotlinType): Boolean {
        val symbol = symbol(type) ?: return true
        return symbol.classId in Names.COLLECTIONS || isMapping(symbol)
    }

    private fun isMapping(symbol: FirRegularClassSymbol): Boolean =
        symbol.classId == Names.MAPPING || symbol.resolvedSuperTypeRefs.any { parent -> symbol(parent.coneType)?.let(::isMapping) ?: false }

    /** The class of [type]. */
    fun symbol(type: ConeKotlinType): FirRegularClassSymbol? = plain(type)?.toRegularClassSymbol(session)

    /** The type without aliases, platform types and projections; null if it is a parameter or the like. */
    fun plain(type: ConeKotlinType): ConeClassLikeType? = type.fullyExpandedType(session).lowerBoundIfFlexible() as? ConeClassLikeType

    /** A tensor `Tensor<out S>` broadcasts to `S`: its own sizes are not known. */
    private fun shape(tensor: ConeClassLikeType): Shaped? {
        val shape = (tensor.typeArguments.singleOrNull() as? ConeKotlinType)?.let(::plain) ?: return null
        val rank = Names.RANKS[shape.classId] ?: return null
        return shape.typeArguments.takeIf { it.size == rank }?.let { axes -> Shaped(axes.map(dims::of)) }
    }
}
