package dev.rankine.nn.every

import dev.rankine.nn.Module

/** A call of the constructor of [layer] with numbers that it refuses, and the first line of what it says. */
internal class RefusedSetting(val layer: String, private val message: String, private val make: () -> Any) {
    /** What it says, where that is another sentence than the one that is wanted. */
    fun wrongMessage(): String? = difference(message, sentence { make() })
}

/** Whether a constructor of [module] takes a number, or several. */
internal fun takesNumbers(module: Class<out Module>): Boolean =
    module.constructors.filterNot { it.isSynthetic }.any { constructor ->
        constructor.genericParameterTypes.any { type -> NUMBERS.any { it in type.typeName } }
    }

private val NUMBERS = listOf("int", "double", "java.lang.Integer", "java.lang.Double")
