package dev.rankine.train

/**
 * When [Trainer.fit] ends before its last epoch: after [patience] epochs in a row in which validation gave nothing better.
 *
 * ```
 * val trainer = Trainer(model, optimizer, examples, stopping = EarlyStopping(patience = 5, restoreBest = true)) { ... }
 * trainer.fitBlocking(epochs = 100, validation)
 * ```
 *
 * A trainer that has stopped early stays so, in another process too: where its epochs ran through without a better one, more of them are
 * another training. It counts and remembers across [Trainer.resume]. Prechelt, Early stopping - but when? (1998).
 *
 * @property patience how many epochs without a better number end training.
 * @property metric which number counts, and which way is better.
 * @property minimumChange by how much a number must be better to count.
 * @property restoreBest whether, when it stops training, the model gets back the numbers that it had after its best epoch. They are
 *   kept in memory and in checkpoints meanwhile.
 * @throws IllegalArgumentException if [patience] is below 1, or [minimumChange] is negative or not finite.
 */
public class EarlyStopping(
    public val patience: Int,
    public val metric: Best = Best.LOSS,
    public val minimumChange: Double = 0.0,
    public val restoreBest: Boolean = false,
) {
    init {
        require(patience >= 1) { "early stopping: patience cannot be below 1: $patience" }
        require(minimumChange >= 0 && minimumChange.isFinite()) { "early stopping: the minimum change must be 0 or more: $minimumChange" }
    }

    /** `lowest validation loss, patience 5, minimum change 0.0, restores the best`. */
    override fun toString(): String =
        "$metric, patience $patience, minimum change $minimumChange" + if (restoreBest) ", restores the best" else ""
}
