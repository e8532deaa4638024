package dev.rankine.kernels.lanes

import dev.rankine.ops.Evaluator
import dev.rankine.ops.Value
import dev.rankine.ops.pending

/**
 * The calls that have not run and that [root] needs, as one loop would see them; and other calls that are held, if they read one of these: what
 * both read is then computed once and never stored, as where the gradients of two operands come from one.
 */
internal class Chain(private val root: Later) {
    private val list = ArrayList<Later>()
    private val recipes = ArrayList<Recipe>()
    private val leaves = ArrayList<Value>()
    private val codes = Codes()
    private val starts = ArrayList<Int>()

    /** The calls, each after those that it reads; the last is [root]. */
    val nodes: List<Later> get() = list

    /** What the loop reads, each once. */
    val operands: List<Value> get() = leaves

    init {
        visit(root)
        if (list.size > 1) extend()
    }

    private val plan = root.loops.plan(codes)

    /** Whether all operands lie in order. */
    val isInOrder: Boolean get() = leaves.all { it.layout.isContiguous }

    /** The arguments of the loop. */
    fun numbers(): LongArray {
        val all = LongArray(recipes.sumOf { it.numbers.size })
        var at = 0
        for (recipe in recipes) {
            recipe.numbers.copyInto(all, at)
            at += recipe.numbers.size
        }
        return all
    }

    /** Whether loops over chains like this one are worth being made; notes that one of them would save [passes] over the elements. */
    fun isHot(passes: Int): Boolean = plan.isHot(passes.toLong() * root.spec.sizes.elements, root.loops.settings.patience)

    /** The loop that stores the nodes with a bit in [wanted], or null if it cannot be one loop over vectors. */
    fun loop(wanted: Long): Sweep? = plan.loop(wanted) { root.loops.sweep(graph(wanted), leaves.size) }

    private fun extend() {
        val own = list.size
        val width = list.maxOf { it.width }
        val found = LinkedHashSet<Later>()
        for (i in 0 until own - 1) {
            for (reader in list[i].heldReaders()) {
                if (reader !in list && (reader.width == 0 || reader.width == width)) found.add(reader)
            }
        }
        if (found.isEmpty() || own + found.sumOf { it.nodes } > DeferredLoops.MOST_NODES) return

        clear()
        found.forEach(::visit)
        if (list.contains(root)) clear() // it must be the last
        visit(root)
    }

    private fun clear() {
        list.clear()
        recipes.clear()
        leaves.clear()
        starts.clear()
        codes.clear()
    }

    /** The number of [node] in [nodes]; -1 if it has run. */
    private fun visit(node: Later): Int {
        for (i in list.indices) if (list[i] === node) return i
        val recipe = node.recipe ?: return -1
        val inputs = recipe.inputs
        val own = IntArray(inputs.size) { i -> inputs[i]?.let { operand(it) } ?: NUMBER }
        starts.add(codes.size + 1)
        codes.add(node.part.id)
        for (code in own) codes.add(code)
        list.add(node)
        recipes.add(recipe)
        return list.size - 1
    }

    /** The code of an operand: even for a node, odd for what is stored. */
    private fun operand(value: Value): Int {
        val later = value.pending as? Later
        val node = if (later == null) -1 else visit(later)
        if (node >= 0) return node * 2
        val storage = Evaluator.store(value)
        for (i in leaves.indices) if (Evaluator.store(leaves[i]) === storage && leaves[i].layout == value.layout) return i * 2 + 1
        leaves.add(value)
        return leaves.size * 2 - 1
    }

    private fun graph(wanted: Long): Graph {
        val terms = ArrayList<Term>(list.size)
        var first = 0
        for ((i, node) in list.withIndex()) {
            var number = first + node.part.numbers.size
            val types = node.part.types
            val x =
                List(types.size) { k ->
                    val code = codes[starts[i] + k]
                    when {
                        code == NUMBER -> Argument(number++, types[k].lane)
                        code % 2 == 0 -> terms[code / 2]
                        else -> Operand(code / 2, types[k].lane)
                    }
                }
            terms.add(node.part.term(x, first))
            first += recipes[i].numbers.size
        }
        return Graph(terms.filterIndexed { i, _ -> wanted ushr i and 1L != 0L })
    }

    private companion object {
        const val NUMBER = -1
    }
}
