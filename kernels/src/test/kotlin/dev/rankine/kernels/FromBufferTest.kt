package dev.rankine.kernels

import dev.rankine.ops.ReleasedException
import dev.rankine.ops.addInPlace
import dev.rankine.ops.plus
import dev.rankine.ops.scope
import dev.rankine.ops.toDoubleArray
import dev.rankine.ops.toFloatArray
import dev.rankine.ops.transpose
import dev.rankine.shapes.DType
import dev.rankine.shapes.ShapeException
import dev.rankine.shapes.Sizes
import io.kotest.assertions.throwables.shouldThrow
import io.kotest.core.spec.style.FunSpec
import io.kotest.engine.spec.tempdir
import io.kotest.matchers.shouldBe
import java.lang.foreign.Arena
import java.lang.foreign.MemorySegment
import java.lang.foreign.ValueLayout
import java.nio.channels.FileChannel
import java.nio.file.Files
import java.nio.file.StandardOpenOption

internal class FromBufferTest :
    FunSpec({
        val backend = VectorBackend()

        fun numbers(segment: MemorySegment, count: Int) =
            repeat(count) { segment.set(ValueLayout.JAVA_FLOAT_UNALIGNED, 4L * it, it.toFloat()) }

        test("a value over native memory is that memory") {
            val segment = Arena.ofAuto().allocate(24)
            numbers(segment, 6)
            val value = fromBuffer(segment, DType.F32, Sizes.of(2, 3), backend)
            transpose(value, 0, 1).toFloatArray().toList() shouldBe listOf(0f, 3f, 1f, 4f, 2f, 5f)
            segment.set(ValueLayout.JAVA_FLOAT, 4, 10f)
            (value + value).toFloatArray().toList() shouldBe listOf(0f, 20f, 4f, 6f, 8f, 10f)
            value.addInPlace(1)
            segment.get(ValueLayout.JAVA_FLOAT, 20) shouldBe 6f
        }
        test("any address will do") {
            for (shift in 0L..7L) {
                val segment = Arena.ofAuto().allocate(4 * 100 + 8).asSlice(shift, 4 * 100)
                numbers(segment, 100)
                val value = fromBuffer(segment, DType.F32, Sizes.of(100), backend)
                (value + value).toFloatArray().toList() shouldBe List(100) { 2f * it }
            }
        }
        test("every element type, and none at all") {
            for (dtype in DType.entries) {
                val segment = Arena.ofAuto().allocate(5L * dtype.bytes)
                fromBuffer(segment, dtype, Sizes.of(5), backend).toDoubleArray().toList() shouldBe List(5) { 0.0 }
                fromBuffer(segment.asSlice(0, 0), dtype, Sizes.of(0, 3), backend).elements shouldBe 0
            }
        }
        test("the value keeps the segment, and is not the pool's") {
            val before = backend.memory.live
            val value = fromBuffer(Arena.ofAuto().allocate(1 shl 16).also { numbers(it, 1 shl 14) }, DType.F32, Sizes.of(1 shl 14), backend)
            repeat(3) {
                System.gc()
                Arena.ofAuto().allocate(1 shl 16).fill(-1)
            }
            value.toFloatArray().toList() shouldBe List(1 shl 14) { it.toFloat() }
            backend.memory.live shouldBe before
        }
        test("after the scope or the arena has ended, a sentence") {
            var lost = fromBuffer(Arena.ofAuto().allocate(4), DType.F32, Sizes.of(1), backend)
            scope("block") { lost = fromBuffer(Arena.ofAuto().allocate(4), DType.F32, Sizes.of(1), backend) }
            shouldThrow<ReleasedException> { lost + lost }
            val closed = Arena.ofShared().use { fromBuffer(it.allocate(4), DType.F32, Sizes.of(1), backend) }
            val message =
                "read: a value over a segment was used after the segment's arena was closed\n" +
                    "  hint: call copy() on the value before closing it"
            shouldThrow<ReleasedException> { closed + closed }.message shouldBe message
            shouldThrow<ReleasedException> { closed.toFloatArray() }.message shouldBe message
        }
        test("what cannot be used is refused with a sentence") {
            val segment = Arena.ofAuto().allocate(8)
            shouldThrow<ShapeException> { fromBuffer(segment, DType.F32, Sizes.of(3), backend) }.message shouldBe
                "fromBuffer: 8 bytes given for float32 [3], which has 12"
            shouldThrow<IllegalArgumentException> {
                fromBuffer(MemorySegment.ofArray(FloatArray(2)), DType.F32, Sizes.of(2), backend)
            }.message shouldBe
                "fromBuffer: the segment is on the heap, where the collector moves it: 8 bytes\n  hint: call valueOf, which copies"
            shouldThrow<IllegalArgumentException> { fromBuffer(segment.asReadOnly(), DType.F32, Sizes.of(2), backend) }.message shouldBe
                "fromBuffer: the segment cannot be written, and a write in place would end the process\n" +
                "  hint: map the file with FileChannel.MapMode.PRIVATE"
            val closed = Arena.ofShared().use { it.allocate(8) }
            shouldThrow<IllegalArgumentException> { fromBuffer(closed, DType.F32, Sizes.of(2), backend) }.message shouldBe
                "fromBuffer: the segment's arena was closed"
            segment.set(ValueLayout.JAVA_BYTE, 3, 2)
            shouldThrow<IllegalArgumentException> { fromBuffer(segment, DType.BOOL, Sizes.of(8), backend) }.message shouldBe
                "fromBuffer: element 3 is no bool: 2 is neither 0 nor 1"
        }
        test("a mapped file: writes in place stay in the process") {
            val path = tempdir().toPath().resolve("numbers")
            Files.write(path, ByteArray(4 * 1000))
            val segment =
                FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE).use {
                    it.map(FileChannel.MapMode.PRIVATE, 4, 4 * 999L, Arena.ofAuto())
                }
            val value = fromBuffer(segment, DType.F32, Sizes.of(999), backend)
            value.addInPlace(3)
            value.toFloatArray().toList() shouldBe List(999) { 3f }
            Files.readAllBytes(path).all { it == 0.toByte() } shouldBe true
        }
    })
