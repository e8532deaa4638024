package dev.rankine.ops.plain

import dev.rankine.shapes.DType
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.longs.shouldBeLessThanOrEqual
import io.kotest.matchers.shouldBe
import io.kotest.matchers.types.shouldBeSameInstanceAs
import io.kotest.matchers.types.shouldNotBeSameInstanceAs

/** The pool gives an array back once, to the type and length it has, and never holds more than its limit. */
internal class ArrayPoolTest :
    FunSpec({
        test("an array that came back is given out again, once") {
            val pool = ArrayPool(1 shl 20)
            val array = pool.take(DType.F32, 2048)
            pool.give(DType.F32, array)
            pool.reserved shouldBe 4 * 2048
            pool.take(DType.F32, 2048) shouldBeSameInstanceAs array
            pool.take(DType.F32, 2048) shouldNotBeSameInstanceAs array
            pool.reserved shouldBe 0
        }
        test("types of one array type share arrays, others do not") {
            val pool = ArrayPool(1 shl 20)
            val array = pool.take(DType.F16, 2048)
            pool.give(DType.F16, array)
            (pool.take(DType.I32, 2048) is IntArray) shouldBe true
            pool.take(DType.BF16, 2048) shouldBeSameInstanceAs array
        }
        test("the pool holds no more than its limit") {
            val pool = ArrayPool(64 * 1024)
            for (elements in 1024..9000 step 17) {
                pool.give(DType.F32, FloatArray(elements))
                pool.reserved shouldBeLessThanOrEqual 64 * 1024
            }
        }
        test("an array larger than the limit is not held, and drives nothing out") {
            val pool = ArrayPool(64 * 1024)
            val small = FloatArray(1024)
            pool.give(DType.F32, small)
            pool.give(DType.F32, FloatArray(64 * 1024))
            pool.reserved shouldBe 4 * 1024
            pool.take(DType.F32, 1024) shouldBeSameInstanceAs small
        }
    })
