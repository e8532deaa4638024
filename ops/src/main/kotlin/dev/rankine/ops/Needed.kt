package dev.rankine.ops

/**
 * What later parts of a long computation need of all that its scope owns: the rest is returned between the parts, not at the end of the scope. What a slot
 * or a live tape holds stays as ever, and so does what a waiting computation reads. Of the scope that runs when this is made.
 *
 * @throws IllegalStateException if no scope runs.
 */
public class Needed {
    private val scope = checkNotNull(Scope.current()) { "needed: no scope runs" }

    /** What the scope owns and may return before it ends. */
    private val rest = ArrayList<Content>()
    private var parts = 0

    /** Later parts need [value], until [remove] was called as often. */
    public fun add(value: Value): Unit = want(value, 1)

    /** Takes one [add] back. */
    public fun remove(value: Value): Unit = want(value, -1)

    /** A part has ended: returns what no later one needs. Looks seldom if there is much, so that the parts do not spend their time on this. */
    public fun partEnded() {
        scope.listed(rest)
        parts++
        if (parts * LOOKS < rest.size) return
        parts = 0
        rest.removeIf { !mayGoLater(it) }
    }

    private fun want(value: Value, count: Int) {
        when (val content = value.content) {
            is Storage -> content.want(count)
            is Pending -> content.want(count)
        }
    }

    /** Returns [content] if it may go. Whether it may at the end of another part. */
    private fun mayGoLater(content: Content): Boolean {
        val bytes = (content as? Pending)?.stored ?: content
        return if (bytes is Storage) mayGoLater(bytes) else mayGoLater(bytes as Pending)
    }

    private fun mayGoLater(bytes: Storage): Boolean {
        if (bytes.isWanted || bytes.isRead) return true
        // whoever holds it lets it go to the scope that runs then
        if (!bytes.orphan()) bytes.release(scope.name)
        return false
    }

    private fun mayGoLater(bytes: Pending): Boolean {
        if (bytes.isWanted || bytes.isRead) return true
        // the end of the scope stores what is held
        if (!bytes.isNeeded) bytes.release(scope.name)
        return false
    }

    private companion object {
        /** How much one part looks at, on the average. */
        const val LOOKS = 8
    }
}
