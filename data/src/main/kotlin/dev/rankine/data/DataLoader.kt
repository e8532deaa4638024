package dev.rankine.data

import dev.rankine.data.drawn.SplitMix64
import dev.rankine.ops.Backends
import dev.rankine.ops.Generator
import dev.rankine.ops.GeneratorState
import dev.rankine.ops.Scope
import dev.rankine.ops.on
import dev.rankine.ops.scopeToJoin
import kotlinx.coroutines.CoroutineDispatcher
import kotlinx.coroutines.flow.Flow
import kotlinx.coroutines.flow.asFlow
import kotlinx.coroutines.flow.emitAll
import kotlinx.coroutines.flow.flow

/**
 * The examples of a [Dataset] in batches, in a new order each epoch.
 *
 * The order depends on a seed and the number of the epoch alone, and what a dataset draws from [Generator.current] for a batch on [seed], epoch and
 * number of the batch. So the place in a run is two numbers: `epoch(3, from = 17)` goes on exactly where a run stopped, and the batches are the
 * same, bit for bit, whatever the number of [workers].
 *
 * @property dataset where the examples come from.
 * @property batchSampler which examples each batch has.
 * @property seed what random draws of the dataset depend on; unless given, 0 or the seed of [dev.rankine.ops.seedAll].
 * @property workers how many coroutines make batches at once.
 * @property prefetch how many batches [epoch] prepares ahead; with 0 a batch is made when it is asked for.
 * @param dispatcher where they are prepared: on the threads of the backend if it is null.
 * @throws IllegalArgumentException if [prefetch] is negative, or fewer than the [workers].
 */
