package dev.rankine.conformance

import java.io.File

/**
 * The rules of the map: who may import whom, how long a file may be, which names are not used.
 *
 * @param root the folder that has the modules; what lies in a module of modules, such as a sample, is judged as that module.
 */
public class Layering(private val root: File) {
    /** Every breach below [root], as a sentence with file and line. */
    public fun breaches(): List<String> {
        return modules(root).flatMap { module ->
            (listOf(module) + modules(module)).flatMap { part -> sources(part).flatMap { breaches(module.name, it) } }
        }
    }

    /** The folders directly in [folder] that are modules. */
    private fun modules(folder: File): List<File> = folder.listFiles { file -> File(file, "pom.xml").isFile }.orEmpty().sortedBy { it.name }

    private fun breaches(module: String, file: File): List<String> {
        val text = file.readLines()
        val path = file.relativeTo(root).invariantSeparatorsPath
        val found = ArrayList<String>()
        if (text.size > LONGEST) found += "$path: ${text.size} lines, at most $LONGEST"
        for ((i, line) in text.withIndex()) {
            val name = DECLARATION.find(line)?.groupValues?.get(1) ?: continue
            unwanted(name)?.let { found += "$path:${i + 1}: $name ends in $it, which says nothing" }
        }
        unwanted(file.nameWithoutExtension)?.let { found += "$path: the name ends in $it, which says nothing" }
        if ("/src/main/" in path) found += imports(module, path, text)
        return found
    }

    private fun imports(module: String, path: String, text: List<String>): List<String> {
        val allowed = MAY_IMPORT[module] ?: return listOf("$path: nothing says what module $module may import")
        val own = PACKAGES[module] ?: module
        return text.withIndex().flatMap { (i, line) ->
            if (line.trimStart().let { it.startsWith("*") || it.startsWith("//") || it.startsWith("/*") }) return@flatMap emptyList()
            PACKAGE
                .findAll(line)
                .map { it.groupValues[1] }
                .mapNotNull { part ->
                    val other = PACKAGES.entries.firstOrNull { it.value == part }?.key ?: part
                    when {
                        line.startsWith("package ") -> "$path:${i + 1}: package $part belongs to another module".takeIf { part != own }
                        other == module || other in allowed -> null
                        else -> "$path:${i + 1}: $module may not import $other"
                    }
                }.toList()
        }
    }

    private fun sources(module: File): List<File> =
        File(module, "src")
            .walkTopDown()
            .filter { it.isFile && it.extension in setOf("kt", "java") }
            .sortedBy { it.path }
            .toList()

    private fun unwanted(name: String): String? = UNWANTED.firstOrNull { name.endsWith(it) && name != it.lowercase() }

    private companion object {
        const val LONGEST = 400

        val PACKAGE = Regex("""\bdev\.rankine\.([a-z]+)""")

        val DECLARATION = Regex("""\b(?:class|interface|object|typealias)\s+([A-Z]\w*)""")

        val UNWANTED =
            listOf(
                "Manager",
                "Helper",
                "Helpers",
                "Util",
                "Utils",
                "Common",
                "Base",
                "Impl",
                "Misc",
                "Handler",
                "Processor",
                "Wrapper",
                "Info",
            )

        /** Modules whose package is not their name. */
        val PACKAGES = mapOf("tensor-dsl" to "tensor", "shapes-plugin" to "plugin")

        private val TENSORS = setOf("tensor-dsl", "ops", "shapes")
        private val TRAINING = TENSORS + setOf("autodiff", "nn", "optim", "data", "io")

        val MAY_IMPORT: Map<String, Set<String>> =
            mapOf(
                "shapes" to emptySet(),
                "shapes-plugin" to setOf("shapes"),
                "ops" to setOf("shapes"),
                "tensor-dsl" to setOf("ops", "shapes"),
                "autodiff" to TENSORS,
                "nn" to TENSORS,
                "optim" to TENSORS + "nn",
                "data" to TENSORS,
                "io" to TENSORS + "nn",
                "train" to TRAINING,
                "kernels" to setOf("ops", "shapes"),
                "gpu" to setOf("ops", "shapes"),
                "conformance" to TENSORS + "autodiff",
                "golden" to TRAINING + setOf("train", "kernels", "gpu", "conformance"),
                "guide" to TRAINING + setOf("train", "conformance"),
                "corpus" to TRAINING + "shapes-plugin",
                "samples" to TRAINING + setOf("train", "kernels", "gpu"),
                "benchmarks" to TRAINING + setOf("train", "kernels", "gpu", "samples", "shapes-plugin"),
                "outside" to TENSORS + "nn",
                "gates" to emptySet(),
            )
    }
}
