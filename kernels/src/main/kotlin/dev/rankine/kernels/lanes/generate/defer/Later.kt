package dev.rankine.kernels.lanes

import dev.rankine.ops.Evaluator
import dev.rankine.ops.Pending
import dev.rankine.ops.Spec
import dev.rankine.ops.Storage
import dev.rankine.ops.Value
import dev.rankine.shapes.Layout

/**
 * What a call needs to run: its [inputs], null where an operand is one number for all elements, which is among [numbers] then, after those of
 * the part.
 */
internal class Recipe(
    @JvmField val inputs: Array<Value?>,
    @JvmField val numbers: LongArray,
)

/**
 * An elementwise call that has not run yet.
 *
 * @property spec the element type and the sizes of its result.
 * @property nodes at most so many calls run when this one does.
 * @property kept the bytes that it keeps reachable.
 */
internal class Later(
    val loops: DeferredLoops,
    val part: Part,
    val spec: Spec,
    recipe: Recipe,
    val nodes: Int,
    val kept: Long,
    val width: Int,
) : Pending() {
    /** Null once the call has run, or never will. */
    @Volatile
    var recipe: Recipe? = recipe
        private set

    /** Whether a loop has computed it on its way without storing it: the next one stores it. */
    @Volatile
    private var isPassed = false

    init {
        for (input in recipe.inputs) if (input != null) reads(input)
    }

    override fun compute(): Storage {
        if (nodes == 1) return alone()
        val chain = Chain(this)
        val run = if (chain.nodes.size > 1 && chain.isHot(chain.nodes.size - 1)) claimed(chain) else null
        if (run == null) {
            for (node in chain.nodes) if (node !== this) node.store()
            return alone()
        }
        run.use {
            it.allocate()
            return loops.allocate(spec).also { bytes ->
                it.root = bytes
                it.run()
            }
        }
    }

    /**
     * Runs the chain of this node by [body], which need not store the node itself. False if that is not done: the chain is not seen often
     * enough, its operands do not lie in order, or another thread is at it.
     */
    fun fold(body: (ChainRun) -> Unit): Boolean {
        val chain = Chain(this)
        if (!chain.isInOrder || !chain.isHot(chain.nodes.size) || !claim()) return false
        var isDone = false
        try {
            claimed(chain)?.use {
                it.allocate()
                if (isWanted(chain)) it.root = loops.allocate(spec)
                body(it)
                it.root?.let { bytes -> settle(bytes) } ?: pass()
                isDone = true
            }
        } finally {
            if (!isDone) abandon()
        }
        return isDone
    }

    /** A run of [chain] that has claimed every node but this one, or null: another thread has one, or it cannot be one loop. */
    private fun claimed(chain: Chain): ChainRun? {
        val others = chain.nodes.size - 1
        var count = 0
        while (count < others && chain.nodes[count].claim()) count++
        val run = if (count == others) run(chain) else null
        if (run == null) for (i in 0 until count) chain.nodes[i].abandon()
        return run
    }

    private fun run(chain: Chain): ChainRun? {
        val last = chain.nodes.size - 1
        var wanted = 1L shl last
        for (i in 0 until last) if (chain.nodes[i].isWanted(chain)) wanted = wanted or (1L shl i)
        return chain.loop(wanted)?.let { ChainRun(chain, it, wanted) }
    }

    /** Whether somebody will ask for the bytes whom the nodes of [chain] do not serve. */
    private fun isWanted(chain: Chain): Boolean = isHeld || isPassed || waitingReaders.any { it !in chain.nodes }

    /** The held calls that wait to read this one. */
    fun heldReaders(): List<Later> = waitingReaders.mapNotNull { reader -> (reader as? Later)?.takeIf { it.isHeld } }

    /** Ends the claim: with [bytes], or without any because they were not wanted, or because the loop failed ([isDone] false). */
    fun end(bytes: Storage?, isDone: Boolean) {
        when {
            !isDone -> abandon()
            bytes != null -> settle(bytes)
            else -> pass()
        }
    }

    private fun pass() {
        isPassed = true
        abandon()
    }

    /** Stores the bytes; waits if another thread does. */
    private fun store() {
        Evaluator.store(loops.value(this))
    }

    private fun alone(): Storage {
        val recipe = recipe!!
        var number = part.numbers.size
        val scalars = ArrayList<Storage>(0)
        val bytes = loops.allocate(spec)
        try {
            val types = part.types
            val inputs =
                Array(recipe.inputs.size) { i ->
                    recipe.inputs[i]
                        ?: loops.scalar(types[i], recipe.numbers[number++], spec.sizes).also { scalars.add(Evaluator.store(it)) }
                }
            for (input in inputs) Evaluator.store(input)
            part.run(inputs, Value(spec.dtype, Layout.of(spec.sizes), loops.backend, bytes))
            return bytes
        } catch (e: Throwable) {
            bytes.release("a loop")
            throw e
        } finally {
            scalars.forEach { it.release("a loop") }
        }
    }

    override fun forget() {
        recipe = null
    }
}
