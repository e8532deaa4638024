package dev.rankine.gates

import dev.detekt.tooling.api.DetektCli
import dev.detekt.tooling.api.IssuesFound
import java.io.File

/** Public and protected names below [folders] that have no KDoc, as `file:line: what is missing`. */
internal fun undocumented(folders: List<File>): List<String> {
    val arguments = folders.flatMap { listOf("--input", it.path) } + listOf("--config-resource", "/detekt.yml", "--parallel")
    val said = StringBuilder()
    val result = DetektCli.load().run(arguments.toTypedArray(), said, said)
    result.error?.let { if (it !is IssuesFound) throw AssertionError("detekt: $it\n$said", it) }
    val issues = result.container ?: throw AssertionError("detekt found no source:\n$said")
    return issues.issues
        .map { "${it.location.path.fileName}:${it.location.source.line}: ${it.message}" }
        .sorted()
}
