package dev.rankine.tensor.generate

/** The ranks that have a type. */
internal val RANKS: IntRange = 0..5

/** The type parameters of a shape of [rank]: `A, B, C`. */
internal fun letters(rank: Int): List<String> = List(rank) { ('A' + it).toString() }

/** The shape whose axes are [axes]: `Mat<A, One>`. */
internal fun shape(axes: List<String>): String {
    val word = listOf("Scalar", "Vec", "Mat", "Cube", "Rank4", "Rank5")[axes.size]
    return if (axes.isEmpty()) word else axes.joinToString(", ", "$word<", ">")
}

/** `Tensor<Mat<A, One>>`. */
internal fun tensor(axes: List<String>): String = "Tensor<${shape(axes)}>"

/** `Tensor<out Mat<A, B>>`: anything that broadcasts to the shape. */
internal fun broadcast(axes: List<String>): String = "Tensor<out ${shape(axes)}>"

/** This list without the element at [index]. */
internal fun List<String>.without(index: Int): List<String> = filterIndexed { i, _ -> i != index }

/** This list with [letter] at [index]. */
internal fun List<String>.with(index: Int, letter: String): List<String> = mapIndexed { i, old -> if (i == index) letter else old }

/** This list with [letter] before [index]. */
internal fun List<String>.insert(index: Int, letter: String): List<String> = take(index) + letter + drop(index)

/** Axes as they are written in KDoc: `[A, B, 1]`. */
internal fun words(axes: List<String>): String =
    axes.joinToString(", ", "[", "]") {
        if (it ==
            "One"
        ) {
            "1"
        } else {
            it.replace(Regex("Times<(\\w), (\\w)>"), "$1*$2")
        }
    }
