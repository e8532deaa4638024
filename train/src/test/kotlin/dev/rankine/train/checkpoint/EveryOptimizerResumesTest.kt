package dev.rankine.train

import dev.rankine.nn.Parameter
import dev.rankine.optim.ASGD
import dev.rankine.optim.Adadelta
import dev.rankine.optim.Adafactor
import dev.rankine.optim.Adagrad
import dev.rankine.optim.Adam
import dev.rankine.optim.AdamW
import dev.rankine.optim.Adamax
import dev.rankine.optim.AveragedModel
import dev.rankine.optim.LAMB
import dev.rankine.optim.LARS
import dev.rankine.optim.LBFGS
import dev.rankine.optim.LineSearch
import dev.rankine.optim.Lion
import dev.rankine.optim.Muon
import dev.rankine.optim.NAdam
import dev.rankine.optim.Optimizer
import dev.rankine.optim.RAdam
import dev.rankine.optim.RMSprop
import dev.rankine.optim.ReduceOnPlateau
import dev.rankine.optim.Rprop
import dev.rankine.optim.SGD
import dev.rankine.optim.ScheduleFreeAdamW
import dev.rankine.optim.SparseAdam
import dev.rankine.optim.exponentialMovingAverage
import io.kotest.core.spec.style.FunSpec
import io.kotest.engine.spec.tempdir
import io.kotest.matchers.shouldBe
import io.kotest.matchers.shouldNotBe
import java.lang.reflect.Modifier
import java.nio.file.Files
import java.nio.file.Paths
import java.util.zip.ZipFile

/** Every optimizer, with as much state as it can have. */
private val optimizers: Map<Class<out Optimizer>, (List<Parameter<*>>) -> Optimizer> =
    mapOf(
        Adadelta::class.java to { Adadelta(it) },
        Adafactor::class.java to { Adafactor(it, weightDecay = 0.01) },
        Adagrad::class.java to { Adagrad(it, learningRateDecay = 0.01) },
        Adam::class.java to { Adam(it, amsgrad = true) },
        AdamW::class.java to { AdamW(it, amsgrad = true) },
        Adamax::class.java to { Adamax(it) },
        ASGD::class.java to { ASGD(it, t0 = 5.0) },
        LAMB::class.java to { LAMB(it) },
        LARS::class.java to { LARS(it, trust = 0.02, weightDecay = 0.01) },
        LBFGS::class.java to { LBFGS(it, maxIterations = 4, historySize = 3, lineSearch = LineSearch.STRONG_WOLFE) },
        Lion::class.java to { Lion(it, 1e-3, weightDecay = 0.1) },
        Muon::class.java to { all ->
            val (matrices, others) = all.partition { it.value.rank == 2 }
            Muon(listOf(Muon.Group(matrices, weightDecay = 0.1), AdamW.Group(others)))
        },
        NAdam::class.java to { NAdam(it) },
        RAdam::class.java to { RAdam(it, 0.01) },
        RMSprop::class.java to { RMSprop(it, momentum = 0.9, centered = true) },
        Rprop::class.java to { Rprop(it) },
        ScheduleFreeAdamW::class.java to { ScheduleFreeAdamW(it, 0.01, warmupSteps = 10, weightDecay = 0.1) },
        SGD::class.java to { SGD(it, momentum = 0.9) },
        SparseAdam::class.java to { SparseAdam(it) },
    )

/** Runs of the parts of training that have a state beside the optimizer's. */
private val others: List<Recipe> =
    listOf(
        Recipe(
            "reduce on plateau",
            plateau = { ReduceOnPlateau(it, 0.5, patience = 0, threshold = 0.1, cooldown = 1) },
            isValidated = true,
        ) {
            SGD(it.parameters(), 0.1)
        },
        Recipe("reduce on plateau of a metric", plateau = {
            ReduceOnPlateau(it, 0.5, patience = 0, threshold = 0.1, isHighestBest = true, metric = "accuracy")
        }, isValidated = true) {
            Adam(it.parameters(), 0.01)
        },
        Recipe("stochastic weight averaging", average = { AveragedModel(it, start = 5, every = 3) }, isValidated = true) {
            SGD(it.parameters(), 0.1)
        },
        Recipe("exponential moving average", average = { exponentialMovingAverage(it, 0.9) }, isValidated = true) {
            Adam(it.parameters(), 0.01)
        },
        Recipe("schedule-free, validated", isValidated = true) { ScheduleFreeAdamW(it.parameters(), 0.01) },
    )

/** The classes of the library in [kind]'s package that are [kind]s and can be made. */
internal fun <T> found(kind: Class<T>): Set<Class<out T>> {
    val folder = kind.`package`.name.replace('.', '/')
    val place =
        Paths.get(
            kind.protectionDomain.codeSource.location
                .toURI(),
        )
    val files =
        if (Files.isDirectory(place)) {
            Files.list(place.resolve(folder)).use { all -> all.map { it.fileName.toString() }.toList() }
        } else {
            ZipFile(place.toFile()).use { zip ->
                zip
                    .entries()
                    .toList()
                    .map { it.name }
                    .filter { it.startsWith("$folder/") }
                    .map { it.substringAfterLast('/') }
            }
        }
    return files
        .filter { it.endsWith(".class") && '$' !in it }
        .map { Class.forName("${kind.`package`.name}.${it.removeSuffix(".class")}") }
        .filter { kind.isAssignableFrom(it) && !Modifier.isAbstract(it.modifiers) }
        .map { it.asSubclass(kind) }
        .toSet()
}

/** Four epochs are the same as four that were stopped in the third and went on in another trainer, bit by bit; and the state was needed for that. */
internal class EveryOptimizerResumesTest :
    FunSpec({
        val folder = tempdir().toPath()

        test("no optimizer is forgotten") { found(Optimizer::class.java) shouldBe optimizers.keys }

        val recipes = optimizers.map { (kind, make) -> Recipe(kind.simpleName) { make(it.parameters()) } } + others
        for (recipe in recipes) {
            test("${recipe.name}: stopped in the middle of an epoch, saved, loaded by another trainer") {
                val whole = TinyRun(recipe, 1)
                val losses = whole.fit(4)
                val stopped = TinyRun(recipe, 1)
                // lbfgs computes the loss several times a step, so the stop comes earlier
                stopped.fitUntil(17, 4) shouldBe losses.take(stopped.trainer.finishedEpochs)
                stopped.trainer.position.batches shouldNotBe 0
                val path = folder.resolve("stopped")
                Checkpoint.save(path, stopped.trainer)
                val resumed = TinyRun(recipe, 3)
                resumed.trainer.resume(path)
                resumed.fit(4 - resumed.trainer.finishedEpochs) shouldBe losses.drop(stopped.trainer.finishedEpochs)
                val (one, other) = folder.resolve("resumed") to folder.resolve("whole")
                Checkpoint.save(one, resumed.trainer)
                Checkpoint.save(other, whole.trainer)
                Files.mismatch(one, other) shouldBe -1
            }
        }
    })
