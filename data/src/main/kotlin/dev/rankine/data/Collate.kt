package dev.rankine.data

/** Makes one batch of several examples: `{ it.stack(Batch of it.size) }`, [collate], [pad], or code of your own. */
public fun interface Collate<in E, out B> {
    /** The batch of [examples], in their order. */
    public fun collate(examples: List<E>): B
}
