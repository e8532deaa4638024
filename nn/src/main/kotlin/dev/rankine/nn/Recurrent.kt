package dev.rankine.nn

import dev.rankine.ops.Value
import dev.rankine.ops.cat
import dev.rankine.ops.dropout
import dev.rankine.ops.named
import dev.rankine.ops.scope
import dev.rankine.ops.select
import dev.rankine.ops.squeeze
import dev.rankine.ops.stack
import dev.rankine.ops.transpose
import dev.rankine.ops.unsqueeze
import dev.rankine.ops.where
import dev.rankine.ops.zeros
import dev.rankine.shapes.Axis
import dev.rankine.shapes.Cube
import dev.rankine.shapes.Dim
import dev.rankine.shapes.Dyn
import dev.rankine.shapes.ShapeException
import dev.rankine.shapes.Sizes
import dev.rankine.shapes.Vec
import dev.rankine.tensor.Tensor
import dev.rankine.tensor.UncheckedShape
import dev.rankine.tensor.unchecked

/**
 * What walks along sequences and carries a state from step to step: [RNN], [LSTM], [GRU]. `[T, N, I] -> [T, N, O]`, with `N` first if the
 * layer was made with `batchFirst`, or without it. As a [Layer] it gives what its last layer gives at every step, so that it chains with
 * others; `withState` gives the state after the last step too.
 *
 * Sequences of several lengths lie in one batch, filled up at the end with anything: `lstm(x, lengths)`. What comes after the end of a
 * sequence is zeros, final states are those at each sequence's own end, and the reverse direction starts there. PyTorch says this with
 * packed sequences.
 *
 * Names, layouts and first numbers of the weights are PyTorch's: `weight_ih_l0` `[gates * F, I]`, `weight_hh_l0` `[gates * F, H]`, `bias_ih_l0` and
 * `bias_hh_l0`, with `_reverse` for the other direction; uniform in `(-1/sqrt(F), 1/sqrt(F))`, `F` being the units.
 *
 * @param I what goes in.
 * @param H the state.
 * @param O what comes out: [H], or `Plus<H, H>` in two directions.
 */
