package dev.rankine.kernels

import dev.rankine.io.Safetensors
import dev.rankine.io.SafetensorsFile
import dev.rankine.ops.Value
import dev.rankine.ops.addInPlace
import dev.rankine.ops.toDoubleArray
import dev.rankine.ops.valueOf
import dev.rankine.shapes.DType
import dev.rankine.shapes.FormatException
import dev.rankine.shapes.Sizes
import io.kotest.assertions.throwables.shouldThrow
import io.kotest.assertions.withClue
import io.kotest.core.spec.style.FunSpec
import io.kotest.engine.spec.tempdir
import io.kotest.matchers.shouldBe
import java.io.RandomAccessFile
import java.nio.ByteBuffer
import java.nio.ByteOrder
import java.nio.file.Files
import java.nio.file.Path
import java.nio.file.attribute.PosixFilePermissions

/** Tensors of files used where they lie. */
internal class MappedSafetensorsTest :
    FunSpec({
        val folder = tempdir().toPath()
        val memory = Memory(64L shl 20)
        val backend = VectorBackend(LaneLoader.natural(), "vector", memory)

        fun save(name: String): Pair<Path, Map<String, Value>> {
            val tensors =
                DType.entries.associate { dtype ->
                    val one = valueOf(DoubleArray(77) { (it % 2).toDouble() }, 7, 11)
                    dtype.name to dev.rankine.ops.to(one, dtype)
                }
            return folder.resolve(name).also { Safetensors.save(it, tensors) } to tensors
        }

        test("every element type, without a copy but for booleans") {
            val (path, tensors) = save("all.safetensors")
            val before = memory.live
            val mapped = SafetensorsFile.open(path).mapAll(backend)
            memory.live - before shouldBe 128
            mapped.keys shouldBe tensors.keys
            for ((name, value) in mapped) {
                withClue(name) {
                    value.dtype shouldBe tensors.getValue(name).dtype
                    value.sizes shouldBe tensors.getValue(name).sizes
                    value.toDoubleArray() shouldBe tensors.getValue(name).toDoubleArray()
                }
            }
        }
        test("a write in place changes neither the file nor another mapping") {
            val (path, tensors) = save("write.safetensors")
            val bytes = Files.readAllBytes(path)
            val value = SafetensorsFile.open(path).map("F32", backend)
            val other = SafetensorsFile.open(path).map("F32", backend)
            value.addInPlace(5)
            value.toDoubleArray() shouldBe DoubleArray(77) { it % 2 + 5.0 }
            other.toDoubleArray() shouldBe tensors.getValue("F32").toDoubleArray()
            Files.readAllBytes(path) shouldBe bytes
        }
        test("a mapped tensor outlives the file's name, and saving over it") {
            val (path, tensors) = save("replaced.safetensors")
            val value = SafetensorsFile.open(path).map("F64", backend)
            Safetensors.save(path, mapOf("F64" to valueOf(doubleArrayOf(9.0), 1)))
            value.toDoubleArray() shouldBe tensors.getValue("F64").toDoubleArray()
            Files.delete(path)
            value.toDoubleArray() shouldBe tensors.getValue("F64").toDoubleArray()
        }
        test("a file that may only be read, or is in memory, is copied") {
            val (path, tensors) = save("read-only.safetensors")
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("r--r--r--"))
            for (file in listOf(SafetensorsFile.open(path), SafetensorsFile.of(Files.readAllBytes(path), "bytes"))) {
                file.map("F32", backend).toDoubleArray() shouldBe tensors.getValue("F32").toDoubleArray()
            }
        }
        test("a tensor at an odd address, and one without elements") {
            val header = """{"a":{"dtype":"U8","shape":[1],"data_offsets":[0,1]},"b":{"dtype":"F64","shape":[2],"data_offsets":[1,17]},"""
            val json = (header + """"c":{"dtype":"F32","shape":[0,4],"data_offsets":[17,17]}}""").toByteArray()
            val bytes = ByteBuffer.allocate(8 + json.size + 17).order(ByteOrder.LITTLE_ENDIAN)
            bytes
                .putLong(json.size.toLong())
                .put(json)
                .put(1)
                .putDouble(2.5)
                .putDouble(-1.0)
            val path = folder.resolve("odd.safetensors").also { Files.write(it, bytes.array()) }
            val file = SafetensorsFile.open(path)
            file.map("b", backend).toDoubleArray() shouldBe doubleArrayOf(2.5, -1.0)
            file.map("c", backend).sizes shouldBe Sizes.of(0, 4)
        }
        test("a tensor behind the first 2 GiB of a sparse file") {
            val gap = 3L shl 30
            val shape = """"shape":[${gap / 8}],"data_offsets":[0,$gap]"""
            val json = """{"gap":{"dtype":"F64",$shape},"x":{"dtype":"F32","shape":[1],"data_offsets":[$gap,${gap + 4}]}}"""
            val path = folder.resolve("sparse.safetensors")
            RandomAccessFile(path.toFile(), "rw").use {
                val head =
                    ByteBuffer
                        .allocate(8)
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .putLong(json.length.toLong())
                        .array()
                it.write(head + json.toByteArray())
                it.seek(8 + json.length + gap)
                it.write(
                    ByteBuffer
                        .allocate(4)
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .putFloat(1.5f)
                        .array(),
                )
            }
            SafetensorsFile.open(path).map("x", backend).toDoubleArray() shouldBe doubleArrayOf(1.5)
        }
        test("a file that became shorter before it is mapped is refused and stays as it is") {
            val (path, _) = save("short.safetensors")
            val file = SafetensorsFile.open(path)
            val entry = file.tensors.getValue("F16")
            RandomAccessFile(path.toFile(), "rw").use {
                it.setLength(it.length() - (file.tensors.values.maxOf { e -> e.end } - entry.end) - 1)
            }
            val size = Files.size(path)
            shouldThrow<FormatException> { file.map("F16", backend) }.message shouldBe "$path: became shorter: byte $size is gone"
            Files.size(path) shouldBe size
        }
        test("booleans are checked") {
            val json = """{"x":{"dtype":"BOOL","shape":[2],"data_offsets":[0,2]}}"""
            val head =
                ByteBuffer
                    .allocate(8)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .putLong(json.length.toLong())
                    .array()
            val path = folder.resolve("bool.safetensors").also { Files.write(it, head + json.toByteArray() + byteArrayOf(1, 7)) }
            shouldThrow<FormatException> { SafetensorsFile.open(path).map("x", backend) }.message shouldBe
                "$path: tensor \"x\" element 1 is no bool: 7 is neither 0 nor 1"
        }
    })
