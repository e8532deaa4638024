package dev.rankine.optim

import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.shouldBe

/** Impossible settings are refused when an optimizer is made, in words. */
internal class OptimizerSettingsTest :
    FunSpec({
        val p = Numbers(listOf(2, 3)).all
        val vector = Numbers(listOf(3)).all
        val scalar = Numbers(listOf()).all

        val refusals: List<Pair<String, () -> Unit>> =
            listOf(
                "adadelta: impossible rho: 1.5" to { Adadelta(p, rho = 1.5) },
                "adadelta: impossible epsilon: -1.0" to { Adadelta(p, epsilon = -1.0) },
                "adadelta: impossible weight decay: -0.1" to { Adadelta(p, weightDecay = -0.1) },
                "adafactor: impossible power of the decay, which is not above 0: 0.1" to { Adafactor(p, decayPower = 0.1) },
                "adafactor: impossible largest step: 0.0" to { Adafactor(p, clip = 0.0) },
                "adafactor: impossible epsilon: NaN" to { Adafactor(p, epsilon = Double.NaN) },
                "adafactor: impossible epsilon of the scale: -1.0" to { Adafactor(p, scaleEpsilon = -1.0) },
                "adagrad: impossible decay of the learning rate: -1.0" to { Adagrad(p, learningRateDecay = -1.0) },
                "adagrad: impossible initial accumulator: -1.0" to { Adagrad(p, initialAccumulator = -1.0) },
                "adagrad: impossible epsilon: -1.0" to { Adagrad(p, epsilon = -1.0) },
                "adamax: impossible beta1: 1.0" to { Adamax(p, beta1 = 1.0) },
                "adamax: impossible beta2: -0.1" to { Adamax(p, beta2 = -0.1) },
                "asgd: impossible lambd: -1.0" to { ASGD(p, lambd = -1.0) },
                "asgd: impossible alpha: Infinity" to { ASGD(p, alpha = Double.POSITIVE_INFINITY) },
                "asgd: impossible t0: -1.0" to { ASGD(p, t0 = -1.0) },
                "lamb: impossible epsilon: -1.0" to { LAMB(p, epsilon = -1.0) },
                "lars: impossible trust: -1.0" to { LARS(p, trust = -1.0) },
                "lars: impossible momentum: -0.5" to { LARS(p, momentum = -0.5) },
                "lbfgs: impossible number of iterations: 0.0" to { LBFGS(p, maxIterations = 0) },
                "lbfgs: impossible number of evaluations: 0.0" to { LBFGS(p, maxEvaluations = 0) },
                "lbfgs: impossible size of the history: 0.0" to { LBFGS(p, historySize = 0) },
                "lbfgs: impossible tolerance of the gradient: -1.0" to { LBFGS(p, toleranceGradient = -1.0) },
                "lbfgs: impossible tolerance of changes: NaN" to { LBFGS(p, toleranceChange = Double.NaN) },
                "lion: impossible beta2: 2.0" to { Lion(p, beta2 = 2.0) },
                "lion: impossible learning rate: -1.0" to { Lion(p, -1.0) },
                "muon: impossible momentum: 1.0" to { Muon(p, momentum = 1.0) },
                "muon: impossible number of iterations: 0.0" to { Muon(p, iterations = 0) },
                "muon: only matrices can be made orthogonal: p0 is [3]\n" +
                    "  hint: give the others to another rule: Muon(listOf(Muon.Group(matrices), AdamW.Group(others)))" to { Muon(vector) },
                "nadam: impossible decay of the momentum: -1.0" to { NAdam(p, momentumDecay = -1.0) },
                "radam: impossible beta1: -1.0" to { RAdam(p, beta1 = -1.0) },
                "rmsprop: impossible alpha: 1.1" to { RMSprop(p, alpha = 1.1) },
                "rmsprop: impossible epsilon: -1.0" to { RMSprop(p, epsilon = -1.0) },
                "rmsprop: impossible momentum: -1.0" to { RMSprop(p, momentum = -1.0) },
                "rprop: impossible eta minus, which is between 0 and 1: 1.0" to { Rprop(p, etaMinus = 1.0) },
                "rprop: impossible eta plus, which is above 1: 1.0" to { Rprop(p, etaPlus = 1.0) },
                "rprop: impossible smallest step: -1.0" to { Rprop(p, minStep = -1.0) },
                "rprop: impossible largest step, below the smallest: 1.0E-9" to { Rprop(p, maxStep = 1e-9) },
                "schedule_free_adamw: impossible beta1, which is above 0 and below 1: 0.0" to { ScheduleFreeAdamW(p, beta1 = 0.0) },
                "schedule_free_adamw: impossible beta2: 1.0" to { ScheduleFreeAdamW(p, beta2 = 1.0) },
                "schedule_free_adamw: impossible epsilon: -1.0" to { ScheduleFreeAdamW(p, epsilon = -1.0) },
                "schedule_free_adamw: impossible number of steps to warm up: -1.0" to { ScheduleFreeAdamW(p, warmupSteps = -1) },
                "sparse_adam: p0 has no rows: it is one number" to { SparseAdam(scalar) },
            )
        for ((message, make) in refusals) test(message.lineSequence().first()) { refusal { make() } shouldBe message }

        test("momenta that schedules move are checked as those that are given") {
            for (optimizer in listOf(LARS(p), RMSprop(p), Muon(p), Adamax(p), NAdam(p), RAdam(p), SparseAdam(p), LAMB(p), Lion(p))) {
                val group = optimizer.groups.single() as MomentumGroup
                group.momentum = 0.5
                group.momentum shouldBe 0.5
                refusal { group.momentum = -1.0 } shouldBe
                    "${optimizer.rule}: impossible ${if (group is MomentsGroup) "beta1" else "momentum"}: -1.0"
            }
        }

        test("every setting has its name, all but the rate and the momentum") {
            val named =
                listOf(
                    Adadelta(p) to setOf("weightDecay", "maximize", "rho", "epsilon"),
                    Adafactor(p) to setOf("weightDecay", "maximize", "decayPower", "epsilon", "scaleEpsilon", "clip"),
                    Adagrad(p) to setOf("weightDecay", "maximize", "learningRateDecay", "initialAccumulator", "epsilon"),
                    Adamax(p) to setOf("weightDecay", "maximize", "beta2", "epsilon"),
                    ASGD(p) to setOf("weightDecay", "maximize", "lambd", "alpha", "t0"),
                    LAMB(p) to setOf("weightDecay", "maximize", "beta2", "epsilon"),
                    LARS(p) to setOf("weightDecay", "maximize", "trust"),
                    LBFGS(p) to
                        setOf("maxIterations", "maxEvaluations", "toleranceGradient", "toleranceChange", "historySize", "lineSearch"),
                    Lion(p) to setOf("weightDecay", "maximize", "beta2"),
                    Muon(p) to setOf("weightDecay", "maximize", "nesterov", "iterations"),
                    NAdam(p) to setOf("weightDecay", "maximize", "beta2", "epsilon", "momentumDecay", "decoupled", "asTorch113"),
                    RAdam(p) to setOf("weightDecay", "maximize", "beta2", "epsilon", "decoupled"),
                    RMSprop(p) to setOf("weightDecay", "maximize", "alpha", "epsilon", "centered"),
                    Rprop(p) to setOf("maximize", "etaMinus", "etaPlus", "minStep", "maxStep"),
                    ScheduleFreeAdamW(p) to setOf("weightDecay", "maximize", "beta1", "beta2", "epsilon", "warmupSteps"),
                    SparseAdam(p) to setOf("maximize", "beta2", "epsilon"),
                )
            for ((optimizer, names) in named) {
                optimizer.groups
                    .single()
                    .settings.keys shouldBe names
            }
        }
    })
