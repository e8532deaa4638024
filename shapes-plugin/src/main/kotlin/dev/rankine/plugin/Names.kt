package dev.rankine.plugin

import org.jetbrains.kotlin.name.CallableId
import org.jetbrains.kotlin.name.ClassId
import org.jetbrains.kotlin.name.FqName
import org.jetbrains.kotlin.name.Name
import org.jetbrains.kotlin.name.StandardClassIds

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

    /** What can change after it is made. */
    val ARRAYS: Set<ClassId?> get() = setOf(ClassId.topLevel(FqName("kotlin.IntArray")), StandardClassIds.Array)

    /** Whose elements are got by number. */
    val INDEXED: Set<ClassId?> = setOf(SIZES, StandardClassIds.List) + ARRAYS

    /** `Rows.half`. */
    val HALF_OF: CallableId = CallableId(SHAPES, Name.identifier("half"))

    /** What calls a mapping. */
    val CALLS: Set<String> = setOf("invoke", "call", "forward")

    /** What maps a tensor to a tensor. */
    val MAPPING: ClassId = ClassId(SHAPES.parent().child(Name.identifier("nn")), Name.identifier("Mapping"))

    /** What may hold several mappings. */
    val COLLECTIONS: Set<ClassId?> =
        setOf(StandardClassIds.List, StandardClassIds.Collection, StandardClassIds.Iterable, StandardClassIds.Array)

    val KOTLIN: FqName = FqName("kotlin")

    val LAZY: CallableId = CallableId(KOTLIN, Name.identifier("lazy"))

    /** The functions of the standard library that give what their block ends with. */
    val GIVE_RESULT: Set<String> = setOf("let", "run", "with")

    /** Those that give what they are called on. */
    val GIVE_SUBJECT: Set<String> = setOf("also", "apply")

    /** What makes a list or an array of its arguments; lists that can change are not among them. */
    val LISTS: Set<String> =
        setOf(
            "kotlin.collections.listOf",
            "kotlin.collections.emptyList",
            "kotlin.intArrayOf",
            "kotlin.arrayOf",
        )
}
