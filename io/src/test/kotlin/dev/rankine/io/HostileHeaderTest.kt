package dev.rankine.io

import dev.rankine.ops.toLongArray
import dev.rankine.shapes.FormatException
import io.kotest.assertions.throwables.shouldThrow
import io.kotest.assertions.withClue
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.shouldBe
import io.kotest.property.Arb
import io.kotest.property.arbitrary.byte
import io.kotest.property.arbitrary.int
import io.kotest.property.arbitrary.list
import io.kotest.property.arbitrary.pair
import io.kotest.property.checkAll
import java.nio.ByteBuffer
import java.nio.ByteOrder

internal class HostileHeaderTest :
    FunSpec({
        val good = """{"dtype":"U8","shape":[2],"data_offsets":[0,2]}"""

        fun refused(header: String, problem: String, hint: String? = null, data: Int = 2) {
            withClue(header.take(200)) {
                val message = shouldThrow<FormatException> { SafetensorsFile.of(file(header, data), "bad") }.message
                message shouldBe "bad: $problem" + if (hint == null) "" else "\n  hint: $hint"
            }
        }

        test("a padded header with metadata is read") {
            val file = SafetensorsFile.of(file("""{"__metadata__":{"a":"b"},"x":$good}     """, 2), "good")
            file.metadata shouldBe mapOf("a" to "b")
            file.read("x").toLongArray().toList() shouldBe listOf(0L, 1L)
        }

        test("lengths that are not true") {
            shouldThrow<FormatException> { SafetensorsFile.of(ByteArray(7), "bad") }.message shouldBe
                "bad: is no safetensors file: 7 bytes are fewer than the 8 of the header length"
            for ((length, text) in listOf(-1L to "18446744073709551615", Long.MIN_VALUE to "9223372036854775808", 3L to "3")) {
                val bytes =
                    ByteBuffer
                        .allocate(10)
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .putLong(length)
                        .array()
                shouldThrow<FormatException> { SafetensorsFile.of(bytes, "bad") }.message shouldBe
                    "bad: header length exceeds the file: $text > 2\n  hint: is this a safetensors file?"
            }
        }

        test("a header of more than 100 MB is refused before it is read") {
            val source =
                object : ByteSource {
                    override val name = "bad"
                    override val size = 1L shl 40

                    override fun <T> reading(block: (Reading) -> T): T =
                        block { position, into, count ->
                            check(position == 0L && count == 8) { "read $count bytes at $position" }
                            ByteBuffer.wrap(into).order(ByteOrder.LITTLE_ENDIAN).putLong(100_000_001)
                        }
                }
            shouldThrow<FormatException> { readHeader(source) }.message shouldBe
                "bad: header is too long: 100000001 > 100000000 bytes\n  hint: is this a safetensors file?"
        }

        test("a header that would not fit in memory is refused before it is read, a list longer than any shape before it is parsed") {
            val source = ArraySource(file("{}" + " ".repeat(998), 0), "bad")
            readHeader(source, 64_000).bytes shouldBe 1000L
            shouldThrow<FormatException> { readHeader(source, 63_999) }.message shouldBe
                "bad: header is too long for a heap of 63999 bytes: 1000 bytes\n  hint: start java with a larger -Xmx"
            val ones = { count: Int -> """{"x":{"dtype":"U8","shape":[${List(count) { 1 }.joinToString(",")}],"data_offsets":[0,1]}}""" }
            SafetensorsFile
                .of(file(ones(64), 1), "good")
                .read("x")
                .sizes.rank shouldBe 64
            refused(ones(65), "header has a list of more than 64 numbers", data = 1)
        }

        test("text that is no header") {
            refused("[]", "header is not a JSON object", NO_SAFETENSORS)
            refused("\"x\"", "header is not a JSON object", NO_SAFETENSORS)
            for (text in listOf(
                "",
                "{",
                "{\"x\"",
                "{\"x\":",
                "{\"x\":$good",
                "{\"x\":$good}}",
                "{\"x\":$good} z",
                "{x:1,}",
                "\"",
                "{\"\\",
            )) {
                val message = shouldThrow<FormatException> { SafetensorsFile.of(file(text, 2), "bad") }.message!!
                withClue(text) { message.startsWith("bad: header is not JSON: ") shouldBe true }
            }
            val latin = file("{\"?\":$good}", 2).also { it[10] = 0xe9.toByte() }
            shouldThrow<FormatException> { SafetensorsFile.of(latin, "bad") }.message shouldBe
                "bad: header is not UTF-8 text\n  hint: is this a safetensors file?"
        }

        test("keys that come twice, however they are written") {
            refused("""{"x":$good,"x":$good}""", "header has the key \"x\" twice")
            refused("""{"x":$good,"\u0078" :$good}""", "header has the key \"x\" twice")
            refused("""{"x":{"dtype":"U8","shape":[2],"shape":[1],"data_offsets":[0,2]}}""", "header has the key \"shape\" twice")
            refused("""{"__metadata__":{"a":"1","a":"2"},"x":$good}""", "header has the key \"a\" twice")
            SafetensorsFile.of(file("""{"__metadata__":{"x":"x","y":"x"},"x":$good}""", 2), "good").tensors.size shouldBe 1
        }

        test("deep nesting") {
            refused("{\"x\":" + "[".repeat(200_000), "header is nested too deeply: more than 4 levels")
            refused("{\"x\":".repeat(100_000), "header is nested too deeply: more than 4 levels")
        }

        test("metadata that are no texts") {
            refused("""{"__metadata__":3,"x":$good}""", "__metadata__ is not an object of texts")
            refused("""{"__metadata__":{"a":3},"x":$good}""", "__metadata__: \"a\" is not a text")
            refused("""{"__metadata__":{"a":null},"x":$good}""", "__metadata__: \"a\" is not a text")
        }

        test("fields that are missing or wrong") {
            refused("""{"x":3}""", "tensor \"x\" is described by no object")
            refused("""{"x":{}}""", "tensor \"x\" has no dtype")
            refused("""{"x":{"dtype":"U8","data_offsets":[0,2]}}""", "tensor \"x\" has no list shape")
            refused("""{"x":{"dtype":"U8","shape":[2]}}""", "tensor \"x\" has no list data_offsets")
            refused("""{"x":{"dtype":"U8","shape":[2],"data_offsets":[0,2],"code":1}}""", "tensor \"x\" has an unknown field \"code\"")
            refused(
                """{"x":{"dtype":"F4","shape":[2],"data_offsets":[0,2]}}""",
                "tensor \"x\" has an unknown dtype: \"F4\"",
                "known are BOOL, U8, I8, I16, I32, I64, F16, BF16, F32, F64",
            )
        }

        test("sizes that are no sizes") {
            fun sized(shape: String, problem: String) =
                refused("""{"x":{"dtype":"U8","shape":[$shape],"data_offsets":[0,2]}}""", "tensor \"x\" $problem")
            sized("-1", "shape: not a whole number from 0: \"-1\"")
            sized("2.0", "shape: not a whole number from 0: \"2.0\"")
            sized("\"2\"", "shape: not a whole number from 0: \"\\u00222\\u0022\"")
            sized("99999999999999999999", "shape: too large: \"99999999999999999999\"")
            sized("4294967298", "a size is too large: 4294967298 > 2147483647")
            sized("65536, 65536", "sizes: too many elements: [65536, 65536] exceeds 2147483647")
            sized("65536, 65536, 65536, 65536, 2", "sizes: too many elements: [65536, 65536, 65536, 65536, 2] exceeds 2147483647")
        }

        test("offsets that do not fit") {
            fun placed(offsets: String, problem: String) =
                refused("""{"x":{"dtype":"U8","shape":[2],"data_offsets":[$offsets]}}""", problem)
            placed("-2,0", "tensor \"x\" data_offsets: not a whole number from 0: \"-2\"")
            placed("0", "tensor \"x\" needs 2 data_offsets: 1 given")
            placed("0,1,2", "tensor \"x\" needs 2 data_offsets: 3 given")
            placed("2,0", "tensor \"x\" data_offsets [2, 0] are not inside the 2 bytes of data")
            placed("1,3", "tensor \"x\" data_offsets [1, 3] are not inside the 2 bytes of data")
            placed(
                "9223372036854775806,9223372036854775807",
                "tensor \"x\" data_offsets [9223372036854775806, 9223372036854775807] are not inside the 2 bytes of data",
            )
            placed("0,1", "tensor \"x\" uint8 [2] needs 2 bytes: data_offsets [0, 1] give 1")
        }

        test("tensors that overlap or leave holes") {
            refused("""{"x":$good,"y":$good}""", "tensor \"y\" overlaps the tensor before it: starts at byte 0, that one ends at 2")
            val later = """{"dtype":"U8","shape":[2],"data_offsets":[1,3]}"""
            refused(
                """{"x":$good,"y":$later}""",
                "tensor \"y\" overlaps the tensor before it: starts at byte 1, that one ends at 2",
                data = 3,
            )
            refused("""{"y":$later}""", "tensor \"y\" leaves a hole before it: bytes 0 to 1 belong to no tensor", data = 3)
            refused("""{"x":$good}""", "bytes 2 to 3 of the data belong to no tensor", data = 3)
            refused("{}", "bytes 0 to 2 of the data belong to no tensor")
        }

        test("a bool that is neither 0 nor 1") {
            val file = SafetensorsFile.of(file("""{"x":{"dtype":"BOOL","shape":[3],"data_offsets":[0,3]}}""", 3), "bad")
            shouldThrow<FormatException> { file.read("x") }.message shouldBe "bad: tensor \"x\" element 2 is no bool: 2 is neither 0 nor 1"
        }

        test("names with odd characters keep a message on one line") {
            refused("""{"a\n\"${"b".repeat(200)}":3}""", "tensor \"a\\u000a\\u0022${"b".repeat(77)}...\" is described by no object")
        }

        test("whatever bytes of a good file are changed or cut: it is read, or refused with a sentence") {
            val whole = file("""{"__metadata__":{"a":"b"},"x":$good,"y":{"dtype":"I16","shape":[1,2],"data_offsets":[2,6]}}""", 6)
            val edits = Arb.list(Arb.pair(Arb.int(0, whole.size - 1), Arb.byte()), 1..4)
            checkAll(3000, edits, Arb.int(0, whole.size * 8)) { changes, cut ->
                val bytes = whole.copyOf(minOf(cut, whole.size))
                for ((at, byte) in changes) if (at < bytes.size) bytes[at] = byte
                try {
                    SafetensorsFile.of(bytes, "edited").readAll()
                } catch (e: FormatException) {
                    e.message!!.startsWith("edited: ") shouldBe true
                }
            }
        }
    })

/** A file with [header] and [data] bytes 0, 1, 2 ... */
private fun file(header: String, data: Int): ByteArray {
    val text = header.toByteArray()
    val bytes =
        ByteBuffer
            .allocate(8 + text.size + data)
            .order(ByteOrder.LITTLE_ENDIAN)
            .putLong(text.size.toLong())
            .put(text)
    for (i in 0 until data) bytes.put(i.toByte())
    return bytes.array()
}
