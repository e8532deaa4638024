package dev.rankine.ops

import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.collections.shouldBeEmpty
import io.kotest.matchers.collections.shouldContainAll
import io.kotest.matchers.ints.shouldBeGreaterThan
import java.lang.reflect.ParameterizedType

/** What Java sees: all functions of ops are static methods of one class. */
internal class ValuesTest :
    FunSpec({
        val methods = Class.forName("dev.rankine.ops.Values").methods.toList()

        fun isFunction(name: String, inputs: Int) =
            methods.any { it.name == name && it.parameterCount == inputs && it.parameterTypes.all { type -> type == Value::class.java } }

        val rows =
            methods
                .filter { it.parameterCount == 0 && Op::class.java.isAssignableFrom(it.returnType) }
                .associate { it.name.removePrefix("get").replaceFirstChar(Char::lowercase) to (it.invoke(null) as Op<*>) }

        test("every row is there: its file says @file:JvmName(\"Values\") and @file:JvmMultifileClass") {
            (Ops.all - rows.values.toSet()).shouldBeEmpty()
        }
        test("an op without attributes is a function of its operands") {
            val plain =
                methods
                    .filter { (it.genericReturnType as? ParameterizedType)?.actualTypeArguments?.singleOrNull() == Unit::class.java }
                    .map { it.name.removePrefix("get").replaceFirstChar(Char::lowercase) }
                    .filter { name -> name in rows && INNER.none(name::endsWith) }
            plain.size shouldBeGreaterThan 70
            plain.filterNot { isFunction(it, rows.getValue(it).inputs) }.shouldBeEmpty()
        }
        test("defaults may be left out") {
            val two = methods.filter { it.parameterCount == 2 }.map { it.name }
            two shouldContainAll
                listOf("crossEntropy", "mseLoss", "linear", "softmax", "argmax", "sum", "split", "requireGradient", "scope")
            methods.filter { it.parameterCount == 1 }.map { it.name } shouldContainAll
                listOf("randperm", "zeros", "mean", "gelu", "noGrad", "item", "toFloatArray")
        }
    }) {
    private companion object {
        /** Rows behind functions of other arguments, and gradients. */
        val INNER = listOf("Op", "Backward", "Select", "clampMin", "clampMax", "clampBetween")
    }
}