@OptIn(UncheckedShape::class)
public abstract class Recurrent<I : Dim<*>, H : Dim<*>, O : Dim<*>> internal constructor(
    private val op: String,
    gates: Int,
    final override val inputAxis: Axis<I>,
    internal val stateAxis: Axis<H>,
    final override val outputAxis: Axis<O>,
    internal val settings: RecurrentSettings,
    private val cells: Int? = null,
) : Layer<I, O>() {
    /** How many units there are: as many as numbers in the state, but for a projection behind them. */
    internal val units: Int = cells ?: stateAxis.size

    init {
        if (inputAxis.size < 1 || units < 1 || stateAxis.size < 1) {
            val sizes = listOfNotNull(inputAxis, stateAxis, cells?.let { "$it units" })
            throw ShapeException("$op: input and state need at least one number: ${sizes.joinToString()}")
        }
    }

    /** Layer by layer, the directions of each. */
    private val weights: List<RecurrentWeights> =
        (0 until settings.layers).flatMap { layer ->
            val from = if (layer == 0) inputAxis.size else outputAxis.size
            (if (settings.isBidirectional) listOf("", "_reverse") else listOf("")).map { weights(gates, from, "_l$layer$it") }
        }

    /** The states after every step of [x], `[T, N, *]`, the first of them what the layer gives; [first] are those to start from. */
    internal abstract fun walk(weights: RecurrentWeights, x: Value, first: List<Value>, mask: Value?, reverse: Boolean): List<Value>

    /** The sizes of the last axis of each part of the state. */
    internal open val stateSizes: List<Int> get() = listOf(stateAxis.size)

    override fun forward(x: Value): Value = run(x, null, null).first

    /**
     * What the last layer gives at every step, zeros behind the end of each sequence.
     *
     * @param lengths `[N]`, integers: how many steps each sequence has.
     * @throws ShapeException if sizes do not fit, a length is not in `[1, T]`, or [x] is no batch.
     */
    public fun call(x: Value, lengths: Value): Value = scope(word) { run(x, null, lengths).first }

    /** As [call]: `[N, T, I] [N] -> [N, T, O]`. Throws [ShapeException] if the batch is not first, or a length is not in `[1, T]`. */
    @JvmName("invokeLengths")
    public operator fun <N : Dim<*>, T : Dim<*>> invoke(x: Tensor<Cube<N, T, I>>, lengths: Tensor<Vec<N>>): Tensor<Cube<N, T, O>> {
        batchIsFirst(x)
        return call(x.value, lengths.value).unchecked()
    }

    override fun details(): String = "${text(inputAxis)} -> ${text(stateAxis)}${unitsText()}$settings"

    /** The result, and the parts of the final state: `[layers * directions, N, *]`. */
    internal fun run(x: Value, state: List<Value>?, lengths: Value?): Pair<Value, List<Value>> {
        checkInput(x)
        val alone = x.rank == 2
        if (alone && lengths != null) throw ShapeException("$op: lengths are those of a batch", listOf("input" to x.sizes))
        val sequences =
            if (alone) {
                unsqueeze(x, 1)
            } else if (settings.batchFirst) {
                transpose(x, 0, 1)
            } else {
                x
            }
        val mask = lengths?.let { sequenceMask(op, it, sequences) }
        val given = state?.let { checkedState(it, x, alone, sequences.sizes[1]) }
        val finals = List(stateSizes.size) { ArrayList<Value>() }
        var below = if (mask == null) sequences else where(unsqueeze(mask, 2), sequences, 0)
        val directions = settings.states / settings.layers
        for (layer in 0 until settings.layers) {
            if (layer > 0) below = dropout(below, settings.dropout, isTraining)
            val results =
                List(directions) { direction ->
                    val i = layer * directions + direction
                    val first = stateSizes.indices.map { given?.get(it)?.let { all -> select(all, 0, i) } ?: zeroState(sequences, it) }
                    val walked = walk(weights[i], below, first, mask, reverse = direction == 1)
                    walked.forEachIndexed { part, all -> finals[part].add(select(all, 0, if (direction == 1) 0 else all.sizes[0] - 1)) }
                    walked[0]
                }
            below = if (directions == 1) results[0] else cat(results, 2)
        }
        val y = if (mask == null) below else where(unsqueeze(mask, 2), below, 0)
        val result =
            if (alone) {
                squeeze(y, 1)
            } else if (settings.batchFirst) {
                transpose(y, 0, 1)
            } else {
                y
            }
        val axes = Array(x.rank) { if (it == x.rank - 1) outputAxis else x.sizes.axis(it) }
        return result.named(result.sizes.withAxes(axes)) to finals.map { if (alone) squeeze(stack(it), 1) else stack(it) }
    }

    /** Names the axes of a final [state] of the batch [x]: `[layers * directions, N, last]`. */
    internal fun namedState(state: Value, x: Value, last: Axis<*>): Value {
        val batch = if (x.rank == 2) emptyList() else listOf(x.sizes.axis(if (settings.batchFirst) 0 else 1))
        return state.named(state.sizes.withAxes((listOf(null) + batch + last).toTypedArray()))
    }

    internal fun batchIsFirst(x: Tensor<*>) {
        if (!settings.batchFirst) {
            throw ShapeException(
                "$op: typed states and lengths need the batch first",
                listOf("input" to x.sizes),
                "make the layer with `batchFirst = true`, or call `callWithState`",
            )
        }
    }

    private fun weights(gates: Int, from: Int, name: String): RecurrentWeights {
        val all = gates * units

        fun weight(word: String, vararg sizes: Int) = addParameter("$word$name", uniformFanIn(Sizes.of(*sizes), units))
        return RecurrentWeights(
            weight("weight_ih", all, from),
            weight("weight_hh", all, stateAxis.size),
            if (settings.bias) weight("bias_ih", all) else null,
            if (settings.bias) weight("bias_hh", all) else null,
            if (cells != null) weight("weight_hr", stateAxis.size, units) else null,
        )
    }

    private fun zeroState(sequences: Value, part: Int): Value =
        zeros(Sizes.of(sequences.sizes[1], stateSizes[part]), weights[0].dtype, sequences.backend)

    private fun checkInput(x: Value) {
        if (x.rank !in 2..3) throw ShapeException("$op: needs two axes or three: ${x.rank} given", listOf("input" to x.sizes))
        if (x.sizes[-1] != inputAxis.size) {
            throw ShapeException("$op: the last axis is not what the layer takes: ${x.sizes[-1]} != $inputAxis", listOf("input" to x.sizes))
        }
    }

    private fun checkedState(state: List<Value>, x: Value, alone: Boolean, batch: Int): List<Value> =
        state.mapIndexed { part, value ->
            val sizes = listOfNotNull(settings.states, batch.takeIf { !alone }, stateSizes[part])
            if (value.sizes.toList() != sizes) {
                val word = if (part == 0) "state" else "cells"
                throw ShapeException(
                    "$op: the $word to start from ${if (word == "cells") "are" else "is"} not $sizes",
                    listOf("input" to x.sizes, word to value.sizes),
                )
            }
            if (alone) unsqueeze(value, 1) else value
        }

    private fun text(axis: Axis<*>): String = if (axis.dim === Dyn) "${axis.size}" else "${axis.dim} = ${axis.size}"

    private fun unitsText(): String = if (cells != null) " of $cells units" else ""
}
