package dev.rankine.train

import dev.rankine.train.progress.Plan
import dev.rankine.train.progress.StepReport
import java.nio.file.Path

/** What happens while a [Trainer] trains, in order; see [Trainer.fitAsFlow]. */
public sealed interface TrainingEvent {
    /** Training begins; [plan] says what it is going to do. */
    public class Started internal constructor(public val plan: Plan) : TrainingEvent

    /** A batch was learned from; [report] says where training stands. */
    public class Step internal constructor(public val report: StepReport) : TrainingEvent

    /** After epoch number [epoch] the validation examples gave [measured]. */
    public class Validated internal constructor(public val epoch: Int, public val measured: Measured) : TrainingEvent

    /** The epoch [done] is over, validation and checkpoints included. */
    public class EpochDone internal constructor(public val done: Epoch) : TrainingEvent

    /** A checkpoint was written to [path]. */
    public class CheckpointWritten internal constructor(public val path: Path) : TrainingEvent

    /** Training ended for [reason], after [epochs] finished epochs of all; the last event. */
    public class Stopped internal constructor(public val reason: StopReason, public val epochs: Int) : TrainingEvent
}

/** Why training ended. */
public enum class StopReason {
    /** It came to its last epoch. */
    FINISHED,

    /** By [EarlyStopping]. */
    EARLY,

    /** By [Trainer.stop]. */
    ASKED,
}
