package dev.rankine.conformance.rules

import dev.rankine.ops.Value
import dev.rankine.shapes.Rule
import dev.rankine.tensor.Tensor
import java.lang.reflect.Method
import java.lang.reflect.Modifier
import java.lang.reflect.ParameterizedType
import java.lang.reflect.Type
import java.lang.reflect.WildcardType

/**
 * A function with a shape rule.
 *
 * @property names the parameters, that of an extension's receiver first.
 * @property optional whether each may be null.
 * @property bind how the rule's numbers and lists are called in the declaration, where they differ.
 */
internal class RuledFunction(
    val method: Method,
    val text: String,
    val bind: Map<String, String>,
    val names: List<String>,
    val optional: List<Boolean>,
) {
    val rule: Rule by lazy { Rule.of(text) }

    /** Whether the receiver of a member is an input. */
    val isMember: Boolean get() = !Modifier.isStatic(method.modifiers)

    /** What the parameter behind a number or list of the rule is called, and which element of it is meant, if one. */
    fun source(name: String): Pair<String, Int?> {
        val (parameter, element) = ELEMENT.matchEntire(bind[name] ?: name)!!.destructured
        return parameter to element.toIntOrNull()
    }

    /** What does not fit between rule and declaration. */
    fun problems(unbound: Set<String>): List<String> {
        val problems = ArrayList<String>()
        val tensors = method.parameterTypes.map(::isTensor)
        val most = tensors.count { it } + if (isMember) 1 else 0
        val least = most - tensors.indices.count { tensors[it] && optional[it] }
        if (method.genericParameterTypes.any(::isListOfTensors)) {
            for (more in 1..3) if (!rule.accepts(most + more)) problems.add("does not take ${most + more} inputs")
        } else {
            for (count in setOf(least, most)) if (!rule.accepts(count)) problems.add("does not take $count inputs")
            if (rule.accepts(most + 1)) problems.add("takes more than $most inputs")
        }
        val called = rule.numbers + rule.lists
        for (name in called - unbound) if (source(name).first !in names) problems.add("no parameter is called ${source(name).first}")
        for (name in bind.keys - called.toSet()) problems.add("the rule has no $name")
        return problems.map { "$this: $it: $text" }
    }

    override fun toString(): String = "${method.declaringClass.simpleName}.${method.name}(${names.joinToString()})"

    companion object {
        private val ELEMENT = Regex("""([\w$]+)(?:\[(\d)])?""")

        fun isTensor(type: Class<*>): Boolean = type == Value::class.java || type == Tensor::class.java

        fun isListOfTensors(type: Type): Boolean {
            if (type !is ParameterizedType || type.rawType != List::class.java) return false
            val element = type.actualTypeArguments[0].let { if (it is WildcardType) it.upperBounds[0] else it }
            val raw = if (element is ParameterizedType) element.rawType else element
            return raw is Class<*> && isTensor(raw)
        }
    }
}
