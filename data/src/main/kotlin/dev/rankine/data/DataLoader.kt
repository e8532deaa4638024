package dev.rankine.data

import dev.rankine.ops.Backends
import dev.rankine.ops.Generator
import dev.rankine.ops.Scope
import dev.rankine.ops.on
import dev.rankine.ops.scopeToJoin
import kotlinx.coroutines.CancellationException
import kotlinx.coroutines.CoroutineDispatcher
import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.channels.Channel
import kotlinx.coroutines.coroutineScope
import kotlinx.coroutines.flow.Flow
import kotlinx.coroutines.flow.flow
import kotlinx.coroutines.job
import kotlinx.coroutines.launch

/**
 * The examples of a [Dataset] in batches, in a new order each epoch.
 *
 * The order depends on [seed] and the number of the epoch alone. So the place in a run is two numbers, epoch and batch:
 * `epoch(3, from = 17)` goes on exactly where a run stopped.
 *
 * @property dataset where the examples come from.
 * @property batchSize how many examples a batch has; the last of an epoch may have fewer.
 * @property shuffle whether every epoch has an order of its own; else it is the dataset's order.
 * @property seed what the orders depend on; unless given, 0 or the seed of [dev.rankine.ops.seedAll].
 * @property dropLast whether a last batch that is smaller than [batchSize] is left out.
 * @property prefetch how many batches [epoch] prepares ahead; with 0 a batch is made when it is asked for.
 * @param dispatcher where they are prepared: on the threads of the backend if it is null.
 * @throws IllegalArgumentException if [batchSize] is below 1 or [prefetch] is negative.
 */
public class DataLoader<B>(
    public val dataset: Dataset<B>,
    public val batchSize: Int,
    public val shuffle: Boolean = false,
    public val seed: Long = Generator.defaultSeed,
    public val dropLast: Boolean = false,
    public val prefetch: Int = 2,
    private val dispatcher: CoroutineDispatcher? = null,
) {
    init {
        require(batchSize >= 1) { "data loader: a batch needs at least one example: batchSize $batchSize" }
        require(prefetch >= 0) { "data loader: prefetch cannot be negative: $prefetch" }
    }

    /** How many batches an epoch has. */
    public val batches: Int get() =
        if (dropLast) {
            dataset.size / batchSize
        } else {
            (dataset.size.toLong() + batchSize - 1)
                .div(
                    batchSize,
                ).toInt()
        }

    /** How many examples an epoch has. */
    public val examples: Int get() = if (dropLast) batches * batchSize else dataset.size

    /** How many examples batch number [batch] of an epoch has. */
    public fun size(batch: Int): Int = minOf(batchSize, examples - batch * batchSize)

    /**
     * The batches of epoch number [epoch] (any number from 0), from batch number [from] on, prepared ahead by a coroutine that waits
     * when [prefetch] batches are ready. It ends with the collector, which also receives what the dataset throws.
     * Batches are made on the backend that is current where the flow is collected.
     *
     * @throws IllegalArgumentException if [epoch] or [from] is out of range.
     */
    public fun epoch(epoch: Int, from: Int = 0): Flow<B> {
        val order = order(epoch, from)
        return prepared(from) { make(order, it) }
    }

    /**
     * The same batches as [epoch] gives, each with the scope that owns what was allocated for it: where the batch is used in a scope, [Scope.join] lets
     * it end with that one. Batches of [epoch] are left to the collector.
     *
     * @throws IllegalArgumentException if [epoch] or [from] is out of range.
     */
    public fun scopedEpoch(epoch: Int, from: Int = 0): Flow<Pair<B, Scope>> {
        val order = order(epoch, from)
        return prepared(from) { scopeToJoin("batch") { make(order, it) } }
    }

    private fun <T> prepared(from: Int, make: (Int) -> T): Flow<T> =
        flow {
            if (prefetch == 0) {
                for (batch in from until batches) emit(make(batch))
            } else {
                val backend = Backends.current
                coroutineScope {
                    val ready = Channel<T>(prefetch - 1)
                    // a context of its own: scopes and settings of the collector's thread must not be shared with another thread
                    CoroutineScope(coroutineContext.job + (dispatcher ?: backend.dispatcher)).launch {
                        passing(ready) { for (batch in from until batches) ready.send(on(backend) { make(batch) }) }
                    }
                    for (batch in ready) emit(batch)
                }
            }
        }

    /**
     * The same batches as [epoch] gives, each made on the calling thread when it is asked for: for code without coroutines.
     *
     * @throws IllegalArgumentException if [epoch] or [from] is out of range.
     */
    public fun sequence(epoch: Int, from: Int = 0): Sequence<B> {
        val order = order(epoch, from)
        return (from until batches).asSequence().map { make(order, it) }
    }

    private fun order(epoch: Int, from: Int): IntArray {
        require(epoch >= 0) { "data loader: epochs count from 0: $epoch" }
        require(from in 0..batches) { "data loader: there is no such batch: $from is not in 0..$batches" }
        return if (shuffle) shuffled(dataset.size, seed, epoch) else IntArray(dataset.size) { it }
    }

    private fun make(order: IntArray, batch: Int): B {
        val from = batch * batchSize
        return dataset.batch(order.copyOfRange(from, from + size(batch)))
    }

    /** Runs [produce] and closes [ready]: with what it throws, so that the consumer gets the batches before the failure, then the failure. */
    private suspend fun passing(ready: Channel<*>, produce: suspend () -> Unit) {
        try {
            produce()
            ready.close()
        } catch (stopped: CancellationException) {
            ready.close(stopped)
            throw stopped
        } catch (failure: Throwable) {
            ready.close(failure)
        }
    }
}
