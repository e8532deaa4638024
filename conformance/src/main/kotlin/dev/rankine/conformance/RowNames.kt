package dev.rankine.conformance

import dev.rankine.ops.Op
import java.io.File
import java.lang.reflect.Modifier
import java.util.IdentityHashMap
import java.util.jar.JarFile

/** How rows are called in Kotlin, found in the class files of the rows' module: the property, the function beside it, the shape rule. */
public class RowNames {
    private val properties = IdentityHashMap<Op<*>, String>()
    private val functions = HashSet<String>()
    private val rules = HashMap<String, String>()

    init {
        for (name in classNames()) {
            val type = Class.forName(name, true, Op::class.java.classLoader)
            for (method in type.declaredMethods) {
                if (!Modifier.isPublic(method.modifiers) || !Modifier.isStatic(method.modifiers)) continue
                val isRow =
                    method.parameterCount == 0 && Op::class.java.isAssignableFrom(method.returnType) && method.name.startsWith("get")
                if (isRow) properties[method.invoke(null) as Op<*>] = method.name.removePrefix("get").replaceFirstChar { it.lowercase() }
                functions.add(method.name)
            }
            for (field in type.declaredFields) {
                val isRule = field.name.endsWith("_RULE") && Modifier.isPublic(field.modifiers) && field.type == String::class.java
                if (isRule) rules[field.name.removeSuffix("_RULE")] = field.get(null) as String
            }
        }
    }

    /** The word by which Kotlin calls [op]: a function, or the row itself. Null if no public property has the row. */
    public fun call(op: Op<*>): String? {
        val property = properties[op] ?: return null
        val function = property.removeSuffix("Op")
        return if (function != property && function in functions) function else property
    }

    /** The text of the shape rule of [op], if it is a public constant. */
    public fun rule(op: Op<*>): String? {
        val word = properties[op]?.removeSuffix("Op") ?: return null
        return rules[word.replace(CAPITAL) { "_" + it.value }.uppercase()]
    }

    private fun classNames(): List<String> {
        val place =
            File(
                Op::class.java.protectionDomain.codeSource.location
                    .toURI(),
            )
        val paths =
            if (place.isDirectory) {
                place
                    .walkTopDown()
                    .filter { it.isFile }
                    .map { it.relativeTo(place).invariantSeparatorsPath }
                    .toList()
            } else {
                JarFile(place).use { jar ->
                    jar
                        .entries()
                        .asSequence()
                        .map { it.name }
                        .toList()
                }
            }
        return paths
            .filter {
                it.startsWith(ROWS) && (it == FACADE || it.endsWith("Kt.class")) && PART !in it
            }.map { it.removeSuffix(".class").replace('/', '.') }
            .sorted()
    }

    private companion object {
        const val ROWS = "dev/rankine/ops/"

        /** The class that Java sees for the files of rows. */
        const val FACADE = ROWS + "Values.class"

        /** What the compiler makes of each of these files, behind it. */
        const val PART = "/Values__"
        val CAPITAL = Regex("[A-Z]")
    }
}
