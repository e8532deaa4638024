package dev.rankine.plugin

import org.jetbrains.kotlin.fir.FirSession
import org.jetbrains.kotlin.fir.declarations.findArgumentByName
import org.jetbrains.kotlin.fir.declarations.getAnnotationByClassId
import org.jetbrains.kotlin.fir.declarations.primaryConstructorIfAny
import org.jetbrains.kotlin.fir.expressions.arguments
import org.jetbrains.kotlin.fir.resolve.fullyExpandedType
import org.jetbrains.kotlin.fir.resolve.toRegularClassSymbol
import org.jetbrains.kotlin.fir.symbols.impl.FirRegularClassSymbol
import org.jetbrains.kotlin.fir.types.ConeClassLikeType
import org.jetbrains.kotlin.fir.types.ConeKotlinType
import org.jetbrains.kotlin.fir.types.ConeTypeProjection
import org.jetbrains.kotlin.fir.types.classId
import org.jetbrains.kotlin.fir.types.coneType
import org.jetbrains.kotlin.fir.types.isNothing
import org.jetbrains.kotlin.fir.types.lowerBoundIfFlexible
import org.jetbrains.kotlin.fir.types.type
import org.jetbrains.kotlin.name.Name

/** Names and sizes of dims, from their types. */
internal class Dims(private val session: FirSession, private val evaluator: Evaluator) {
    private val declared = HashMap<FirRegularClassSymbol, Extent?>()

    /** The dim that [argument], of a shape or an axis, says; nothing of what may be any dim. */
    fun of(argument: ConeTypeProjection): Extent = (argument as? ConeKotlinType)?.let(::ofType) ?: UNKNOWN

    /** The dim [type], or null if it is none that is known. */
    fun ofType(type: ConeKotlinType): Extent? {
        val plain = type.fullyExpandedType(session).lowerBoundIfFlexible() as? ConeClassLikeType ?: return null
        if (plain.isNothing) return ONE
        return when (plain.classId) {
            Names.DYN -> UNKNOWN
            Names.TIMES -> pair(plain, '*', Long::times)
            Names.PLUS -> pair(plain, '+', Long::plus)
            Names.HALF -> half(plain)
            Names.AXIS, Names.SIZED -> plain.typeArguments.single().let(::of)
            else -> plain.toRegularClassSymbol(session)?.let(::ofClass)
        }
    }

    /** What is wrong with the sizes that the class [symbol] declares, or null. */
    fun contradiction(symbol: FirRegularClassSymbol): String? {
        val known = knownSize(symbol) ?: return null
        val given = constructed(symbol)?.size ?: return null
        return if (known == given) null else "dim: ${symbol.name} is declared with size $given: @KnownSize($known) given"
    }

    private fun ofClass(symbol: FirRegularClassSymbol): Extent? {
        if (symbol in declared) return declared[symbol]
        declared[symbol] = null
        val isDim = symbol.resolvedSuperTypeRefs.any { it.coneType.classId == Names.DIM }
        val size = if (isDim) knownSize(symbol) ?: constructed(symbol)?.size else null
        return (if (isDim) Extent(size?.takeIf { it >= 0 }, symbol.name.asString()) else null).also { declared[symbol] = it }
    }

    private fun knownSize(symbol: FirRegularClassSymbol): Int? {
        val annotation = symbol.getAnnotationByClassId(Names.KNOWN_SIZE, session) ?: return null
        return annotation.findArgumentByName(SIZE, returnFirstWhenNotFound = true)?.let { (evaluator.known(it) as? Extent)?.size }
    }

    /** The argument of the super constructor; the compiler has it for classes of the module only. */
    private fun constructed(symbol: FirRegularClassSymbol): Extent? {
        val call =
            symbol.primaryConstructorIfAny(session)?.resolvedDelegatedConstructorCall?.takeIf {
                it.constructedTypeRef.coneType.classId ==
                    Names.DIM
            }
        return call?.arguments?.singleOrNull()?.let(evaluator::known) as? Extent
    }

    private fun pair(type: ConeClassLikeType, sign: Char, combine: (Long, Long) -> Long): Extent {
        val (left, right) = type.typeArguments.map(::of)
        val size = if (left.size == null || right.size == null) null else combine(left.size.toLong(), right.size.toLong())
        val names = listOf(left, right).map { if (sign == '*' && it.name?.contains('+') == true) "(${it.name})" else it.name ?: "?" }
        return Extent(size?.takeIf { it <= Int.MAX_VALUE }?.toInt(), names.joinToString("$sign"))
    }

    private fun half(type: ConeClassLikeType): Extent {
        val whole = of(type.typeArguments.single())
        val name = whole.name ?: "?"
        val divisor = name.substringAfterLast('/', "").toLongOrNull()
        val half =
            when {
                divisor != null -> "${name.substringBeforeLast('/')}/${divisor * 2}"
                '*' in name || '+' in name -> "($name)/2"
                else -> "$name/2"
            }
        return Extent(whole.size?.takeIf { it % 2 == 0 }?.div(2), half)
    }

    private companion object {
        val UNKNOWN = Extent(null)
        val ONE = Extent(1)
        val SIZE = Name.identifier("size")
    }
}
