package dev.rankine.tensor.generate

import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.collections.shouldContainExactlyInAnyOrder
import io.kotest.matchers.ints.shouldBeLessThan
import io.kotest.matchers.shouldBe
import java.io.File

/** The checked-in overloads are what the generator writes. `-Dgenerate=true` writes them anew. */
internal class GeneratedTest :
    FunSpec({
        val folder = File("src/main/kotlin/dev/rankine/tensor/generated")
        val sources =
            listOf(broadcastSources(), pairSources(), ternarySources(), reduceSources(), alongSources()).flatten() +
                axesSources() + drawSources() +
                listOf(movementSources(), productSources(), indexSources(), scatterSources(), partSources(), elementSources()).flatten() +
                listOf(
                    planeSources(),
                    spaceSources(),
                    attentionSources(),
                    classLossSources(),
                    normSources(),
                    fieldSources(),
                    resizeSources(),
                ).flatten()

        if (System.getProperty("generate") == "true") {
            folder.listFiles().orEmpty().forEach { it.delete() }
            sources.forEach { File(folder, "${it.name}.kt").writeText(it.render()) }
        }

        for (source in sources) {
            test("${source.name}.kt is what the generator writes") {
                val text = source.render()
                File(folder, "${source.name}.kt").readText() shouldBe text
                text.lines().size shouldBeLessThan 400
            }
        }

        test("no other file is among them") {
            folder.list()!!.toList() shouldContainExactlyInAnyOrder sources.map { "${it.name}.kt" }
        }
    })
