package dev.rankine.plugin

import org.jetbrains.kotlin.diagnostics.DiagnosticReporter
import org.jetbrains.kotlin.fir.analysis.checkers.MppCheckerKind
import org.jetbrains.kotlin.fir.analysis.checkers.context.CheckerContext
import org.jetbrains.kotlin.fir.analysis.checkers.expression.FirFunctionCallChecker
import org.jetbrains.kotlin.fir.expressions.FirFunctionCall

/** Reports a call whose sizes do not fit, at the call. */
internal class CallChecker(private val evaluator: Evaluator, private val reports: Reports) : FirFunctionCallChecker(MppCheckerKind.Common) {
    context(context: CheckerContext, reporter: DiagnosticReporter)
    override fun check(expression: FirFunctionCall) {
        reports.guarded(expression.source) {
            evaluator.clash(expression)?.let { reports.clash(expression.source, it) }
        }
    }
}
