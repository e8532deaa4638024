package dev.rankine.plugin

import org.jetbrains.kotlin.diagnostics.DiagnosticReporter
import org.jetbrains.kotlin.fir.analysis.checkers.MppCheckerKind
import org.jetbrains.kotlin.fir.analysis.checkers.context.CheckerContext
import org.jetbrains.kotlin.fir.analysis.checkers.declaration.FirRegularClassChecker
import org.jetbrains.kotlin.fir.declarations.FirRegularClass

/** Reports a dim with a `@KnownSize` that is not the size it declares. */
internal class DimChecker(private val evaluator: Evaluator, private val reports: Reports) : FirRegularClassChecker(MppCheckerKind.Common) {
    context(context: CheckerContext, reporter: DiagnosticReporter)
    override fun check(declaration: FirRegularClass) {
        reports.guarded(declaration.source) {
            evaluator.dims.contradiction(declaration.symbol)?.let { reports.clash(declaration.source, it) }
        }
    }
}
