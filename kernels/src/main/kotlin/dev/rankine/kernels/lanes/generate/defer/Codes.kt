package dev.rankine.kernels.lanes

/** Some numbers that say what a chain computes: a key, once nothing is added any more. */
internal class Codes {
    private var list = IntArray(32)
    private var hash = 0

    var size: Int = 0
        private set

    operator fun get(i: Int): Int = list[i]

    fun add(code: Int) {
        if (size == list.size) list = list.copyOf(size * 2)
        list[size++] = code
        hash = hash * 31 + code
    }

    fun clear() {
        size = 0
        hash = 0
    }

    override fun equals(other: Any?): Boolean {
        if (other !is Codes || size != other.size || hash != other.hash) return false
        for (i in 0 until size) if (list[i] != other.list[i]) return false
        return true
    }

    override fun hashCode(): Int = hash
}
