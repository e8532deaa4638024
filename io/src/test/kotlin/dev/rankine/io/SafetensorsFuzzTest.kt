package dev.rankine.io

import dev.rankine.shapes.DType
import io.kotest.assertions.withClue
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.doubles.shouldBeGreaterThan
import io.kotest.matchers.ints.shouldBeGreaterThan
import io.kotest.matchers.shouldBe
import java.nio.ByteBuffer
import java.nio.ByteOrder
import kotlin.random.Random

internal class SafetensorsFuzzTest :
    FunSpec({
        // The spec's thread may have a large stack; recursion over a nested header must not need one.
        fun onSmallStack(action: () -> Unit) {
            var thrown: Throwable? = null
            val thread = Thread(null, { thrown = runCatching(action).exceptionOrNull() }, "fuzz", 256L shl 10)
            thread.start()
            thread.join()
            thrown?.let { throw it }
        }

        test("20,000 hostile files: each is read whole or refused with a sentence, in memory that its size allows") {
            val outcomes = Outcomes(fixed = 1 shl 17, perByte = 100)
            // Loading classes takes memory too.
            repeat(10 * KINDS) { i -> runCatching { read(hostile(i).second) } }
            onSmallStack {
                for (i in 0 until 20_000) {
                    val (kind, bytes) = hostile(i)
                    outcomes.reading(kind, "file $i, $kind", "f", bytes.size) { read(bytes) }
                }
            }
            println("safetensors: $outcomes")
            outcomes.accepted() shouldBeGreaterThan 1000
            withClue(outcomes) {
                outcomes.refusedShare().size shouldBe KINDS
                for ((kind, share) in outcomes.refusedShare()) withClue(kind) { share shouldBeGreaterThan 0.25 }
            }
        }

        test("the files that are mutated are good") {
            repeat(100) { read(Tensors(Random(it)).bytes()) }
        }
    })

private val KINDS = ByteMutation.entries.size + HeaderMutation.entries.size + 1

/** Hostile file [i] and the kind of its mutation; the same on every run. */
private fun hostile(i: Int): Pair<String, ByteArray> {
    val random = Random(i)
    val tensors = Tensors(random)
    val kind = i % KINDS
    if (kind == 0) return "HEADER_LENGTH" to tensors.bytes().also { lie(it, random) }
    ByteMutation.entries.getOrNull(kind - 1)?.let { return it.name to it.apply(tensors.bytes(), Tensors(random).bytes(), random) }
    val mutation = HeaderMutation.entries[kind - 1 - ByteMutation.entries.size]
    return mutation.name to tensors.bytes(mutation.apply(tensors.described, random))
}

private fun lie(bytes: ByteArray, random: Random) {
    val length = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN)
    val size = bytes.size.toLong()
    val far = listOf(0, 1, -1, 1L shl 32, 1L shl 60, Long.MIN_VALUE, Long.MAX_VALUE, 100_000_000, 100_000_001)
    val lies = far + listOf(size, size - 7, size - 8, size - 9)
    length.putLong(0, if (random.nextInt(4) == 0) length.getLong(0) + random.nextLong(-9, 10) else lies.random(random))
}

/** Everything that the file promises is there. */
private fun read(bytes: ByteArray) {
    val file = SafetensorsFile.of(bytes, "f")
    val values = file.readAll()
    values.keys shouldBe file.tensors.keys
    var total = 0L
    for ((name, value) in values) {
        val entry = file.tensors.getValue(name)
        check(value.sizes == entry.sizes && value.dtype == entry.dtype) { "$name is $value, not $entry" }
        check(value.elements.toLong() * value.dtype.bytes == entry.end - entry.begin) { "$name: $entry" }
        total += entry.end - entry.begin
    }
    val header = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getLong()
    check(8 + header + total == bytes.size.toLong()) { "$total bytes of tensors in a file of ${bytes.size}, header $header" }
}

/** One to five tensors of any type, scalars and empty ones among them. */
private class Tensors(random: Random) {
    private var end = 0

    val described =
        List(random.nextInt(1, 6)) {
            val dtype = DType.entries.random(random)
            val shape = List(random.nextInt(4)) { random.nextInt(if (random.nextInt(5) == 0) 0 else 1, 5) }
            val begin = end
            end += shape.fold(1) { product, size -> product * size } * dtype.bytes
            Described("layer.$it", "\"${dtype.name}\"", shape.map { size -> "$size" }, listOf("$begin", "$end"))
        }

    /** A file with [header] before the data; every byte of data is 0 or 1, so that it is a bool too. */
    fun bytes(header: String = HeaderMutation.header(described)): ByteArray {
        val text = header.toByteArray()
        val bytes = ByteBuffer.allocate(8 + text.size + end).order(ByteOrder.LITTLE_ENDIAN)
        bytes.putLong(text.size.toLong()).put(text)
        for (i in 0 until end) bytes.put((i % 2).toByte())
        return bytes.array()
    }
}
