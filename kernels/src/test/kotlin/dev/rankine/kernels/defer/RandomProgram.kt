package dev.rankine.kernels.defer

import dev.rankine.autodiff.backward
import dev.rankine.conformance.HostData
import dev.rankine.ops.Backend
import dev.rankine.ops.Slot
import dev.rankine.ops.Value
import dev.rankine.ops.abs
import dev.rankine.ops.addInPlace
import dev.rankine.ops.and
import dev.rankine.ops.broadcastTo
import dev.rankine.ops.copyFrom
import dev.rankine.ops.detach
import dev.rankine.ops.div
import dev.rankine.ops.exp
import dev.rankine.ops.gelu
import dev.rankine.ops.gradient
import dev.rankine.ops.gt
import dev.rankine.ops.keep
import dev.rankine.ops.leakyRelu
import dev.rankine.ops.maximum
import dev.rankine.ops.mean
import dev.rankine.ops.minus
import dev.rankine.ops.mulInPlace
import dev.rankine.ops.neg
import dev.rankine.ops.noGrad
import dev.rankine.ops.not
import dev.rankine.ops.on
import dev.rankine.ops.plus
import dev.rankine.ops.relu
import dev.rankine.ops.requireGradient
import dev.rankine.ops.scope
import dev.rankine.ops.sigmoid
import dev.rankine.ops.slice
import dev.rankine.ops.softplus
import dev.rankine.ops.sqrt
import dev.rankine.ops.square
import dev.rankine.ops.sum
import dev.rankine.ops.tanh
import dev.rankine.ops.times
import dev.rankine.ops.to
import dev.rankine.ops.transpose
import dev.rankine.ops.valueOf
import dev.rankine.ops.where
import dev.rankine.shapes.DType
import dev.rankine.shapes.RankineException
import dev.rankine.shapes.Sizes
import java.util.Random

/**
 * A program that [seed] chooses: chains, views, writes in place, scopes, reductions, backward, reads. What it does depends on the seed and on
 * sizes and types only, so that it is the same on every backend.
 *
 * @property sizes of most values: two axes.
 */
internal class RandomProgram(seed: Int, private val sizes: Sizes, private val backend: Backend) {
    private val random = Random(seed.toLong())
    private var values = ArrayList<Value>()
    private val leaves = ArrayList<Value>()
    private val slot = Slot()
    private val found = ArrayList<String>()
    private val reads = ArrayList<HostData>()

    /** All that was read, in order. */
    val numbers: List<HostData> get() = reads

    /** What was done, with the errors. */
    val steps: List<String> get() = found

    fun run(length: Int): RandomProgram {
        on(backend) {
            repeat(3) { values.add(fresh(sizes)) }
            values.add(fresh(Sizes.of(sizes[1])))
            values.add(fresh(Sizes.of(sizes[0], 1)))
            if (random.nextInt(3) > 0) repeat(2) { leaves.add(fresh(sizes).requireGradient()) }
            values.addAll(leaves)
            repeat(length) { step(2) }
            values.forEach(::read)
            leaves.forEach { leaf -> leaf.gradient?.let(::read) }
            slot.value?.let(::read)
        }
        return this
    }

    private fun step(depth: Int) {
        val kind = random.nextInt(100)
        try {
            when {
                kind < 60 -> add(map())
                kind < 66 -> add(view())
                kind < 72 -> add(reduction())
                kind < 78 -> write()
                kind < 84 -> read(pick())
                kind < 86 -> values.removeAt(random.nextInt(values.size)).let { if (values.isEmpty()) values.add(it) }
                kind < 91 && depth > 0 -> inScope(depth)
                kind < 93 -> slot.value = pick()
                kind < 95 -> add(noGrad { map() })
                kind < 97 -> backward()
                else -> add(pick().detach())
            }
        } catch (e: RankineException) {
            found.add("$kind ${e.message}")
        }
    }

    private fun add(value: Value) {
        found.add("$value")
        values.add(value)
    }

    private fun inScope(depth: Int) {
        val before = ArrayList(values)
        val kept = ArrayList<Value>()
        val returned =
            scope("part $depth") {
                repeat(1 + random.nextInt(6)) { step(depth - 1) }
                if (random.nextBoolean()) kept.add(pick().keep())
                listOf(pick(), pick())
            }
        values = ArrayList(before)
        values.addAll(kept)
        values.addAll(returned)
    }

    private fun backward() {
        val loss = values.lastOrNull { it.requiresGradient && it.dtype == DType.F32 } ?: return
        mean(loss).backward()
    }

    private fun write() {
        val target = pick()
        val other = pick()
        val how = random.nextInt(4)
        noGrad {
            when (how) {
                0 -> target.addInPlace(other)
                1 -> target.mulInPlace(0.5)
                2 -> target.copyFrom(tanh(floating(other)))
                else -> target.addInPlace(floating(other) * floating(target) + 0.25)
            }
        }
    }

    private fun view(): Value {
        val x = pick()
        return when {
            x.rank == 2 && random.nextBoolean() -> transpose(transpose(x, 0, 1) * 1, 0, 1)
            x.rank == 2 && x.sizes[0] > 1 -> broadcastTo(slice(x, 0, 1, 2), x.sizes)
            x.rank > 0 && x.sizes[0] > 2 -> slice(x, 0, null, null, -1)
            else -> broadcastTo(x, if (x.sizes == Sizes.SCALAR) sizes else x.sizes)
        }
    }

    private fun reduction(): Value {
        val x = floating(pick())
        return when (random.nextInt(if (x.rank == 2) 5 else 2)) {
            0 -> sum(x)
            1 -> mean(x)
            2 -> sum(x, listOf(1))
            3 -> sum(x, listOf(0))
            else -> mean(x, listOf(1), keepDim = true)
        }
    }

    private fun map(): Value {
        val x = floating(pick())
        val y = floating(pick())
        return when (random.nextInt(20)) {
            0 -> x + y
            1 -> x * y
            2 -> x - y
            3 -> x / (abs(y) + 1.0)
            4 -> maximum(x, y)
            5 -> x * 0.75
            6 -> 0.5 - x
            7 -> tanh(x)
            8 -> sigmoid(x)
            9 -> relu(x)
            10 -> exp(neg(abs(x)))
            11 -> sqrt(abs(x))
            12 -> gelu(x)
            13 -> leakyRelu(x, 0.01 * random.nextInt(9))
            14 -> softplus(x)
            15 -> square(x) - x
            16 -> where(x gt y, x, neg(y))
            17 -> where(!((x gt 0.1) and (y gt x)), y, x)
            18 -> to(x gt y, x.dtype) * x
            else -> to(to(x, if (random.nextBoolean()) DType.F64 else DType.BF16) * 2.0, x.dtype)
        }
    }

    private fun floating(x: Value): Value = if (x.dtype == DType.F32 || x.dtype == DType.F64) x else to(x, DType.F32)

    private fun pick(): Value =
        values[
            if (random.nextInt(3) >
                0
            ) {
                maxOf(0, values.size - 1 - random.nextInt(4))
            } else {
                random.nextInt(values.size)
            },
        ]

    private fun read(value: Value) {
        try {
            reads.add(HostData.of(value))
        } catch (e: RankineException) {
            found.add("read ${e.message}")
        }
    }

    private fun fresh(sizes: Sizes): Value = valueOf(FloatArray(sizes.elements) { random.nextFloat() * 4 - 2 }, DType.F32, sizes)
}
