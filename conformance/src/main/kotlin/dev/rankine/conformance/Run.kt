package dev.rankine.conformance

import dev.rankine.ops.Backend
import dev.rankine.ops.Call
import dev.rankine.ops.Definition
import dev.rankine.ops.Evaluator
import dev.rankine.ops.Op
import dev.rankine.ops.Spec
import dev.rankine.ops.Trace
import dev.rankine.ops.Value
import dev.rankine.ops.noGrad
import dev.rankine.shapes.DType
import dev.rankine.shapes.DTypeException
import dev.rankine.shapes.RankineException
import dev.rankine.shapes.ShapeException

/** What came of a call: results, or the exception by which it was refused. */
public sealed interface Outcome {
    /** The call gave [values]. */
    public class Results(public val values: List<Value>) : Outcome

    /** The call was refused with this [exception]. */
    public class Refused(public val exception: RankineException) : Outcome
}

/** Runs [op] without recording. Refusals by shape or element type are an outcome; any other exception is thrown. */
public fun <A : Any> run(op: Op<A>, attributes: A, inputs: List<Value>, backend: Backend): Outcome =
    try {
        Outcome.Results(noGrad { Evaluator.apply(op, attributes, inputs.toTypedArray(), backend) }.asList())
    } catch (e: ShapeException) {
        Outcome.Refused(e)
    } catch (e: DTypeException) {
        Outcome.Refused(e)
    }

/** The element types and sizes that the row itself announces for operands like [inputs]: by its signature, or by tracing its definition. */
public fun <A : Any> announced(op: Op<A>, attributes: A, inputs: List<Value>, backend: Backend): List<Spec> =
    Trace.of(inputs.toTypedArray()) { symbols ->
        Evaluator.apply(op, attributes, symbols, backend).map { Spec(it.dtype, it.sizes) }
    }

/** What the signature of a composite says, which its kernels rely on; null for a row that is no composite or has none. */
public fun <A : Any> signed(op: Op<A>, attributes: A, inputs: List<Value>): List<Spec>? {
    val signature = op.signature?.takeIf { op.body is Definition<*> } ?: return null
    return Trace.of(inputs.toTypedArray()) { symbols ->
        val prepared = op.prepare?.prepare(op.name, symbols) ?: symbols
        signature.infer(Call(op, op.name, attributes, prepared)).asList()
    }
}

/** The element types that the free operands of a row can have: each alone for a row that has none. */
public fun sweptTypes(case: Case<*>): List<DType> = if (case.operands.any { it.dtype == null }) DType.entries else listOf(DType.F32)

/** The data of all operands of a call, its free ones as [dtype]; the same ones every time. */
public fun drawn(case: Case<*>, dtype: DType, seed: Long = SEED): List<HostData> =
    case.operands.mapIndexed { i, operand -> HostData.draw(operand, operand.dtype ?: dtype, seed + i) }

private const val SEED = 20_260_101L
