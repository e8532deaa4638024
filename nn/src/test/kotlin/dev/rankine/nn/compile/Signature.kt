package dev.rankine.nn.compile

/** A type parameter and its bound: `A : Dim<*>`. */
internal data class TypeParameter(val name: String, val bound: String)

/**
 * A parameter of a function.
 *
 * @property optional whether the declaration has a default for it.
 */
internal data class Parameter(val name: String, val type: String, val optional: Boolean)

/**
 * A public function as its source declares it.
 *
 * @property types its type parameters, and those of the class that it is a member of.
 * @property receiver the type left of the dot: of an extension, or the class with its type parameters.
 * @property refused whether the compiler refuses every call of it, [optIn] whether every call without consent.
 * @property file the source, [line] its line there.
 */
internal data class Signature(
    val name: String,
    val types: List<TypeParameter>,
    val receiver: String?,
    val parameters: List<Parameter>,
    val result: String,
    val refused: Boolean,
    val optIn: Boolean,
    val file: String,
    val line: Int,
) {
    /** Whether shapes or dims are type parameters that stand in its tensors, layers or nets. */
    val isTyped: Boolean
        get() {
            val all = (listOfNotNull(receiver, result) + parameters.map { it.type }).joinToString(" ")
            val saysShape = types.filter { it.bound in setOf("Shape", "AnyShape") || it.bound.startsWith("Dim<") }
            return saysShape.any { Regex("""\b${it.name}\b""") in all } && Regex("""\b(Tensor|Parameter|Layer|Net)<""") in all
        }

    /** What a failed test is called. */
    override fun toString(): String = "$file:$line ${receiver?.let { "$it." } ?: ""}$name"
}
