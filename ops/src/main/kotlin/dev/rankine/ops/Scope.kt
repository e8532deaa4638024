@file:JvmName("Values")
@file:JvmMultifileClass

package dev.rankine.ops

import dev.rankine.shapes.ShapeRule
import java.util.IdentityHashMap

/** What a block may return so that a scope keeps the values in it. */
public interface Holder {
    /** The values that must outlive the block. */
    public fun heldValues(): List<Value>
}

/**
 * The lifetime of what a block allocates. At its end everything is returned but what the block returns, what a slot or a live tape
 * holds, and what was kept with [keep]; those go to the enclosing scope, or to the collector if there is none.
 *
 * @property name the word that messages use.
 */
public class Scope internal constructor(public val name: String, private val parent: Scope?) {
    private var owned = ArrayList<Content>()

    /** How many of [owned] were [listed]. */
    private var seen = 0

    internal fun enclosing(): Scope? = parent

    /** Children of a suspending scope run on several threads. A pending one stands for the bytes that it will give. */
    internal fun own(content: Content) {
        if (content is Pending) content.owner = this
        synchronized(this) { owned.add(content) }
    }

    internal fun adopt(storage: Storage) {
        if (parent != null) parent.own(storage)
    }

    internal fun disown(storage: Storage) {
        if (storage.adopted() || synchronized(this) { owned.removeAll { bytes(it) === storage } }) adopt(storage)
    }

    /** Adds to [all] what it owns and has not listed before. */
    internal fun listed(all: MutableList<Content>) {
        synchronized(this) {
            for (i in seen until owned.size) all.add(owned[i])
            seen = owned.size
        }
    }

    /** Hands what it owns, after [scopeToJoin], to the scope that runs now; to the collector if there is none. */
    public fun join() {
        val scope = current()
        val all = take()
        if (scope != null) all.forEach(scope::own)
    }

    /** Returns what it owns, after [scopeToJoin], where nobody will use it: reading it is an error then. What is held or was kept stays. */
    public fun discard(): Unit = close(null)

    internal fun close(result: Any?) {
        var survivors = NOTHING
        try {
            val returned = survivors(result)
            storeNeeded(returned)
            survivors = stored(returned)
        } finally {
            release(take(), survivors)
        }
        // what a block returns out of a slot belongs to its caller too
        for (storage in survivors.keys) if ((storage as Storage).adopted()) adopt(storage)
    }

    /** Stores what is pending and [returned] or held: its operands may go now. Not cancelled, for the bytes would be lost. */
    private fun storeNeeded(returned: Map<Content, Unit>) {
        var needed: LinkedHashSet<Pending>? = null
        synchronized(this) {
            for (content in owned) {
                if (content is Pending && content.isNeeded) needed = (needed ?: LinkedHashSet()).also { it.add(content) }
            }
        }
        for (content in returned.keys) {
            if (content is Pending && content.stored == null) needed = (needed ?: LinkedHashSet()).also { it.add(content) }
        }
        needed?.let { nonCancellable { Pending.storeAll(it.toList(), "return") } }
    }

    private fun release(all: List<Content>, survivors: Map<Content, Unit>) {
        for (content in all) if (content is Pending && content.isWaiting) nonCancellable { content.storeReadersOutside(this) }
        for (content in all) if (content is Pending && content.isWaiting) content.release(name)
        for (content in all) {
            val storage = bytes(content) as? Storage ?: continue
            if (survivors.containsKey(storage)) {
                // returned bytes stay with their scope even if somebody holds them: letting go must not free what the caller has
                adopt(storage)
            } else {
                storage.end(name)
            }
        }
    }

    private fun take(): List<Content> = synchronized(this) { owned.also { owned = ArrayList() } }

    internal companion object {
        private val NOTHING: Map<Content, Unit> = emptyMap()

        fun current(): Scope? = ThreadState.get().scope

        private fun bytes(content: Content): Content = (content as? Pending)?.stored ?: content

        /** What [returned] has become. */
        private fun stored(returned: Map<Content, Unit>): Map<Content, Unit> {
            if (returned.keys.none { it is Pending }) return returned
            return returned.keys.associateTo(IdentityHashMap()) { bytes(it) to Unit }
        }

        private fun survivors(result: Any?): Map<Content, Unit> {
            if (result == null || result === Unit || result is Number) return NOTHING
            return IdentityHashMap<Content, Unit>().also { survivors(result, it) }
        }

        private fun survivors(result: Any?, into: IdentityHashMap<Content, Unit>) {
            when (result) {
                is Value -> {
                    result.bytes.let { if (it !is Symbol) into[it] = Unit }
                }

                is Holder -> {
                    result.heldValues().forEach { survivors(it, into) }
                }

                is Pair<*, *> -> {
                    listOf(result.first, result.second).forEach { survivors(it, into) }
                }

                is Triple<*, *, *> -> {
                    listOf(result.first, result.second, result.third).forEach { survivors(it, into) }
                }

                // not every Iterable: a path contains itself, a stream of files ends when it is read
                is Collection<*> -> {
                    result.forEach { survivors(it, into) }
                }

                is Array<*> -> {
                    result.forEach { survivors(it, into) }
                }

                is Map<*, *> -> {
                    result.values.forEach { survivors(it, into) }
                }
            }
        }
    }
}

/**
 * Runs [block] and returns at its end what it allocated, but for what it returns (values, tensors, and lists, pairs, maps of them),
 * what a slot or a live tape holds, and what was kept. The block cannot suspend; see [scopeSuspending].
 */
@JvmOverloads
public inline fun <T> scope(name: String = "scope", crossinline block: () -> T): T {
    val opened = openScope(name)
    var result: Any? = null
    try {
        return block().also { result = it }
    } finally {
        closeScope(opened, result)
    }
}

/**
 * Runs [block] in a scope that is not closed: gives its result and the scope, which owns all that the block allocated until [Scope.join]. For what is
 * prepared on one thread and used in a scope of another; without [Scope.join] it is left to the collector. The block cannot suspend.
 */
public inline fun <T> scopeToJoin(name: String, crossinline block: () -> T): Pair<T, Scope> {
    val opened = openScope(name)
    var isDone = false
    try {
        return Pair(block(), opened).also { isDone = true }
    } finally {
        if (isDone) leaveScope(opened) else closeScope(opened, null)
    }
}

/** Keeps the value beyond the end of the scope that runs now, in the scope around it. */
@ShapeRule(ShapeRule.SAME)
public fun Value.keep(): Value {
    if (isSymbolic) return this
    Scope.current()?.disown(Evaluator.store(this, "keep"))
    return this
}

@PublishedApi
internal fun openScope(name: String): Scope {
    val thread = ThreadState.get()
    return Scope(name, thread.scope).also { thread.scope = it }
}

@PublishedApi
internal fun leaveScope(opened: Scope) {
    ThreadState.get().scope = opened.enclosing()
}

@PublishedApi
internal fun closeScope(opened: Scope, result: Any?) {
    leaveScope(opened)
    opened.close(result)
}
