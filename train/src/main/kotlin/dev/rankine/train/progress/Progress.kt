package dev.rankine.train.progress

import com.github.ajalt.mordant.terminal.Terminal
import dev.rankine.train.Epoch

/** What is told about training while it runs. The calls come from one thread at a time, in order: [start], steps and epochs, [end]. */
public interface Progress {
    /** Training begins. */
    public fun start(plan: Plan)

    /** A step was taken. */
    public fun step(report: StepReport)

    /** An epoch is over, its validation included. */
    public fun epoch(done: Epoch)

    /** Training is over, for whatever reason. */
    public fun end()

    /** After [end], where training was stopped before its last epoch: [line] says where it stands and what was saved. */
    public fun stopped(line: String): Unit = Unit

    /** The usual ways to tell it. */
    public companion object {
        /** Tells nothing. */
        public val SILENT: Progress =
            object : Progress {
                override fun start(plan: Plan): Unit = Unit

                override fun step(report: StepReport): Unit = Unit

                override fun epoch(done: Epoch): Unit = Unit

                override fun end(): Unit = Unit
            }

        /** A live bar if [terminal] is one, else plain lines. */
        public fun console(terminal: Terminal = Terminal()): Progress =
            if (terminal.terminalInfo.outputInteractive) LiveProgress(terminal) else LineProgress({ terminal.rawPrint("$it\n") })
    }
}
