package dev.rankine.conformance.rules

import dev.rankine.ops.Backends
import dev.rankine.ops.Generator
import dev.rankine.ops.Padding
import dev.rankine.ops.Value
import dev.rankine.ops.full
import dev.rankine.shapes.DType
import dev.rankine.shapes.Dim
import dev.rankine.shapes.Shape
import dev.rankine.shapes.Sized
import dev.rankine.shapes.Sizes
import dev.rankine.shapes.of
import dev.rankine.tensor.Tensor
import dev.rankine.tensor.UncheckedShape
import dev.rankine.tensor.unchecked
import java.lang.reflect.Method
import java.lang.reflect.ParameterizedType
import java.lang.reflect.Proxy
import java.lang.reflect.Type
import java.lang.reflect.WildcardType
import kotlin.random.Random

/** Draws arguments that have some chance to fit together. */
internal class Drawer(private val random: Random) {
    private object Any : Dim<Any>()

    private val axes = HashMap<String, Int>()
    private var base: List<Int> = emptyList()
    private var named: List<ParameterizedType> = emptyList()
    private var dtype = DType.F32

    /** Whether kernels, and what they slide over, are as high as they are wide: else no stride and padding fit all axes of a volume. */
    private var even = false

    /** The sizes that the rule itself lists, in half of the calls. */
    private var listed: PatternSizes? = null

    fun call(function: RuledFunction): DrawnCall {
        axes.clear()
        base = List(random.nextInt(5)) { size() }
        dtype = dtype()
        even = random.nextBoolean()
        listed = if (random.nextBoolean()) PatternSizes(function.text, random) else null
        val method = function.method
        named = method.genericParameterTypes.filterIsInstance<ParameterizedType>().filter { it.rawType == Sized::class.java }
        val receiver = if (function.isMember) tensor(base) else null
        return DrawnCall(function, receiver, method.parameterTypes.indices.map { argument(function, method, it) })
    }

    private fun argument(function: RuledFunction, method: Method, i: Int): kotlin.Any? {
        if (function.optional[i] && random.nextInt(3) == 0) return null
        val generic = method.genericParameterTypes[i]
        if (RuledFunction.isListOfTensors(generic)) return List(random.nextInt(1, 4)) { likeFirst(generic) }
        if (method.parameterTypes[i] == Value::class.java) {
            val before = (0 until i).count { RuledFunction.isTensor(method.parameterTypes[it]) }
            listed?.of(before)?.let { return value(it) }
        }
        val usual = USUAL[function.names[i]]?.takeIf { random.nextInt(4) > 0 }?.random(random)
        return when (method.parameterTypes[i]) {
            Int::class.java -> usual
            List::class.java -> usual?.let { listOf(it) }
            else -> null
        } ?: argument(method.parameterTypes[i], generic)
    }

    private fun likeFirst(list: Type): kotlin.Any {
        val element = (list as ParameterizedType).actualTypeArguments[0].let { if (it is WildcardType) it.upperBounds[0] else it }
        return if (element is ParameterizedType) tensor(typed(element)) else value(if (random.nextInt(4) == 0) sizes() else base)
    }

    private fun argument(type: Class<*>, generic: Type): kotlin.Any =
        when {
            type == Value::class.java -> value(sizes())
            type == Tensor::class.java -> tensor(typed(generic))
            type == Int::class.java || type == Int::class.javaObjectType -> number()
            type == Boolean::class.java -> random.nextBoolean()
            type == Double::class.java || type == Double::class.javaObjectType -> 0.5
            type == Long::class.java -> random.nextLong(1, 5)
            type == Number::class.java -> random.nextInt(5)
            type == String::class.java -> "none"
            type == IntArray::class.java -> integers().toIntArray()
            type == List::class.java -> integers()
            type == Sizes::class.java -> Sizes.of(integers().map { if (it < 0) 1 else it })
            type == FloatArray::class.java -> FloatArray(size() * size())
            type == DoubleArray::class.java -> DoubleArray(size() * size())
            type == LongArray::class.java -> LongArray(size() * size())
            type == BooleanArray::class.java -> BooleanArray(size() * size())
            type == Array<Number>::class.java -> Array<Number>(size()) { it }
            type == kotlin.Any::class.java -> FloatArray(size() * size())
            type == DType::class.java -> if (random.nextBoolean()) DType.F32 else DType.I64
            type == Generator::class.java -> Generator.current
            type == Padding::class.java -> if (random.nextBoolean()) Padding.VALID else Padding.Both(1)
            type.isEnum -> type.enumConstants.random(random)
            type.name.endsWith(".Backend") -> Backends.current
            type == Sized::class.java -> Any of axis((generic as ParameterizedType).actualTypeArguments[0])
            Dim::class.java.isAssignableFrom(type) -> Any
            type.name.startsWith("kotlin.jvm.functions") -> Proxy.newProxyInstance(type.classLoader, arrayOf(type)) { _, _, _ -> 0 }
            else -> error("no argument is drawn for $type")
        }

