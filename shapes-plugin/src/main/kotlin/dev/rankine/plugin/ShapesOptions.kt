package dev.rankine.plugin

import org.jetbrains.kotlin.compiler.plugin.AbstractCliOption
import org.jetbrains.kotlin.compiler.plugin.CliOption
import org.jetbrains.kotlin.compiler.plugin.CliOptionProcessingException
import org.jetbrains.kotlin.compiler.plugin.CommandLineProcessor
import org.jetbrains.kotlin.config.CompilerConfiguration
import org.jetbrains.kotlin.config.CompilerConfigurationKey

/** The options of the plugin: `-P plugin:dev.rankine.shapes:severity=warning`. */
public class ShapesOptions : CommandLineProcessor {
    override val pluginId: String get() = PLUGIN

    override val pluginOptions: Collection<AbstractCliOption> =
        listOf(
            CliOption(
                SEVERITY,
                "<error|warning|off>",
                "what becomes of a call whose sizes do not fit; error if nothing is said",
                required = false,
            ),
        )

    /** Throws [CliOptionProcessingException], which the compiler reports, if [value] is none of the option's. */
    override fun processOption(option: AbstractCliOption, value: String, configuration: CompilerConfiguration) {
        val severity =
            Severity.entries.firstOrNull { it.word == value }
                ?: throw CliOptionProcessingException(
                    "$PLUGIN: no such severity: '$value' is none of ${Severity.entries.joinToString { it.word }}",
                )
        configuration.put(KEY, severity)
    }

    internal companion object {
        const val PLUGIN: String = "dev.rankine.shapes"
        const val SEVERITY: String = "severity"
        private val KEY = CompilerConfigurationKey<Severity>("severity of shape errors")

        fun severity(configuration: CompilerConfiguration): Severity = configuration.get(KEY) ?: Severity.ERROR
    }
}
