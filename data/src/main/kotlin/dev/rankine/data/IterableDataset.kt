package dev.rankine.data

import kotlinx.coroutines.flow.Flow
import kotlinx.coroutines.flow.filter
import kotlinx.coroutines.flow.map

/**
 * Examples that come one after another, nobody knows how many: lines of a file larger than memory, records of a queue, examples drawn on the fly.
 * An [IterableLoader] makes batches of them.
 *
 * The flow of an epoch opens what it reads when it is collected, and closes it in a `finally` or a `use`: a collector may end early.
 */
public fun interface IterableDataset<out E> {
    /** The examples of epoch number [epoch], from 0 on: the same for the same number. */
    public fun epoch(epoch: Int): Flow<E>
}

/** The same examples, each as [transform] changes it. */
public fun <E, F> IterableDataset<E>.map(transform: (E) -> F): IterableDataset<F> =
    IterableDataset { epoch -> epoch(epoch).map { transform(it) } }

/** The examples that [predicate] is true of. */
public fun <E> IterableDataset<E>.filter(predicate: (E) -> Boolean): IterableDataset<E> =
    IterableDataset { epoch -> epoch(epoch).filter { predicate(it) } }
