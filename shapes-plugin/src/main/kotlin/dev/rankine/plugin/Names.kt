package dev.rankine.plugin

import org.jetbrains.kotlin.name.CallableId
import org.jetbrains.kotlin.name.ClassId
import org.jetbrains.kotlin.name.FqName
import org.jetbrains.kotlin.name.Name

/** The names that the plugin knows; it has no other tie to the libraries. */
internal object Names {
    private val SHAPES = FqName("dev.rankine.shapes")

    private fun shapes(name: String) = ClassId(SHAPES, Name.identifier(name))

    val SHAPE_RULE: ClassId = shapes("ShapeRule")
    val SHAPE_CHAIN: ClassId = shapes("ShapeChain")
    val KNOWN_SIZE: ClassId = shapes("KnownSize")

    val DIM: ClassId = shapes("Dim")
    val AXIS: ClassId = shapes("Axis")
    val SIZED: ClassId = shapes("Sized")
    val DYN: ClassId = shapes("Dyn")
    val TIMES: ClassId = shapes("Times")
    val PLUS: ClassId = shapes("Plus")
    val HALF: ClassId = shapes("Half")
    val SIZES: ClassId = shapes("Sizes")

    /** The shape classes by rank. */
    val RANKS: Map<ClassId, Int> =
        listOf("Scalar", "Vec", "Mat", "Cube", "Rank4", "Rank5").withIndex().associate { (i, name) ->
            shapes(name) to
                i
        }

    /** What stands for an input of a rule. */
    val TENSORS: Set<ClassId> =
        setOf(
            "tensor.Tensor",
            "ops.Value",
            "nn.Parameter",
        ).map { ClassId.topLevel(FqName("dev.rankine.$it")) }.toSet()

    /** `Batch of 32`. */
    val OF: CallableId = CallableId(SHAPES, Name.identifier("of"))

    /** What calls a mapping. */
    val CALLS: Set<String> = setOf("invoke", "call", "forward")

    val LISTS: Set<String> =
        setOf(
            "kotlin.collections.listOf",
            "kotlin.collections.mutableListOf",
            "kotlin.collections.emptyList",
            "kotlin.intArrayOf",
            "kotlin.arrayOf",
        )
}
