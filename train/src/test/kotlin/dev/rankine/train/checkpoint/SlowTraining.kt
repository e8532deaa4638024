package dev.rankine.train

import com.github.ajalt.mordant.rendering.AnsiLevel
import com.github.ajalt.mordant.terminal.Terminal
import dev.rankine.optim.AdamW
import dev.rankine.optim.cosine
import dev.rankine.train.progress.LineProgress
import dev.rankine.train.progress.LiveProgress
import java.nio.file.Paths
import kotlin.concurrent.thread
import kotlin.system.exitProcess

internal val slowRecipe: Recipe =
    Recipe("adamw", { cosine(10_000) }, clipNorm = 1.0, accumulate = 2) { AdamW(it.parameters(), 0.01, amsgrad = true) }

/** A process that trains until it is told to end: its folder, and `lines`, `live`, `exit` (ends by itself) or `hang` (ignores it all). */
internal fun main(args: Array<String>) {
    val (folder, mode) = args
    if (mode == "hang") {
        Termination({ println("asked to stop") }, patience = 1)
        println("step 10")
        Thread.sleep(Long.MAX_VALUE)
    }
    val progress =
        if (mode == "live") {
            LiveProgress(Terminal(AnsiLevel.TRUECOLOR, width = 100, interactive = true))
        } else {
            LineProgress(::println)
        }
    val run = TinyRun(slowRecipe, 1, Checkpoints(Paths.get(folder), stopOnSignal = true), progress)
    run.before = { step ->
        println("step $step")
        if (step == 10 && mode == "exit") thread { exitProcess(3) }
        Thread.sleep(20)
    }
    run.fit(1000)
    println("fit has returned")
}
