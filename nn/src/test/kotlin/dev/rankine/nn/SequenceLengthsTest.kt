package dev.rankine.nn

import dev.rankine.ops.Value
import dev.rankine.ops.full
import dev.rankine.ops.manualSeed
import dev.rankine.ops.narrow
import dev.rankine.ops.normal
import dev.rankine.ops.select
import dev.rankine.ops.toDoubleArray
import dev.rankine.ops.valueOf
import dev.rankine.ops.where
import dev.rankine.shapes.Cube
import dev.rankine.shapes.DType
import dev.rankine.shapes.DTypeException
import dev.rankine.shapes.Dyn
import dev.rankine.shapes.ShapeException
import dev.rankine.shapes.Sizes
import dev.rankine.shapes.of
import dev.rankine.tensor.Tensor
import dev.rankine.tensor.normal
import dev.rankine.tensor.typed
import io.kotest.assertions.throwables.shouldThrow
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.shouldBe

private val lengths = listOf(3, 6, 1, 4)

/** What a layer gives for a batch `[N, T, I]` and lengths: the result, and the parts of the final state. */
private typealias Walk = (x: Value, lengths: Value?) -> List<Value>

private fun walks(): Map<String, Walk> {
    val lstm = BidirectionalLSTM(Glyph, Recall, Dyn of 2, layers = 2, batchFirst = true)
    val gru = BidirectionalGRU(Glyph, Recall, layers = 2, batchFirst = true)
    val rnn = BidirectionalRNN(Glyph, Recall, layers = 2, batchFirst = true)
    return mapOf(
        "lstm" to { x, n -> lstm.callWithState(x, null, n).let { (y, state) -> listOf(y, state.first, state.second) } },
        "gru" to { x, n -> gru.callWithState(x, null, n).toList() },
        "rnn" to { x, n -> rnn.callWithState(x, null, n).toList() },
    )
}

internal class SequenceLengthsTest :
    FunSpec({
        manualSeed(21)
        val x = normal(Sizes.of(4, 6, 3))
        val long = valueOf(LongArray(4) { lengths[it].toLong() }, 4)

        for ((name, walk) in walks()) {
            test("$name: a sequence in a batch of several lengths gives what it gives alone, and zeros behind its end") {
                val all = walk(x, long)
                for ((n, length) in lengths.withIndex()) {
                    val alone = walk(narrow(narrow(x, 0, n, 1), 1, 0, length), null)
                    val own = select(all[0], 0, n)
                    close(narrow(own, 0, 0, length).toDoubleArray().toList(), alone[0].toDoubleArray().toList(), 1e-6)
                    narrow(own, 0, length, 6 - length).toDoubleArray().all { it == 0.0 } shouldBe true
                    for (part in 1 until all.size) {
                        close(select(all[part], 1, n).toDoubleArray().toList(), alone[part].toDoubleArray().toList(), 1e-6)
                    }
                }
            }
            test("$name: what stands behind the end does not matter, not even NaN") {
                val beyond = valueOf(BooleanArray(24) { it % 6 < lengths[it / 6] }, 4, 6, 1)
                val filled = where(beyond, x, full(x.sizes, Double.NaN))
                walk(filled, long).map { it.toDoubleArray().toList() } shouldBe walk(x, long).map { it.toDoubleArray().toList() }
            }
            test("$name: all lengths whole are no lengths") {
                val whole = valueOf(LongArray(4) { 6 }, 4)
                walk(x, whole).map { it.toDoubleArray().toList() } shouldBe walk(x, null).map { it.toDoubleArray().toList() }
            }
        }

        test("typed lengths, int32 too") {
            val batch: Tensor<Cube<Stanza, Beat, Glyph>> = normal(Stanza of 2, Beat of 3, Glyph)
            val given = valueOf(intArrayOf(2, 3), 2).typed(Stanza of 2)
            val gru = GRU(Glyph, Recall, batchFirst = true)
            val y: Tensor<Cube<Stanza, Beat, Recall>> = gru(batch, given)
            y.value.toDoubleArray().slice(8..11) shouldBe List(4) { 0.0 }
            gru
                .withState(batch, lengths = given)
                .first.value
                .toDoubleArray()
                .toList() shouldBe y.value.toDoubleArray().toList()
            gru.call(batch.value, given.value).toDoubleArray().toList() shouldBe y.value.toDoubleArray().toList()
        }

        test("lengths that are none are refused") {
            val lstm = LSTM(Glyph, Recall, batchFirst = true)

            fun message(given: Value, input: Value = x): String = shouldThrow<ShapeException> { lstm.call(input, given) }.message!!
            message(valueOf(longArrayOf(1, 2), 2)) shouldBe
                "lstm: needs one length for each of 4 sequences\n  input    [4, 6, 3]\n  lengths  [2]"
            message(valueOf(longArrayOf(6, 6, 0, 6), 4)).lines().first() shouldBe "lstm: a length is not in [1, 6]: 0 at [2]"
            message(valueOf(longArrayOf(6, 7, 6, 6), 4)).lines().first() shouldBe "lstm: a length is not in [1, 6]: 7 at [1]"
            message(valueOf(longArrayOf(6), 1), select(x, 0, 0)) shouldBe "lstm: lengths are those of a batch\n  input  [6, 3]"
            shouldThrow<DTypeException> { lstm.call(x, full(Sizes.of(4), 6.0)) }.message shouldBe
                "lstm: lengths are integers: float32 given\n  hint: convert with to(DType.I64)"
            shouldThrow<DTypeException> { lstm.call(x, valueOf(BooleanArray(4), 4)) }.message!!.lines().first() shouldBe
                "lstm: lengths are integers: ${DType.BOOL} given"
        }
    })
