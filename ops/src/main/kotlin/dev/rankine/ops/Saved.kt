package dev.rankine.ops

/** An operand that a tape keeps for a gradient: held beyond the end of its scope, stored or not. */
public class Saved(value: Value) {
    private val content = value.bytes
    private val version = (content as? Storage)?.version ?: UNKNOWN

    init {
        when (content) {
            is Storage -> content.hold()
            is Pending -> content.hold()
            else -> error("a value without bytes cannot be saved")
        }
    }

    /** Whether the bytes were overwritten in place since. */
    public val isModified: Boolean
        get() {
            val bytes = storage ?: return false
            return bytes.version != if (version == UNKNOWN) (content as Pending).firstVersion else version
        }

    /** Where the last write in place came from. */
    public val writer: String? get() = storage?.writer

    private val storage: Storage? get() = content as? Storage ?: (content as Pending).stored

    /** Lets the bytes go; called once. */
    public fun release(): Unit = if (content is Storage) content.unhold() else (content as Pending).unhold()

    private companion object {
        const val UNKNOWN = -1
    }
}

/** The same bytes with another history: what a tape saves. */
public fun Value.withOrigin(origin: Origin?): Value = Value(dtype, layout, backend, content, origin)