public class DataLoader<B>(
    public val dataset: Dataset<B>,
    public val batchSampler: BatchSampler,
    public val seed: Long = Generator.defaultSeed,
    public val workers: Int = 1,
    public val prefetch: Int = 2 * workers,
    private val dispatcher: CoroutineDispatcher? = null,
) {
    /**
     * Batches of [batchSize] examples, each example once in an epoch.
     *
     * @param shuffle whether every epoch has an order of its own; else it is the dataset's order.
     * @param seed what the orders and random draws of the dataset depend on; unless given, 0 or the seed of [dev.rankine.ops.seedAll].
     * @param dropLast whether a last batch that is smaller than [batchSize] is left out.
     * @throws IllegalArgumentException if [batchSize] is below 1, or a number of the primary constructor is out of range.
     */
    public constructor(
        dataset: Dataset<B>,
        batchSize: Int,
        shuffle: Boolean = false,
        seed: Long = Generator.defaultSeed,
        dropLast: Boolean = false,
        workers: Int = 1,
        prefetch: Int = 2 * workers,
        dispatcher: CoroutineDispatcher? = null,
    ) : this(dataset, inOrder(dataset, shuffle, seed).batches(batchSize, dropLast), seed, workers, prefetch, dispatcher)

    /**
     * Batches of [batchSize] examples in the order of [sampler].
     *
     * @param seed what random draws of the dataset depend on.
     * @param dropLast whether a last batch that is smaller than [batchSize] is left out.
     * @throws IllegalArgumentException if [batchSize] is below 1, or a number of the primary constructor is out of range.
     */
    public constructor(
        dataset: Dataset<B>,
        batchSize: Int,
        sampler: Sampler,
        seed: Long = Generator.defaultSeed,
        dropLast: Boolean = false,
        workers: Int = 1,
        prefetch: Int = 2 * workers,
        dispatcher: CoroutineDispatcher? = null,
    ) : this(dataset, sampler.batches(batchSize, dropLast), seed, workers, prefetch, dispatcher)

    init {
        require(workers >= 1) { "data loader: batches need at least one worker: workers $workers" }
        require(prefetch >= 0) { "data loader: prefetch cannot be negative: $prefetch" }
        require(prefetch >= workers || (prefetch == 0 && workers == 1)) {
            "data loader: each worker prepares a batch ahead: workers $workers, prefetch $prefetch"
        }
    }

    /** How many examples a batch has; some may have fewer. */
    public val batchSize: Int by lazy { batchSampler.batchSize }

    /** How many batches an epoch has. */
    public val batches: Int get() = batchSampler.batches

    /** How many examples an epoch has. */
    public val examples: Int by lazy { batchSampler.examplesBefore(batches) }

    /** How many examples batch number [batch] of an epoch has. */
    public fun size(batch: Int): Int = batchSampler.size(batch)

    /**
     * The batches of epoch number [epoch] (any number from 0), from batch number [from] on, prepared ahead by [workers] coroutines that wait
     * when [prefetch] batches are ready. They end with the collector, which also receives what the dataset throws, after the batches before it.
     * Batches are made on the backend that is current where the flow is collected.
     *
     * @throws IllegalArgumentException if [epoch] or [from] is out of range.
     */
    public fun epoch(epoch: Int, from: Int = 0): Flow<B> {
        val order = order(epoch, from)
        return prepared(from, {}) { make(order, epoch, it) }
    }

    /**
     * The same batches as [epoch] gives, each with the scope that owns what was allocated for it: where the batch is used in a scope, [Scope.join] lets
     * it end with that one. What was prepared and does not reach the flow's collector ends with the flow; a collector that wants no more of what it
     * received calls [Scope.discard]. Batches of [epoch] are left to the garbage collector.
     *
     * @throws IllegalArgumentException if [epoch] or [from] is out of range.
     */
    public fun scopedEpoch(epoch: Int, from: Int = 0): Flow<Pair<B, Scope>> {
        val order = order(epoch, from)
        return prepared(from, { it.second.discard() }) { scopeToJoin("batch") { make(order, epoch, it) } }
    }

    /**
     * The same batches as [epoch] gives, each made on the calling thread when it is asked for: for code without coroutines.
     *
     * @throws IllegalArgumentException if [epoch] or [from] is out of range.
     */
    public fun sequence(epoch: Int, from: Int = 0): Sequence<B> {
        val order = order(epoch, from)
        return (from until batches).asSequence().map { make(order, epoch, it) }
    }

    private fun <T> prepared(from: Int, drop: (T) -> Unit, make: (Int) -> T): Flow<T> =
        flow {
            if (prefetch == 0) {
                for (batch in from until batches) emit(make(batch))
            } else {
                val backend = Backends.current
                val numbers = (from until batches).asFlow()
                emitAll(numbers.mapInOrder(workers, prefetch, dispatcher ?: backend.dispatcher, drop) { on(backend) { make(it) } })
            }
        }

    private fun order(epoch: Int, from: Int): List<IntArray> {
        require(epoch >= 0) { "data loader: epochs count from 0: $epoch" }
        require(from in 0..batches) { "data loader: there is no such batch: $from is not in 0..$batches" }
        return batchSampler.epoch(epoch)
    }

    private fun make(order: List<IntArray>, epoch: Int, batch: Int): B {
        val wrong = order[batch].firstOrNull { it !in 0 until dataset.size }
        require(wrong == null) { "data loader: the sampler asks for an example that is not there: $wrong is not in 0..${dataset.size - 1}" }
        val key = SplitMix64(SplitMix64(seed, epoch.toLong()).next(), batch.toLong()).next()
        return seeded(key) { dataset.batch(order[batch]) }
    }
}

private fun inOrder(dataset: Dataset<*>, shuffle: Boolean, seed: Long): Sampler =
    if (shuffle) RandomSampler(dataset.size, seed) else SequentialSampler(dataset.size)

/** Runs [block] with the generator of this thread at the start of [key]; afterwards it is where it was. */
internal inline fun <T> seeded(key: Long, block: () -> T): T {
    val generator = Generator.current
    val before = generator.state
    generator.state = GeneratorState(key, 0)
    try {
        return block()
    } finally {
        generator.state = before
    }
}
