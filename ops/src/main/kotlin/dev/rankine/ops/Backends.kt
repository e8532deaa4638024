package dev.rankine.ops

import java.util.ServiceConfigurationError
import java.util.ServiceLoader
import java.util.concurrent.ConcurrentHashMap
import java.util.logging.Logger

/** The choice of a backend, and why not another one. */
public object Backends {
    private class Candidate(val name: String, val provider: BackendProvider?, val problem: String?)

    private val opened = ConcurrentHashMap<String, Backend>()

    private val candidates: List<Candidate> by lazy { find() }

    /**
     * The backend that new values use: the one set by [on] for this thread, else the system property `rankine.backend`,
     * else the usable one of the highest priority.
     */
    public val current: Backend get() = ThreadState.get().backend ?: default

    private val default: Backend by lazy {
        val wanted = System.getProperty("rankine.backend")
        val chosen = if (wanted != null) this[wanted] else best()
        Logger.getLogger("dev.rankine").fine { description(chosen) }
        chosen
    }

    /** The usable backend of the highest priority. */
    public fun best(): Backend {
        val usable = candidates.filter { it.problem == null }.mapNotNull { it.provider }.maxByOrNull { it.priority }
        return open(usable ?: throw BackendUnavailableException("backend: none is usable\n" + reasons(candidates)))
    }

    /**
     * The backend called [name]. There is no fallback: a backend that was asked for runs, or this fails.
     *
     * @throws BackendUnavailableException saying why it cannot be used, or which ones exist.
     */
    public operator fun get(name: String): Backend {
        val found =
            candidates.firstOrNull { it.name == name }
                ?: throw BackendUnavailableException("backend: unknown: $name\n  hint: known are ${candidates.joinToString { it.name }}")
        if (found.provider == null || found.problem != null) {
            throw BackendUnavailableException("backend: $name cannot be used: ${found.problem}")
        }
        return open(found.provider)
    }

    /** One line: what [chosen] is, and why each backend of a higher priority is not used. */
    public fun description(chosen: Backend = current): String {
        val own = candidates.firstOrNull { it.name == chosen.name }?.provider
        val skipped = candidates.filter { it.problem != null }.joinToString("") { "; ${it.name} skipped: ${it.problem}" }
        return "${chosen.name}: ${own?.describe() ?: "opened by hand"}$skipped"
    }

    /** The names of all backends found, usable or not. */
    public val names: List<String> get() = candidates.map { it.name }

    private fun open(provider: BackendProvider): Backend = opened.computeIfAbsent(provider.name) { provider.open() }

    private fun reasons(list: List<Candidate>): String = list.joinToString("\n") { "  ${it.name}: ${it.problem}" }

    /** Old virtual machines throw from `hasNext` and `next` when a provider needs a newer one: that is a reason, not a crash. */
    private fun find(): List<Candidate> {
        val found = ArrayList<Candidate>()
        val services = ServiceLoader.load(BackendProvider::class.java, BackendProvider::class.java.classLoader).iterator()
        while (true) {
            try {
                if (!services.hasNext()) break
                val provider = services.next()
                found.add(Candidate(provider.name, provider, provider.whyUnusable()))
            } catch (e: LinkageError) {
                found.add(Candidate("a backend", null, "needs a newer Java than ${System.getProperty("java.version")} (${e.message})"))
            } catch (e: ServiceConfigurationError) {
                found.add(Candidate("a backend", null, e.message ?: "its service file is broken"))
            }
        }
        return found
    }
}

/** Runs [block] with [backend] for the values that it creates. The block cannot suspend. */
public inline fun <T> on(backend: Backend, crossinline block: () -> T): T {
    val before = setBackend(backend)
    try {
        return block()
    } finally {
        setBackend(before)
    }
}

@PublishedApi
internal fun setBackend(backend: Backend?): Backend? {
    val thread = ThreadState.get()
    return thread.backend.also { thread.backend = backend }
}
