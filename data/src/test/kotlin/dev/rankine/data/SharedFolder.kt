package dev.rankine.data

import io.kotest.core.test.Enabled
import java.nio.file.Files
import java.nio.file.Path
import java.nio.file.Paths

/** Files that are not part of the sources, in the folder that the system property `rankine.shared` names. */
internal object SharedFolder {
    fun path(name: String): Path = Paths.get(System.getProperty("rankine.shared") ?: ".").resolve(name)

    /** Whether a test that needs [name] runs; where `CI` is `true` it always does, and fails if the files are missing. */
    fun enabled(name: String): Enabled =
        if (System.getenv("CI") == "true" || Files.exists(path(name))) {
            Enabled.enabled
        } else {
            Enabled.disabled("skipped: ${path(name)} is missing (set rankine.shared)").also { println(it.reason) }
        }
}
