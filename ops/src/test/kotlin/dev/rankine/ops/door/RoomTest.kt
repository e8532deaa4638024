package dev.rankine.ops.door

import dev.rankine.ops.OutOfStorageException
import dev.rankine.ops.addInPlace
import dev.rankine.ops.ones
import dev.rankine.ops.plain.PlainBackend
import dev.rankine.ops.toDoubleArray
import dev.rankine.ops.valueOf
import dev.rankine.ops.zeros
import dev.rankine.shapes.DType
import dev.rankine.shapes.DTypeException
import dev.rankine.shapes.Sizes
import io.kotest.assertions.throwables.shouldThrow
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.shouldBe
import io.kotest.matchers.string.shouldEndWith
import io.kotest.matchers.string.shouldStartWith

internal class RoomTest :
    FunSpec({
        test("what no heap can hold is a sentence, and work goes on") {
            // one array takes fewer than 2 to the power of 31 elements on every virtual machine
            val said = shouldThrow<OutOfStorageException> { zeros(Sizes.of(Int.MAX_VALUE), DType.F64, PlainBackend()) }.message!!
            said shouldStartWith "plain: no room for 2147483647 elements of float64: 16383 MiB wanted, the heap grows to "
            said shouldEndWith " MiB\n  hint: use smaller batches, or give Java more with -Xmx"
            ones(Sizes.of(2)).toDoubleArray().toList() shouldBe listOf(1.0, 1.0)
        }
        test("elements in the wrong array") {
            shouldThrow<DTypeException> { valueOf(doubleArrayOf(1.0), DType.F32, Sizes.of(1)) }.message shouldBe
                "valueOf: float32 elements come in a float[]: double[] given"
        }
        test("in place, a bool takes no numbers, and an integer no fractions") {
            shouldThrow<DTypeException> { valueOf(booleanArrayOf(true), 1).addInPlace(valueOf(intArrayOf(3), 1)) }.message shouldBe
                "add in place: int32 cannot be stored in bool\n  hint: use the op that gives a new value"
            shouldThrow<DTypeException> { valueOf(intArrayOf(3), 1).addInPlace(0.5) }.message shouldBe
                "add in place: float32 cannot be stored in int32\n  hint: use the op that gives a new value"
        }
    })
