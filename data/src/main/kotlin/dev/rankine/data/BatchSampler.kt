package dev.rankine.data

/**
 * Which examples every batch of an epoch has.
 *
 * The numbers depend on that of the epoch alone, and how many batches there are and how many examples each has is the same in every epoch: the place in a
 * run is then two numbers, epoch and batch.
 */
public interface BatchSampler {
    /** How many batches an epoch has. */
    public val batches: Int

    /** How many examples batch number [batch] has. */
    public fun size(batch: Int): Int

    /** How many examples the largest batch has; a loader asks once. */
    public val batchSize: Int get() = (0 until batches).maxOfOrNull(::size) ?: 0

    /** How many examples the first [batch] batches have together; a loader asks once, for all. */
    public fun examplesBefore(batch: Int): Int = (0 until batch).sumOf(::size)

    /** The numbers of the examples of each batch of epoch number [epoch], from 0 on. */
    public fun epoch(epoch: Int): List<IntArray>

    /** What the numbers depend on, by name; see [Sampler.settings]. */
    public val settings: Map<String, Any> get() = mapOf("sampler" to javaClass.name)
}

/**
 * Batches of [batchSize] examples in the order of this sampler.
 *
 * @param dropLast whether a last batch that is smaller is left out.
 * @throws IllegalArgumentException if [batchSize] is below 1.
 */
@JvmOverloads
public fun Sampler.batches(batchSize: Int, dropLast: Boolean = false): BatchSampler = Chunks(this, batchSize, dropLast)

private class Chunks(private val sampler: Sampler, override val batchSize: Int, private val dropLast: Boolean) : BatchSampler {
    init {
        require(batchSize >= 1) { "data loader: a batch needs at least one example: batchSize $batchSize" }
    }

    override val batches: Int get() = if (dropLast) sampler.size / batchSize else ((sampler.size + batchSize - 1L) / batchSize).toInt()

    private val examples: Int get() = if (dropLast) batches * batchSize else sampler.size

    override fun size(batch: Int): Int = minOf(batchSize, examples - batch * batchSize)

    override fun examplesBefore(batch: Int): Int = minOf(batch.toLong() * batchSize, examples.toLong()).toInt()

    override fun epoch(epoch: Int): List<IntArray> {
        val order = sampler.epoch(epoch)
        return List(batches) { order.copyOfRange(it * batchSize, it * batchSize + size(it)) }
    }

    override val settings: Map<String, Any> get() = mapOf("batchSize" to batchSize, "dropLast" to dropLast) + sampler.settings
}
