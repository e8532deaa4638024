package dev.rankine.nn.every

import dev.rankine.nn.Module
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.collections.shouldBeEmpty
import io.kotest.matchers.collections.shouldNotContainAnyOf
import io.kotest.matchers.shouldBe
import java.io.File
import java.lang.reflect.Modifier

private val cases: List<LayerCase<*>> =
    linearCases + attentionCases + convolutionCases + lazyCases + poolCases + unpoolCases + padCases + resizeCases + normCases +
        activationCases + dropoutCases + recurrentCases + embeddingCases + lossCases + smallCases

private val settings: List<RefusedSetting> =
    linearSettings + attentionSettings + convolutionSettings + lazySettings + poolSettings + padSettings + resizeSettings + normSettings +
        activationSettings + dropoutSettings + recurrentSettings + embeddingSettings + lossSettings + smallSettings

/** Layers whose constructors take numbers of which none is wrong, and why. */
private val takesAnySetting: Map<String, String> =
    mapOf(
        "ELU" to "any factor",
        "LeakyReLU" to "any slope",
        "PReLU" to "any slope",
        "Threshold" to "any two numbers",
        "Hardshrink" to "a negative width keeps all",
        "GLU" to "an axis: the input says which there are",
        "Softmax" to "an axis: the input says which there are",
        "LogSoftmax" to "an axis: the input says which there are",
        "Softmin" to "an axis: the input says which there are",
    )

/** Modules that compute nothing by themselves, and why they are no cases. */
private val withoutCases: Map<String, String> =
    mapOf(
        "Sequential" to "calls its parts",
        "Chain" to "calls its parts",
        "NetChain" to "calls its parts",
        "ModuleList" to "computes nothing",
        "ModuleDict" to "computes nothing",
        "ParameterList" to "computes nothing",
        "ParameterDict" to "computes nothing",
        "ComputedBy" to "calls a function",
        "ParametrizationList" to "calls its parts",
        "Parametrizations" to "computes nothing",
    )

internal class EveryLayerTest :
    FunSpec({
        fun modules(): List<Class<out Module>> {
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
                .map { it.asSubclass(Module::class.java) }
                .sortedBy { it.simpleName }
                .toList()
        }

        test("no layer is without its case") {
            val known = cases.map { it.name.substringBefore(' ') }.toSet()
            val names = modules().map { it.simpleName }
            (names - known - withoutCases.keys).shouldBeEmpty()
            known shouldNotContainAnyOf withoutCases.keys
            ((known + withoutCases.keys) - names.toSet()).shouldBeEmpty()
        }

        test("no layer that takes numbers is without one that it refuses") {
            val known = settings.map { it.layer }.toSet()
            val names = modules().map { it.simpleName }
            (modules().filter(::takesNumbers).map { it.simpleName } - known - takesAnySetting.keys).shouldBeEmpty()
            known shouldNotContainAnyOf takesAnySetting.keys
            ((known + takesAnySetting.keys) - names.toSet()).shouldBeEmpty()
        }

        for ((layer, refused) in settings.groupBy { it.layer }) {
            test("what $layer says to bad settings") { refused.mapNotNull { it.wrongMessage() }.joinToString("\n") shouldBe "" }
        }

        for (case in cases) {
            test("gradients of ${case.name}") {
                case.wrongGradients().joinToString("\n") shouldBe ""
            }

            test("what ${case.name} says to bad input") {
                (case.refused.isEmpty()) shouldBe (case.takesAny != null)
                case.wrongMessages().joinToString("\n") shouldBe ""
            }
        }
    })
