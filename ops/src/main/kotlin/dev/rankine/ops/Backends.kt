@file:JvmName("Values")
@file:JvmMultifileClass

package dev.rankine.ops

import java.util.ServiceConfigurationError
import java.util.ServiceLoader
import java.util.concurrent.ConcurrentHashMap
import java.util.logging.Logger

/** The choice of a backend, and why not another one. */
public object Backends {
    internal class Candidate(val name: String, val provider: BackendProvider?, val problem: String?)

    private val opened = ConcurrentHashMap<String, Backend>()

    private val candidates: List<Candidate> by lazy { find(BackendProvider::class.java.classLoader) }

    /**
     * The backend that new values use: the one set by [on] for this thread, else the system property `rankine.backend`,
     * else the usable one of the highest priority.
     */
    @JvmStatic
    public val current: Backend get() = ThreadState.get().backend ?: default

    private val default: Backend by lazy {
        val wanted = System.getProperty("rankine.backend")
        val chosen = if (wanted != null) this[wanted] else best()
        Logger.getLogger("dev.rankine").fine { description(chosen) }
        chosen
    }

    /** The usable backend of the highest priority. */
    @JvmStatic
    public fun best(): Backend {
        val usable = candidates.filter { it.problem == null }.mapNotNull { it.provider }.maxByOrNull { it.priority }
        return open(usable ?: throw BackendUnavailableException("backend: none is usable\n" + reasons(candidates)))
    }

    /**
     * The backend called [name]. There is no fallback: a backend that was asked for runs, or this fails.
     *
     * @throws BackendUnavailableException saying why it cannot be used, or which ones exist.
     */
    @JvmStatic
    public operator fun get(name: String): Backend = open(choose(name, candidates))

    /** One line: what [chosen] is, and why each backend of a higher priority is not used. */
    @JvmStatic
    @JvmOverloads
    public fun description(chosen: Backend = current): String {
        val own = candidates.firstOrNull { it.name == chosen.name }?.provider
        val skipped = candidates.filter { it.problem != null }.joinToString("") { "; ${it.name} skipped: ${it.problem}" }
        return "${chosen.name}: ${own?.describe() ?: "opened by hand"}$skipped"
    }

    /** The names of all backends found, usable or not. */
    @JvmStatic
    public val names: List<String> get() = candidates.map { it.name }

    private fun open(provider: BackendProvider): Backend = opened.computeIfAbsent(provider.name) { provider.open() }

    private fun reasons(list: List<Candidate>): String = list.joinToString("\n") { "  ${it.name}: ${it.problem}" }

    /** The backends that [loader] finds. Old virtual machines throw when a provider needs a newer one: that is a reason, not a crash. */
    internal fun find(loader: ClassLoader): List<Candidate> {
        val found = ArrayList<Candidate>()
        val services = ServiceLoader.load(BackendProvider::class.java, loader).iterator()
        repeat(MOST_SERVICES) {
            // a loader that cannot read the list of services at all throws again and again
            try {
                if (!services.hasNext()) return found
                val provider = services.next()
                found.add(Candidate(provider.name, provider, provider.whyUnusable()))
            } catch (e: UnsupportedClassVersionError) {
                val java = System.getProperty("java.version")
                found.add(Candidate(NAMELESS, null, "needs a newer Java than this one, which is $java (${e.message})"))
            } catch (e: LinkageError) {
                found.add(Candidate(NAMELESS, null, "cannot be loaded: $e"))
            } catch (e: ServiceConfigurationError) {
                found.add(Candidate(NAMELESS, null, e.message ?: "its service file is broken"))
            }
        }
        return found
    }

    /** The one of [list] called [name]; see [get]. */
    internal fun choose(name: String, list: List<Candidate>): BackendProvider {
        val found = list.firstOrNull { it.name == name }
        if (found == null) {
            val known = list.filter { it.name != NAMELESS }.joinToString { it.name }
            val lost = list.filter { it.name == NAMELESS }
            throw BackendUnavailableException(
                "backend: unknown: $name\n" + (if (lost.isEmpty()) "" else reasons(lost) + "\n") + "  hint: known are $known",
            )
        }
        if (found.provider == null || found.problem != null) {
            throw BackendUnavailableException("backend: $name cannot be used: ${found.problem}")
        }
        return found.provider
    }

    /** What a backend is called whose provider could not even be loaded. */
    private const val NAMELESS = "a backend"
    private const val MOST_SERVICES = 1000
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
