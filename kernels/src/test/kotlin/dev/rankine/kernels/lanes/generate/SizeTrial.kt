package dev.rankine.kernels.lanes

import dev.rankine.ops.CastAttributes
import dev.rankine.shapes.DType
import java.lang.classfile.ClassFile
import java.lang.classfile.MethodModel
import java.lang.classfile.attribute.CodeAttribute
import java.lang.classfile.instruction.InvokeInstruction
import kotlin.random.Random

/** Rows and large graphs made by chance: methods that the compilers of the virtual machine would refuse, one sentence each. */
internal class SizeTrial : () -> List<String> {
    override fun invoke(): List<String> = rows() + large()

    private fun rows(): List<String> =
        rowTerms.filterKeys { !it.name.startsWith("bitwise") }.flatMap { (op, row) ->
            listOf(DType.F32, DType.F64).flatMap { type ->
                val types = List(3) { if (op.name == "where" && it == 0) DType.BOOL else type }
                val attributes = CastAttributes(DType.I32)
                val terms = types.mapIndexed { i, it -> Operand(i, it.lane) }
                row.term(attributes, terms, types)?.let { refused("${op.name} $type", Graph(listOf(it))) } ?: emptyList()
            }
        }

    private fun large(): List<String> =
        (0 until 20).flatMap { round ->
            val lanes = if (round % 2 == 0) listOf(Lane.F32, Lane.I32) else listOf(Lane.F64, Lane.I64, Lane.F32)
            refused("round $round", Graph(listOf(RandomTerms(Random(round), lanes, false).number(9))))
        }

    private fun refused(what: String, graph: Graph): List<String> =
        Cut.of(graph, OPERANDS, 0L).plans.flatMap { plan ->
            ClassFile.of().parse(Emitter.bytes(plan)).methods().mapNotNull { method ->
                val bytes = method.code().orElseThrow().let { (it as CodeAttribute).codeLength() }
                val calls = calls(method)
                if (bytes > MOST_BYTES || calls > MOST_CALLS) "$what: ${method.methodName()} has $bytes bytes and $calls calls" else null
            }
        }

    private fun calls(method: MethodModel): Int =
        method.code().orElseThrow().count { it is InvokeInstruction && it.owner().asInternalName().startsWith("jdk/incubator/vector/") }

    private companion object {
        const val OPERANDS = 8
        const val MOST_BYTES = 6000
        const val MOST_CALLS = 140
    }
}
