package dev.rankine.plugin

import org.jetbrains.kotlin.KtSourceElement
import org.jetbrains.kotlin.diagnostics.DiagnosticReporter
import org.jetbrains.kotlin.diagnostics.KtDiagnosticFactoryToRendererMap
import org.jetbrains.kotlin.diagnostics.KtDiagnosticsContainer
import org.jetbrains.kotlin.diagnostics.SourceElementPositioningStrategies
import org.jetbrains.kotlin.diagnostics.error1
import org.jetbrains.kotlin.diagnostics.rendering.BaseDiagnosticRendererFactory
import org.jetbrains.kotlin.diagnostics.rendering.CommonRenderers
import org.jetbrains.kotlin.diagnostics.reportOn
import org.jetbrains.kotlin.diagnostics.warning1
import org.jetbrains.kotlin.fir.analysis.checkers.context.CheckerContext
import org.jetbrains.kotlin.psi.KtElement

/** What the plugin reports. */
@Suppress("ktlint:standard:property-naming")
internal object ShapeDiagnostics : KtDiagnosticsContainer() {
    /** Sizes that do not fit. */
    val SHAPE_ERROR by error1<KtElement, String>(SourceElementPositioningStrategies.REFERENCED_NAME_BY_QUALIFIED)

    /** The same with severity `warning`. */
    val SHAPE_WARNING by warning1<KtElement, String>(SourceElementPositioningStrategies.REFERENCED_NAME_BY_QUALIFIED)

    /** A fault of the plugin. */
    val SHAPE_UNCHECKED by warning1<KtElement, String>(SourceElementPositioningStrategies.REFERENCED_NAME_BY_QUALIFIED)

    override fun getRendererFactory(): BaseDiagnosticRendererFactory = Renderers

    private object Renderers : BaseDiagnosticRendererFactory() {
        override val MAP: KtDiagnosticFactoryToRendererMap by KtDiagnosticFactoryToRendererMap("Shapes") {
            it.put(SHAPE_ERROR, "shape: {0}", CommonRenderers.STRING)
            it.put(SHAPE_WARNING, "shape: {0}", CommonRenderers.STRING)
            it.put(SHAPE_UNCHECKED, "shapes-plugin: {0}", CommonRenderers.STRING)
        }
    }
}

/** Reports with the severity that was asked for. */
internal class Reports(private val severity: Severity) {
    private var hasFailed = false

    context(context: CheckerContext, reporter: DiagnosticReporter)
    fun clash(source: KtSourceElement?, message: String) {
        val factory = if (severity == Severity.ERROR) ShapeDiagnostics.SHAPE_ERROR else ShapeDiagnostics.SHAPE_WARNING
        reporter.reportOn(source, factory, message)
    }

    /**
     * Runs [check]. The user's build is worth more than a check: what goes wrong in the plugin itself is a warning, once a
     * module, and the call counts as unknown.
     */
    context(context: CheckerContext, reporter: DiagnosticReporter)
    fun guarded(source: KtSourceElement?, check: () -> Unit) {
        try {
            check()
        } catch (fault: Exception) {
            report(source, fault)
        } catch (fault: LinkageError) {
            report(source, fault) // a compiler of the same minor that lacks something
        }
    }

    context(context: CheckerContext, reporter: DiagnosticReporter)
    private fun report(source: KtSourceElement?, fault: Throwable) {
        if (hasFailed) return
        hasFailed = true
        reporter.reportOn(source, ShapeDiagnostics.SHAPE_UNCHECKED, "a fault of the plugin, this is not checked: $fault")
    }
}
