@file:JvmName("Values")
@file:JvmMultifileClass

package dev.rankine.ops

import java.util.Properties

/** The version of Rankine that runs, such as `0.1.0`; files that it writes carry it. */
public val rankineVersion: String by lazy {
    val file =
        Value::class.java.getResourceAsStream("version.properties") ?: error("rankine: version.properties is missing from the jar of ops")
    file.use { Properties().apply { load(it) }.getProperty("version") }
}
