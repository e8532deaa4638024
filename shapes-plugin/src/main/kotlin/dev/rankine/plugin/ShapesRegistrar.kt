package dev.rankine.plugin

import org.jetbrains.kotlin.cli.common.messages.CompilerMessageSeverity
import org.jetbrains.kotlin.cli.common.messages.MessageCollector
import org.jetbrains.kotlin.compiler.plugin.CompilerPluginRegistrar
import org.jetbrains.kotlin.config.CommonConfigurationKeys
import org.jetbrains.kotlin.config.CompilerConfiguration
import org.jetbrains.kotlin.config.KotlinCompilerVersion
import org.jetbrains.kotlin.config.MessageCollectorAccess

/**
 * Where the compiler enters. The plugin refuses calls whose sizes are known not to fit; it changes nothing.
 *
 * Compilers of other minors load this class too, so it touches nothing but what all of them have: [ShapeExtensions] is loaded
 * only by a compiler that it was made for.
 */
public class ShapesRegistrar : CompilerPluginRegistrar() {
    override val pluginId: String get() = ShapesOptions.PLUGIN

    override val supportsK2: Boolean get() = true

    /** Registers the checks, or reports that this is another compiler than the one they were made for. */
    override fun ExtensionStorage.registerExtensions(configuration: CompilerConfiguration) {
        val severity = ShapesOptions.severity(configuration)
        if (severity == Severity.OFF) return
        val problem = wrongCompiler(KotlinCompilerVersion.getVersion())
        if (problem == null) return ShapeExtensions.register(this, severity)
        // the newer `report` is missing in older compilers, which are those that come here
        @OptIn(MessageCollectorAccess::class)
        val messages = configuration.get(CommonConfigurationKeys.MESSAGE_COLLECTOR_KEY, MessageCollector.NONE)
        val level = if (severity == Severity.ERROR) CompilerMessageSeverity.ERROR else CompilerMessageSeverity.WARNING
        messages.report(level, problem, null)
    }
}

/** The minor version of the compilers whose binary interface the plugin uses. */
private const val KOTLIN = "2.4"

/** Why the plugin cannot run in a compiler of version [version], or null if it can. */
internal fun wrongCompiler(version: String?): String? {
    if (version != null && version.startsWith("$KOTLIN.")) return null
    val minor = version?.split('.')?.take(2)?.joinToString(".") ?: "x.y"
    return "shapes-plugin-kotlin$KOTLIN: shapes are not checked: made for Kotlin $KOTLIN, run by $version: " +
        "take the artifact shapes-plugin-kotlin$minor, or Kotlin $KOTLIN, or leave the plugin out"
}
