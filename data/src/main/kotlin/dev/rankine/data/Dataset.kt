package dev.rankine.data

/**
 * Examples that are fetched by number, several at a time.
 *
 * A [DataLoader] calls [batch] from a thread of its own while the model learns from the batch before: an implementation must give the same batch
 * for the same numbers, whatever the thread, and must be safe to call while nobody changes it.
 *
 * @param B what a batch is: [Labelled], a tensor, or a class of your own.
 */
public interface Dataset<out B> {
    /** How many examples there are. */
    public val size: Int

    /** The examples with the given numbers, in that order; each number is in `0 until size`, and may stand more than once. */
    public fun batch(indices: IntArray): B
}
