package dev.rankine.plugin.compile

import com.tschuchort.compiletesting.KotlinCompilation.ExitCode
import dev.rankine.plugin.AccessChecker
import dev.rankine.plugin.Reports
import dev.rankine.plugin.Severity
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.shouldBe
import io.kotest.matchers.string.shouldEndWith
import org.jetbrains.kotlin.compiler.plugin.CompilerPluginRegistrar
import org.jetbrains.kotlin.compiler.plugin.ExperimentalCompilerApi
import org.jetbrains.kotlin.config.CompilerConfiguration
import org.jetbrains.kotlin.fir.analysis.checkers.expression.ExpressionCheckers
import org.jetbrains.kotlin.fir.analysis.extensions.FirAdditionalCheckersExtension
import org.jetbrains.kotlin.fir.extensions.FirExtensionRegistrar
import org.jetbrains.kotlin.fir.extensions.FirExtensionRegistrarAdapter

internal class FaultTest :
    FunSpec({
        test("a fault of the plugin is a warning, once, and the program compiles") {
            val files = listOf("Right.kt" to "import dev.rankine.ops.*\nval y = zeros(2, 3) matmul zeros(3, 5)\n")
            val result = compileFiles(files, registrar = Broken())
            result.exitCode shouldBe ExitCode.OK
            result.messages.lines().single { "shapes-plugin" in it } shouldEndWith
                "shapes-plugin: a fault of the plugin, this is not checked: java.lang.IllegalStateException: broken"
        }
    })

/** The check of the plugin with an evaluation that fails. */
@OptIn(ExperimentalCompilerApi::class)
private class Broken : CompilerPluginRegistrar() {
    override val pluginId: String get() = "broken"
    override val supportsK2: Boolean get() = true

    override fun ExtensionStorage.registerExtensions(configuration: CompilerConfiguration) {
        FirExtensionRegistrarAdapter.registerExtension(
            object : FirExtensionRegistrar() {
                override fun ExtensionRegistrarContext.configurePlugin() {
                    +FirAdditionalCheckersExtension.Factory { session ->
                        object : FirAdditionalCheckersExtension(session) {
                            override val expressionCheckers =
                                object : ExpressionCheckers() {
                                    override val qualifiedAccessExpressionCheckers =
                                        setOf(AccessChecker(Reports(Severity.ERROR)) { error("broken") })
                                }
                        }
                    }
                }
            },
        )
    }
}
