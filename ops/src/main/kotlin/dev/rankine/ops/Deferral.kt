package dev.rankine.ops

/**
 * How a backend holds elementwise calls back, so that a chain of them becomes one loop when somebody needs a result. What calls mean does not
 * change: errors of sizes and types are thrown at the call, and the bits are those that each call alone would give.
 *
 * The door asks for results of at least [least] elements, and not while values are checked ([detectAnomaly]).
 */
public interface Deferral {
    /** Results of fewer elements are computed at once: holding them back would cost more than it saves. */
    public val least: Int

    /**
     * The call of [op] held back: what will compute its only [result]; or null if it runs now. Operands may be pending themselves and are
     * alive. A pending value keeps the bytes of its operands, within bounds that do not depend on how long a chain becomes.
     */
    public fun <A : Any> defer(op: Op<A>, attributes: A, inputs: Array<Value>, result: Spec): Pending?

    /** A kernel that runs this call, some of whose operands are pending, without having them stored; or null: then they are stored first. */
    public fun <A : Any> kernel(op: Op<A>, attributes: A, inputs: Array<Value>): Kernel<A>?

    /** Whether the composite [op] is better defined than run by its own kernel if an operand is pending: because of [kernel]. */
    public fun isOpened(op: Op<*>): Boolean
}