    /** Often those that the parameters say, those of the first tensor, or what broadcasts to them. */
    private fun sizes(): List<Int> =
        when (random.nextInt(5)) {
            0, 1 -> if (named.isEmpty()) base else named.map { axis(it.actualTypeArguments[0]) }
            2 -> base.drop(random.nextInt(2)).map { if (random.nextInt(3) == 0) 1 else it }
            else -> List(random.nextInt(5)) { size() }
        }

    private fun size(): Int = random.nextInt(1, 4)

    private fun number(): Int = if (random.nextInt(5) < 2) 1 else random.nextInt(-3, 5)

    /** Axes, sizes or an order; -1 among them. */
    private fun integers(): List<Int> =
        when (random.nextInt(5)) {
            0 -> base.indices.shuffled(random)
            1 -> base.shuffled(random).let { sizes -> sizes.mapIndexed { i, size -> if (i == 0 && random.nextBoolean()) -1 else size } }
            2 -> if (random.nextBoolean()) base else List(random.nextInt(1, 3)) { 1 }
            else -> List(random.nextInt(4)) { random.nextInt(-1, 4) }
        }

    private fun axis(type: Type): Int {
        val name = type.typeName.removePrefix("? extends ")
        val key = EVEN.entries.firstOrNull { (names) -> even && name in names }?.value ?: name
        return if (random.nextInt(12) == 0) size() else axes.getOrPut(key) { product(type) ?: size() }
    }

    private fun product(type: Type): Int? {
        if (type !is ParameterizedType || !type.rawType.typeName.endsWith(".Times")) return null
        return type.actualTypeArguments.fold(1) { product, factor -> product * axis(factor) }
    }

    /** The sizes of a tensor of this type: a type parameter has one size; `One` makes a type raw; a type of unknown axes has any. */
    private fun typed(tensor: Type): List<Int> {
        val argument = (tensor as ParameterizedType).actualTypeArguments[0]
        val isOut = argument is WildcardType
        val shape = if (argument is WildcardType) argument.upperBounds[0] else argument
        val rank = RANKS.indexOf((if (shape is ParameterizedType) shape.rawType else shape).typeName.substringAfterLast('.'))
        val own =
            if (shape is ParameterizedType) {
                shape.actualTypeArguments.map { axis(it) }
            } else if (rank <
                0
            ) {
                sizes()
            } else {
                List(rank) { 1 }
            }
        return if (isOut && random.nextInt(3) == 0) own.drop(random.nextInt(2)).map { if (random.nextInt(3) == 0) 1 else it } else own
    }

    /** Mostly of the type that the call's other values have. */
    private fun value(sizes: List<Int>): Value = full(Sizes.of(sizes), 0, if (random.nextInt(3) == 0) dtype() else dtype)

    private fun dtype(): DType =
        when (random.nextInt(8)) {
            0 -> DType.BOOL
            1, 2 -> DType.I64
            else -> DType.F32
        }

    @OptIn(UncheckedShape::class)
    private fun tensor(sizes: List<Int>): Tensor<*> = value(sizes).unchecked<Shape>()

    private companion object {
        /** What the numbers of windows mostly are: all of them have to fit at once. */
        val USUAL = mapOf("stride" to listOf(1, 2), "padding" to listOf(0, 1), "dilation" to listOf(1), "groups" to listOf(1, 2))

        /** The axes that are alike where they are even, and the name that they share. */
        val EVEN = mapOf(listOf("KD", "KH", "KW") to "K", listOf("D", "H", "W") to "H")

        val RANKS = listOf("Scalar", "Vec", "Mat", "Cube", "Rank4", "Rank5")
    }
}
