package dev.rankine.data

import dev.rankine.data.drawn.SplitMix64
import dev.rankine.ops.Backends
import dev.rankine.ops.Generator
import dev.rankine.ops.Scope
import dev.rankine.ops.on
import dev.rankine.ops.scopeToJoin
import kotlinx.coroutines.CoroutineDispatcher
import kotlinx.coroutines.flow.Flow
import kotlinx.coroutines.flow.drop
import kotlinx.coroutines.flow.emitAll
import kotlinx.coroutines.flow.flow
import kotlinx.coroutines.flow.withIndex

/**
 * The examples of an [IterableDataset] in batches. What it holds in memory does not depend on how many examples there are: at most
 * [shuffleBuffer] of them, and [prefetch] batches.
 *
 * The batches depend on [seed] and the number of the epoch alone, bit for bit the same whatever the number of [workers].
 *
 * @property dataset where the examples come from; it is read by one coroutine.
 * @property batchSize how many examples a batch has; the last of an epoch may have fewer.
 * @property shuffleBuffer among how many examples the next one is drawn; with 0 they keep their order.
 * @property seed what order and random draws of [collate] depend on; unless given, 0 or the seed of [dev.rankine.ops.seedAll].
 * @property dropLast whether a last batch that is smaller than [batchSize] is left out.
 * @property workers how many coroutines make batches of examples at once.
 * @property prefetch how many batches are prepared ahead.
 * @param dispatcher where they are prepared: on the threads of the backend if it is null.
 * @param collate makes a batch of examples.
 * @throws IllegalArgumentException if [batchSize] or [workers] is below 1, [shuffleBuffer] is negative, or [prefetch] is less than [workers].
 */
public class IterableLoader<E, B>(
    public val dataset: IterableDataset<E>,
    public val batchSize: Int,
    public val shuffleBuffer: Int = 0,
    public val seed: Long = Generator.defaultSeed,
    public val dropLast: Boolean = false,
    public val workers: Int = 1,
    public val prefetch: Int = 2 * workers,
    private val dispatcher: CoroutineDispatcher? = null,
    private val collate: Collate<E, B>,
) {
    init {
        require(batchSize >= 1) { "iterable loader: a batch needs at least one example: batchSize $batchSize" }
        require(shuffleBuffer >= 0) { "iterable loader: the number of examples to draw from is negative: shuffleBuffer $shuffleBuffer" }
        require(workers >= 1) { "iterable loader: batches need at least one worker: workers $workers" }
        require(prefetch >= workers) { "iterable loader: each worker prepares a batch ahead: workers $workers, prefetch $prefetch" }
    }

    /**
     * The batches of epoch number [epoch] (any number from 0), from batch number [from] on: those before it are read, but not made. Reader and workers
     * wait when [prefetch] batches are ready and end with the collector, which also receives what they throw, after the batches before it.
     *
     * @throws IllegalArgumentException if [epoch] or [from] is negative.
     */
    public fun epoch(epoch: Int, from: Int = 0): Flow<B> = prepared(epoch, from, {}) { it() }

    /**
     * The same batches as [epoch] gives, each with the scope that owns what was allocated for it; see [DataLoader.scopedEpoch].
     *
     * @throws IllegalArgumentException if [epoch] or [from] is negative.
     */
    public fun scopedEpoch(epoch: Int, from: Int = 0): Flow<Pair<B, Scope>> =
        prepared(epoch, from, { it.second.discard() }) { scopeToJoin("batch") { it() } }

    private fun <T> prepared(epoch: Int, from: Int, drop: (T) -> Unit, make: (() -> B) -> T): Flow<T> {
        require(epoch >= 0) { "iterable loader: epochs count from 0: $epoch" }
        require(from >= 0) { "iterable loader: batches count from 0: $from" }
        return flow {
            val backend = Backends.current
            val key = SplitMix64(seed, epoch.toLong()).next()
            val examples = dataset.epoch(epoch).shuffled(shuffleBuffer, SplitMix64(seed, epoch.toLong()))
            val batches = examples.chunks(batchSize, dropLast).withIndex().drop(from)
            val made =
                batches.mapInOrder(workers, prefetch, dispatcher ?: backend.dispatcher, drop) { (number, examples) ->
                    on(backend) { make { seeded(SplitMix64(key, number.toLong()).next()) { collate.collate(examples) } } }
                }
            emitAll(made)
        }
    }
}

private fun <E> Flow<E>.chunks(size: Int, dropLast: Boolean): Flow<List<E>> {
    val examples = this
    return flow {
        var chunk = ArrayList<E>(size)
        examples.collect {
            chunk.add(it)
            if (chunk.size == size) emit(chunk.also { chunk = ArrayList(size) })
        }
        if (chunk.isNotEmpty() && !dropLast) emit(chunk)
    }
}

/** Each next example is drawn from [size] that are held; it makes room for the next of this flow. */
private fun <E> Flow<E>.shuffled(size: Int, random: SplitMix64): Flow<E> {
    if (size == 0) return this
    val examples = this
    return flow {
        val held = ArrayList<E>()
        examples.collect { example ->
            if (held.size < size) {
                held.add(example)
            } else {
                val place = random.below(size)
                emit(held[place].also { held[place] = example })
            }
        }
        while (held.isNotEmpty()) {
            val last = held.removeAt(held.size - 1)
            val place = random.below(held.size + 1)
            emit(if (place == held.size) last else held[place].also { held[place] = last })
        }
    }
}
