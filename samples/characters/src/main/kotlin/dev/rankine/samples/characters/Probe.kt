package dev.rankine.samples.characters

import dev.rankine.autodiff.backward
import dev.rankine.data.DataLoader
import dev.rankine.ops.manualSeed
import dev.rankine.ops.item
import dev.rankine.ops.scope
import dev.rankine.optim.AdamW
import dev.rankine.optim.clipGradientNorm
import dev.rankine.tensor.crossEntropy
import dev.rankine.tensor.merge
import dev.rankine.tensor.mergeFirst
import java.io.File

public fun main(args: Array<String>) {
    val text = File(args[0]).readText()
    val steps = args[1].toInt()
    val alphabet = Alphabet.of(text)
    val all = alphabet.encode(text, "text")
    manualSeed(0)
    val settings = Settings(64, 4, 4, 128)
    val model = LanguageModel(settings, alphabet.size)
    val optimizer = AdamW(model.parameters(), 1e-3)
    val loader = DataLoader(Windows(all, 64, 1), args.getOrElse(2) { "32" }.toInt(), shuffle = true)
    var t0 = System.nanoTime()
    var tf = 0L; var tb = 0L; var tc = 0L; var to = 0L
    println("${model.parameterCount()} parameters")
    var n = 0
    for (batch in loader.sequence(0)) {
        if (n == steps) break
        n++
        val a = System.nanoTime()
        var loss = 0.0
        scope("step") {
            optimizer.zeroGradients()
            val l = crossEntropy(model(batch.inputs).mergeFirst(), batch.targets.merge())
            loss = l.value.item()
            val b = System.nanoTime()
            l.backward()
            val c = System.nanoTime()
            clipGradientNorm(model.parameters(), 1.0)
            val d = System.nanoTime()
            optimizer.step()
            val e = System.nanoTime()
            tf += b - a; tb += c - b; tc += d - c; to += e - d
        }
        if (n % 25 == 0) {
            val t = System.nanoTime()
            println("%4d loss %.4f  %.1f ms/step  forward %.1f backward %.1f clip %.1f adam %.1f".format(n, loss, (t - t0) / 25e6, tf / 25e6, tb / 25e6, tc / 25e6, to / 25e6))
            t0 = System.nanoTime(); tf = 0; tb = 0; tc = 0; to = 0
        }
    }
}
private fun dev.rankine.tensor.Tensor<dev.rankine.shapes.Scalar>.backward() = value.backward()
