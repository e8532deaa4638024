package dev.rankine.gates

import java.io.File

/** The folder that has the modules. */
internal val root: File = File(System.getProperty("rankine.root"))

private val PROGRAMS = setOf("golden", "samples", "benchmarks", "guide", "corpus", "outside", "gates")

/** Modules whose public names others use, tests of backends among them. A new module is one of them until it is named above. */
internal val libraries: List<File> =
    root
        .listFiles { file -> File(file, "pom.xml").isFile && file.name !in PROGRAMS }
        .orEmpty()
        .sortedBy { it.name }
