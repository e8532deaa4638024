package dev.rankine.plugin

import org.jetbrains.kotlin.diagnostics.DiagnosticReporter
import org.jetbrains.kotlin.fir.analysis.checkers.MppCheckerKind
import org.jetbrains.kotlin.fir.analysis.checkers.context.CheckerContext
import org.jetbrains.kotlin.fir.analysis.checkers.expression.FirQualifiedAccessExpressionChecker
import org.jetbrains.kotlin.fir.expressions.FirQualifiedAccessExpression

/** Reports what [clash] says of a call or an access, at that place. */
internal class AccessChecker(private val reports: Reports, private val clash: (FirQualifiedAccessExpression) -> String?) :
    FirQualifiedAccessExpressionChecker(MppCheckerKind.Common) {
    context(context: CheckerContext, reporter: DiagnosticReporter)
    override fun check(expression: FirQualifiedAccessExpression) {
        reports.guarded(expression.source) {
            clash(expression)?.let { reports.clash(expression.source, it) }
        }
    }
}
