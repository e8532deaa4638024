package dev.rankine.ops.plain.kernels

/*
 * Floating numbers as whole numbers of the same order: the bits, with all but the sign turned over below zero. Both zeros are one key,
 * NaN is above infinity, and the least key is below all. The processor compares and chooses among them without a branch.
 */

/** Keys of float32. */
internal typealias KeysF32 = IntArray

/** Keys of float64. */
internal typealias KeysF64 = LongArray

/** Below the key of every number. */
internal const val LEAST_KEY_F32: Int = Int.MIN_VALUE
internal const val LEAST_KEY_F64: Long = Long.MIN_VALUE

/** The key of infinity: larger ones are NaN. */
internal const val INFINITE_KEY_F32: Int = 0x7f800000
internal const val INFINITE_KEY_F64: Long = 0x7ff0000000000000L

/** Fills [into] with the keys of the elements of [x] from [at] on. */
internal fun keysOf(x: FloatArray, at: Int, into: KeysF32) {
    for (i in into.indices) {
        val bits = (x[at + i] + 0f).toBits()
        into[i] = bits xor ((bits shr 31) ushr 1)
    }
}

/** Fills [into] with the keys of the elements of [x] from [at] on. */
internal fun keysOf(x: DoubleArray, at: Int, into: KeysF64) {
    for (i in into.indices) {
        val bits = (x[at + i] + 0.0).toBits()
        into[i] = bits xor ((bits shr 63) ushr 1)
    }
}

/** All bits set if [a] and [b] differ, else none. */
internal fun differs(a: Int, b: Int): Int = (a xor b).let { (it or -it) shr 31 }

/** All bits set if [a] and [b] differ, else none. */
internal fun differs(a: Long, b: Long): Int = ((a xor b).let { (it or -it) shr 63 }).toInt()
