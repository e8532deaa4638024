package dev.rankine.nn.every

import dev.rankine.nn.Module
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.collections.shouldBeEmpty
import io.kotest.matchers.collections.shouldNotContainAnyOf
import io.kotest.matchers.shouldBe
import java.io.File
import java.lang.reflect.Modifier

private val cases: List<LayerCase<*>> = linearCases + convolutionCases + normCases + attentionCases

/** Modules that compute nothing by themselves, and why they are no cases. */
private val withoutCases: Map<String, String> =
    mapOf(
        "Sequential" to "calls its parts",
        "Chain" to "calls its parts",
        "NetChain" to "calls its parts",
        "ModuleList" to "computes nothing",
        "ComputedBy" to "calls a function",
        "ParametrizationList" to "calls its parts",
        "Parametrizations" to "computes nothing",
    )

internal class EveryLayerTest :
    FunSpec({
        fun modules(): List<String> {
            val root =
                File(
                    Module::class.java.protectionDomain.codeSource.location
                        .toURI(),
                )
            return root
                .walk()
                .filter { it.extension == "class" && '$' !in it.name }
                .map {
                    Class.forName(
                        it
                            .relativeTo(root)
                            .path
                            .removeSuffix(".class")
                            .replace(File.separatorChar, '.'),
                    )
                }.filter { Module::class.java.isAssignableFrom(it) && !Modifier.isAbstract(it.modifiers) }
                .map { it.simpleName }
                .sorted()
                .toList()
        }

        test("no layer is without its case") {
            val known = cases.map { it.name.substringBefore(' ') }.toSet()
            (modules() - known - withoutCases.keys).shouldBeEmpty()
            known shouldNotContainAnyOf withoutCases.keys
            ((known + withoutCases.keys) - modules().toSet()).shouldBeEmpty()
        }

        for (case in cases) {
            test("gradients of ${case.name}") {
                case.wrongGradients().shouldBeEmpty()
            }

            test("what ${case.name} says to bad input") {
                (case.refused.isEmpty()) shouldBe (case.takesAny != null)
                for ((inputs, message) in case.refused) case.message(inputs) shouldBe message
            }
        }
    })
