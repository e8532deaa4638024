package dev.rankine.io

import dev.rankine.ops.ReleasedException
import dev.rankine.ops.Value
import dev.rankine.ops.hostArray
import dev.rankine.ops.scope
import dev.rankine.ops.toDoubleArray
import dev.rankine.ops.toLongArray
import dev.rankine.ops.transpose
import dev.rankine.ops.valueOf
import dev.rankine.shapes.DType
import dev.rankine.shapes.FormatException
import dev.rankine.shapes.Sizes
import io.kotest.assertions.throwables.shouldThrow
import io.kotest.core.spec.style.FunSpec
import io.kotest.engine.spec.tempdir
import io.kotest.matchers.collections.shouldContainExactly
import io.kotest.matchers.shouldBe
import io.kotest.matchers.string.shouldContain
import java.nio.ByteBuffer
import java.nio.ByteOrder
import java.nio.file.Files
import kotlin.random.Random

internal class SafetensorsTest :
    FunSpec({
        val folder = tempdir().toPath()

        for (dtype in DType.entries) {
            for (sizes in listOf(Sizes.SCALAR, Sizes.of(0), Sizes.of(2, 0, 3), Sizes.of(7), Sizes.of(3, 5, 2))) {
                test("$dtype $sizes comes back bit for bit") {
                    val path = folder.resolve("$dtype-${sizes.rank}-${sizes.elements}.safetensors")
                    val value = valueOf(randomArray(dtype, sizes.elements), dtype, sizes)
                    Safetensors.save(path, mapOf("x" to value))
                    val back = SafetensorsFile.open(path).read("x")
                    back.dtype shouldBe dtype
                    back.sizes shouldBe sizes
                    back.toDoubleArray().map { it.toRawBits() } shouldBe value.toDoubleArray().map { it.toRawBits() }
                    back.toLongArray() shouldBe value.toLongArray()
                }
            }
        }

        test("a backend that cannot use a file in place reads it instead") {
            val path = folder.resolve("map.safetensors")
            Safetensors.save(path, mapOf("x" to valueOf(floatArrayOf(1f, 2f), 2), "b" to valueOf(booleanArrayOf(true))))
            val back = Safetensors.map(path)
            back.keys shouldBe setOf("x", "b")
            back.getValue("x").toDoubleArray() shouldBe doubleArrayOf(1.0, 2.0)
            back.getValue("b").toLongArray() shouldBe longArrayOf(1)
            shouldThrow<FormatException> { SafetensorsFile.open(path).map("y") }.message shouldContain "has no tensor \"y\""
        }
        test("more elements than are moved at once come back") {
            val path = folder.resolve("large.safetensors")
            val large = FloatArray(CHUNK / 2 + 3) { it * 0.5f }
            Safetensors.save(path, mapOf("large" to valueOf(large, large.size)))
            SafetensorsFile
                .open(path)
                .read("large")
                .toDoubleArray()
                .toList() shouldBe large.map { it.toDouble() }
        }

        test("the file has the bytes of the format: length, header, aligned data") {
            val path = folder.resolve("bytes.safetensors")
            Safetensors.save(
                path,
                linkedMapOf("b" to valueOf(booleanArrayOf(true)), "a" to valueOf(floatArrayOf(1f, -2f), 2)),
                mapOf("k" to "v"),
            )
            val bytes = ByteBuffer.wrap(Files.readAllBytes(path)).order(ByteOrder.LITTLE_ENDIAN)
            val length = bytes.getLong(0).toInt()
            length % 8 shouldBe 0
            String(bytes.array(), 8, length).trimEnd() shouldBe
                """{"__metadata__":{"k":"v"},"b":{"dtype":"BOOL","shape":[],"data_offsets":[8,9]},""" +
                """"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}}"""
            bytes.capacity() shouldBe 8 + length + 9
            bytes.getFloat(8 + length) shouldBe 1f
            bytes.getFloat(8 + length + 4) shouldBe -2f
            bytes.get(8 + length + 8) shouldBe 1.toByte()
        }

        test("a transposed value is written in the order of its axes") {
            val path = folder.resolve("transposed.safetensors")
            Safetensors.save(path, mapOf("x" to transpose(valueOf(floatArrayOf(1f, 2f, 3f, 4f, 5f, 6f), 2, 3), 0, 1)))
            val back = SafetensorsFile.open(path).read("x")
            back.sizes shouldBe Sizes.of(3, 2)
            back.toDoubleArray().toList() shouldContainExactly listOf(1.0, 4.0, 2.0, 5.0, 3.0, 6.0)
        }

        test("names and metadata keep their order and their characters") {
            val path = folder.resolve("names.safetensors")
            val names = listOf("z", "a.weight", "\u00fc \"quoted\"\n", "\u6f22\ud83d\ude00", "")
            val metadata = linkedMapOf("second" to "\u00e9\t\\", "first" to "")
            Safetensors.save(path, names.associateWith { valueOf(longArrayOf(names.indexOf(it).toLong()), 1) }, metadata)
            val file = SafetensorsFile.open(path)
            file.tensors.keys.toList() shouldContainExactly names
            file.metadata.entries.map { it.key to it.value } shouldContainExactly metadata.entries.map { it.key to it.value }
            Safetensors.load(path).mapValues { it.value.toLongArray()[0].toInt() } shouldBe
                names.withIndex().associate { it.value to it.index }
        }

        test("a file without tensors is a file") {
            val path = folder.resolve("empty.safetensors")
            Safetensors.save(path, emptyMap())
            SafetensorsFile.open(path).tensors shouldBe emptyMap()
        }

        test("saving replaces the old file and leaves nothing beside it") {
            val own = Files.createDirectory(folder.resolve("own"))
            val path = own.resolve("model.safetensors")
            Safetensors.save(path, mapOf("x" to valueOf(floatArrayOf(1f), 1)))
            Safetensors.save(path, mapOf("x" to valueOf(floatArrayOf(2f), 1)))
            Safetensors
                .load(path)
                .getValue("x")
                .toDoubleArray()
                .toList() shouldBe listOf(2.0)
            Files.list(own).use { list -> list.map { it.fileName.toString() }.toList() } shouldContainExactly listOf("model.safetensors")
        }

        test("a failure while writing leaves the old file and nothing beside it") {
            val own = Files.createDirectory(folder.resolve("failing"))
            val path = own.resolve("model.safetensors")
            Safetensors.save(path, mapOf("x" to valueOf(floatArrayOf(1f), 1)))
            var gone: Value? = null
            scope("a step") {
                gone = valueOf(floatArrayOf(2f), 1)
                Unit
            }
            shouldThrow<ReleasedException> { Safetensors.save(path, mapOf("x" to gone!!)) }
            Safetensors
                .load(path)
                .getValue("x")
                .toDoubleArray()
                .toList() shouldBe listOf(1.0)
            Files.list(own).use { it.count() } shouldBe 1
        }

        test("what cannot be written is a sentence") {
            val x = mapOf("x" to valueOf(floatArrayOf(1f), 1))
            shouldThrow<FormatException> { Safetensors.save(folder, x) }.message shouldBe
                "$folder: is a directory, not a file\n  hint: name a file in it"
            val lost = folder.resolve("nowhere/x.safetensors")
            shouldThrow<FormatException> { Safetensors.save(lost, x) }.message shouldContain
                "cannot be written: ${lost.parent} is no directory"
            shouldThrow<FormatException> { Safetensors.save(folder.resolve("m"), mapOf("__metadata__" to x.getValue("x"))) }
                .message shouldContain "a tensor cannot be called __metadata__"
        }

        test("what cannot be read is a sentence") {
            val lost = folder.resolve("nowhere.safetensors")
            shouldThrow<FormatException> { SafetensorsFile.open(lost) }.message shouldBe "$lost: does not exist"
            shouldThrow<FormatException> { SafetensorsFile.open(folder) }.message shouldBe
                "$folder: is a directory, not a file\n  hint: name a file in it"
            val path = folder.resolve("known.safetensors")
            Safetensors.save(path, mapOf("weight" to valueOf(floatArrayOf(1f), 1)))
            shouldThrow<FormatException> { SafetensorsFile.open(path).read("wieght") }.message shouldBe
                "$path: has no tensor \"wieght\"\n  hint: it has \"weight\""
        }

        test("a file cut after it was opened is a sentence") {
            val path = folder.resolve("cut.safetensors")
            Safetensors.save(path, mapOf("x" to valueOf(FloatArray(100), 100)))
            val file = SafetensorsFile.open(path)
            Files.write(path, Files.readAllBytes(path).copyOf(300))
            shouldThrow<FormatException> { file.read("x") }.message shouldContain "became shorter while it was read"
        }
    })

