package dev.rankine.data

/** The same examples, each batch as [transform] changes it. What it draws from the generator depends on the loader's seed and the place in the run. */
public fun <B, C> Dataset<B>.map(transform: (B) -> C): Dataset<C> {
    val source = this
    return object : Dataset<C> {
        override val size: Int get() = source.size

        override fun batch(indices: IntArray): C = transform(source.batch(indices))
    }
}

/** The same examples, each as [transform] changes it before it comes into a batch that [collate] makes. */
public fun <E, F, B> ListDataset<E, *>.mapExamples(collate: Collate<F, B>, transform: (E) -> F): Dataset<B> {
    val examples = examples
    return object : Dataset<B> {
        override val size: Int get() = examples.size

        override fun batch(indices: IntArray): B = collate.collate(indices.map { transform(examples[it]) })
    }
}

/**
 * The examples of both datasets side by side: batches with the same numbers, as pairs. With [map] it makes datasets of any number of tensors.
 *
 * @throws IllegalArgumentException if they differ in size.
 */
public infix fun <A, B> Dataset<A>.zip(other: Dataset<B>): Dataset<Pair<A, B>> {
    val first = this
    require(size == other.size) { "zip: the datasets differ in size: $size != ${other.size}" }
    return object : Dataset<Pair<A, B>> {
        override val size: Int get() = first.size

        override fun batch(indices: IntArray): Pair<A, B> = Pair(first.batch(indices), other.batch(indices))
    }
}
