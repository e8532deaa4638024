package dev.rankine.kernels

import dev.rankine.ops.addInPlace
import dev.rankine.ops.exp
import dev.rankine.ops.full
import dev.rankine.ops.matmul
import dev.rankine.ops.plus
import dev.rankine.ops.scope
import dev.rankine.ops.valueOf
import dev.rankine.shapes.DType
import dev.rankine.shapes.Sizes
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.shouldBe

internal class MemoryByOpTest :
    FunSpec({
        test("storages note the op that filled them, while that is asked for") {
            val memory = Memory(64L shl 20)
            val backend = VectorBackend(LaneLoader.natural(), "vector", memory)
            val unknown = valueOf(FloatArray(100), DType.F32, Sizes.of(100), backend)
            memory.byOp() shouldBe mapOf("other" to MemoryUse(448, 1))
            memory.tracking = true
            val x = valueOf(FloatArray(1024), DType.F32, Sizes.of(32, 32), backend)
            val kept =
                scope {
                    val sums = listOf(x + x, x + x)
                    matmul(exp(x), x)
                    sums
                }
            val y = matmul(x, x)
            y.addInPlace(x)
            memory.byOp().toList() shouldBe
                listOf(
                    "add" to MemoryUse(3 * 4096, 3),
                    "valueOf" to MemoryUse(4096, 1),
                    "other" to MemoryUse(448, 1),
                )
            memory.tracking = false
            val z = x + full(Sizes.SCALAR, 1.0, DType.F32, backend)
            memory.byOp().getValue("add").storages shouldBe 3
            listOf(unknown, x, y, z, kept[0]).all { it.backend === backend } shouldBe true
        }
    })