private fun randomArray(dtype: DType, count: Int): Any {
    val random = Random(dtype.ordinal * 100 + count)
    return when (val array = hostArray(dtype, count)) {
        is ByteArray -> {
            array.also {
                for (i in it.indices) {
                    it[i] =
                        if (dtype ==
                            DType.BOOL
                        ) {
                            (i % 2).toByte()
                        } else {
                            random.nextInt().toByte()
                        }
                }
            }
        }

        is ShortArray -> {
            array.also {
                for (i in it.indices) {
                    it[i] =
                        (random.nextInt() and 0xfbff and if (dtype.isFloating) 0xbf7f else -1).toShort()
                }
            }
        }

        is IntArray -> {
            array.also { for (i in it.indices) it[i] = random.nextInt() }
        }

        is LongArray -> {
            array.also { for (i in it.indices) it[i] = random.nextLong() }
        }

        is FloatArray -> {
            array.also { for (i in it.indices) it[i] = SPECIAL.getOrElse(i) { random.nextDouble(-1e9, 1e9) }.toFloat() }
        }

        is DoubleArray -> {
            array.also { for (i in it.indices) it[i] = SPECIAL.getOrElse(i) { random.nextDouble(-1e99, 1e99) } }
        }

        else -> {
            error("no array for $dtype")
        }
    }
}

private val SPECIAL = listOf(0.0, -0.0, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 1e-45)
