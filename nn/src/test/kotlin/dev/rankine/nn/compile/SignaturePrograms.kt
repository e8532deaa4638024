package dev.rankine.nn.compile

/**
 * A function of a user that calls one public function; all on one line.
 *
 * @property fits whether the compiler must accept it.
 */
internal class Call(val signature: Signature, val code: String, val fits: Boolean)

/** How many dims the programs have. */
internal const val DIMS = 24

/** An axis that none of the declared ones is. */
internal const val WRONG = "Wrong"

private val SHAPES = listOf("Scalar", "Vec", "Mat", "Cube", "Rank4", "Rank5")

/** A type of a declaration with dims in the places of its type parameters: [types] are the words of the text that are one. */
private class Filled(text: String, private val places: Map<String, String>) {
    private val words = Regex("""\b(${places.keys.joinToString("|")})\b""")
    private val pieces = if (places.isEmpty()) emptyList() else words.findAll(text).toList()
    private val source = text

    val text: String get() = with(-1, "")
    val letters: List<String> get() = pieces.map { it.value }

    /** With [other] in the place [index]. */
    fun with(index: Int, other: String): String {
        val result = StringBuilder()
        var from = 0
        for ((i, piece) in pieces.withIndex()) {
            result.append(source, from, piece.range.first).append(if (i == index) other else places.getValue(piece.value))
            from = piece.range.last + 1
        }
        return result.append(source, from, source.length).toString()
    }
}

/**
 * The programs for one function: with axes that fit, of all ranks where a shape is a type parameter, and the exact type of what it gives; and
 * for each axis that two operands must share, with one name that is wrong in one of them, else with a wrong name in the declared result.
 */
internal class SignaturePrograms(private val signature: Signature) {
    private val shapes = signature.types.filter { it.bound == "Shape" }
    private val dims = signature.types.filter { it.bound.startsWith("Dim<") }

    /** The parameters with defaults are given where their type says something of a shape. */
    private val given = signature.parameters.filter { !it.optional || mentions(it.type) }
    private val inputs = listOfNotNull(signature.receiver) + given.map { it.type }

    /** Programs of one function, by rank where a shape is a type parameter. */
    fun calls(): List<Call> =
        if (shapes.isEmpty()) {
            calls(emptyList())
        } else {
            SHAPES.indices.flatMap { rank ->
                calls(List(shapes.size) { rank })
            }
        }

    private fun calls(ranks: List<Int>): List<Call> {
        val places = LinkedHashMap<String, String>()
        for (dim in dims) places[dim.name] = dimName(places.size)
        for (untyped in signature.types.filter { it.bound == ANY }) places[untyped.name] = ANY
        var next = dims.size
        val wrongShapes = LinkedHashMap<String, String>()
        for ((shape, rank) in shapes.zip(ranks)) {
            val axes = List(rank) { dimName(next++) }
            places[shape.name] = shapeOf(axes)
            wrongShapes[shape.name] = if (rank == 0) "Vec<$WRONG>" else shapeOf(axes.dropLast(1) + WRONG)
        }
        val filled = inputs.map { Filled(it, places) }
        val result = Filled(signature.result, places)
        val fitting = mutableListOf(call(filled.map { it.text }, result.text, fits = true))
        val wrong = ArrayList<Call>()
        for (letter in places.keys) {
            val at =
                filled.withIndex().flatMap { (i, input) ->
                    input.letters.indices
                        .filter { input.letters[it] == letter }
                        .map { i to it }
                }
            if (at.size < 2 || places.getValue(letter) in setOf("Scalar", ANY)) continue
            val (input, place) = at.last()
            val operands = filled.mapIndexed { i, it -> if (i == input) it.with(place, wrongShapes[letter] ?: WRONG) else it.text }
            wrong += call(operands, null, fits = false)
        }
        if (STRETCHED.matches(signature.receiver.orEmpty())) stretched(filled, result.text, fitting, wrong)
        val last = result.letters.lastIndex
        if (wrong.isEmpty() && signature.result != "Unit") {
            val declared = if (last < 0) "Tensor<Vec<$WRONG>>" else result.with(last, wrongShapes[result.letters[last]] ?: WRONG)
            wrong += call(filled.map { it.text }, declared, fits = false)
        }
        return fitting + wrong
    }

    /** Where the receiver has to stretch too: what serves then is the overload, not the member of `Tensor`. */
    private fun stretched(filled: List<Filled>, result: String, fitting: MutableList<Call>, wrong: MutableList<Call>) {
        val receiver = filled[0]
        val others = filled.drop(1)
        val rank = receiver.letters.size
        for (one in 0 until rank) {
            fitting += call(listOf(receiver.with(one, "One")) + others.map { it.text }, result, fits = true)
            for (axis in (0 until rank) - one) {
                val letter = receiver.letters[axis]
                val clash = others.indexOfLast { letter in it.letters }
                val wrongOthers = others.mapIndexed { i, it -> if (i == clash) it.with(it.letters.lastIndexOf(letter), WRONG) else it.text }
                wrong += call(listOf(receiver.with(one, "One")) + wrongOthers, null, fits = false)
            }
        }
        // one rank less, which is one that broadcasts
        val axes = receiver.letters.indices.map { dimName(it) }
        val lower = "Tensor<${shapeOf(axes.drop(1))}>"
        fitting += call(listOf(lower) + others.map { it.text }, result, fits = true)
        if (rank > 1) {
            val clash = "Tensor<${shapeOf(axes.drop(1).dropLast(1) + WRONG)}>"
            wrong += call(listOf(clash) + others.map { it.text }, null, fits = false)
        }
    }

    /** [result] null leaves the type of the call to the compiler: a declared one could be what it refuses. */
    private fun call(types: List<String>, result: String?, fits: Boolean): Call {
        // an operand that may broadcast is a plain tensor
        val parameters =
            types.mapIndexed {
                i,
                type,
                ->
                "p$i: ${type.removePrefix("vararg ").replaceFirst(Regex("^Tensor<out "), "Tensor<")}"
            }
        val first = inputs.size - given.size
        // behind a parameter that is left out, arguments have names
        val arguments = given.mapIndexed { i, it -> if (signature.parameters[i] === it) "p${first + i}" else "${it.name} = p${first + i}" }
        val called = "${if (first == 1) "p0." else ""}${signature.name}(${arguments.joinToString()})"
        // in two steps: a declared type must not help to infer the call
        val check = if (result == null) "" else "; val z: $result = y"
        return Call(signature, "(${parameters.joinToString()}) { val y = $called$check }", fits)
    }

    private fun mentions(type: String): Boolean = signature.types.any { Regex("""\b${it.name}\b""").containsMatchIn(type) }

    private fun shapeOf(axes: List<String>): String = SHAPES[axes.size] + if (axes.isEmpty()) "" else axes.joinToString(", ", "<", ">")

    private companion object {
        const val ANY = "AnyShape"
        val STRETCHED = Regex("""Tensor<out \w+<.*>>""")
    }
}

/** The dim of this number. */
internal fun dimName(number: Int): String = "D$number".also { check(number < DIMS) { "the programs have $DIMS dims" } }
