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

/** The [declared] type with dims and shapes in the places of its type parameters: [places] says what stands for which. */
private class Filled(private val declared: String, private val places: Map<String, String>) {
    private val found =
        if (places.isEmpty()) {
            emptyList()
        } else {
            Regex(
                """\b(${places.keys.joinToString("|")})\b""",
            ).findAll(declared).toList()
        }

    val text: String get() = with(-1, "")

    /** The type parameter in each place. */
    val letters: List<String> get() = found.map { it.value }

    /** With [other] in the place [index]. */
    fun with(index: Int, other: String): String {
        val result = StringBuilder()
        var from = 0
        for ((i, place) in found.withIndex()) {
            result.append(declared, from, place.range.first).append(if (i == index) other else places.getValue(place.value))
            from = place.range.last + 1
        }
        return result.append(declared, from, declared.length).toString()
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

    fun calls(): List<Call> = if (shapes.isEmpty()) calls(0) else SHAPES.indices.flatMap { calls(it) }

    private fun calls(rank: Int): List<Call> {
        val places = LinkedHashMap<String, String>()
        for (dim in dims) places[dim.name] = dimName(places.size)
        for (untyped in signature.types.filter { it.bound == ANY }) places[untyped.name] = ANY
        val wrongs = dims.associateTo(HashMap()) { it.name to listOf(WRONG) }
        var next = dims.size
        for (shape in shapes) {
            val axes = List(rank) { dimName(next++) }
            places[shape.name] = shapeOf(axes)
            wrongs[shape.name] = axes.indices.map { wrong -> shapeOf(axes.mapIndexed { i, axis -> if (i == wrong) WRONG else axis }) }
        }
        val filled = inputs.map { Filled(it, places) }
        val result = Filled(signature.result, places)
        val fitting = mutableListOf(call(filled.map { it.text }, result.text, fits = true))
        val wrong = wrongs.flatMapTo(ArrayList()) { (letter, others) -> clashes(filled, letter, others) }
        if (STRETCHED.matches(signature.receiver.orEmpty())) stretched(filled, result.text, fitting, wrong)
        if (wrong.isEmpty() && signature.result != "Unit") {
            val last = result.letters.lastIndex
            val other = result.letters.lastOrNull()?.let { wrongs[it]?.lastOrNull() }
            wrong += call(filled.map { it.text }, if (other == null) "Tensor<Vec<$WRONG>>" else result.with(last, other), fits = false)
        }
        return fitting + wrong
    }

    /** Each of [others] for [letter] in the last of the operands that share it. */
    private fun clashes(filled: List<Filled>, letter: String, others: List<String>): List<Call> {
        if (filled.sumOf { input -> input.letters.count { it == letter } } < 2) return emptyList()
        return others.map { other -> call(inLast(filled, letter, other), null, fits = false) }
    }

    private fun inLast(filled: List<Filled>, letter: String, other: String): List<String> {
        val last = filled.indexOfLast { letter in it.letters }
        return filled.mapIndexed { i, it -> if (i == last) it.with(it.letters.lastIndexOf(letter), other) else it.text }
    }

    /** Where the receiver has to stretch too: what serves then is the overload, not the member of `Tensor`. */
    private fun stretched(filled: List<Filled>, result: String, fitting: MutableList<Call>, wrong: MutableList<Call>) {
        val receiver = filled[0]
        val others = filled.drop(1)
        val rank = receiver.letters.size
        for (one in 0 until rank) {
            fitting += call(listOf(receiver.with(one, "One")) + others.map { it.text }, result, fits = true)
            if (rank == 1) continue
            val operands = inLast(others, receiver.letters[(one + 1) % rank], WRONG)
            wrong += call(listOf(receiver.with(one, "One")) + operands, null, fits = false)
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
        val plain = types.map { it.removePrefix("vararg ").replaceFirst(Regex("^Tensor<out "), "Tensor<") }
        val parameters = plain.withIndex().joinToString { (i, type) -> "p$i: $type" }
        val first = inputs.size - given.size
        // behind a parameter that is left out, arguments have names
        val arguments = given.mapIndexed { i, it -> if (signature.parameters[i] === it) "p${first + i}" else "${it.name} = p${first + i}" }
        val called = "${if (first == 1) "p0." else ""}${signature.name}(${arguments.joinToString()})"
        // in two steps: a declared type must not help to infer the call
        val check = if (result == null) "" else "; val z: $result = y"
        return Call(signature, "($parameters) { val y = $called$check }", fits)
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
