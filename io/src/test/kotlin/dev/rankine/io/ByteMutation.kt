package dev.rankine.io

import kotlin.random.Random

/** Changes that know nothing of the format. */
internal enum class ByteMutation {
    FLIP {
        override fun apply(file: ByteArray, other: ByteArray, random: Random): ByteArray {
            val bytes = file.copyOf()
            repeat(random.nextInt(1, 5)) {
                val at = random.nextInt(bytes.size)
                bytes[at] =
                    if (random.nextBoolean()) random.nextInt().toByte() else (bytes[at].toInt() xor (1 shl random.nextInt(8))).toByte()
            }
            return bytes
        }
    },
    INSERT {
        override fun apply(file: ByteArray, other: ByteArray, random: Random): ByteArray =
            random.nextInt(file.size + 1).let { at -> file.copyOf(at) + random.nextBytes(random.nextInt(1, 9)) + file.drop(at) }
    },
    DELETE {
        override fun apply(file: ByteArray, other: ByteArray, random: Random): ByteArray {
            val (from, until) = range(file, random)
            return file.copyOf(from) + file.drop(until)
        }
    },
    CUT {
        override fun apply(file: ByteArray, other: ByteArray, random: Random): ByteArray = file.copyOf(random.nextInt(file.size))
    },
    REPEAT {
        override fun apply(file: ByteArray, other: ByteArray, random: Random): ByteArray {
            val (from, until) = range(file, random)
            return file.copyOf(until) + file.drop(from)
        }
    },
    SPLICE {
        override fun apply(file: ByteArray, other: ByteArray, random: Random): ByteArray =
            file.copyOf(random.nextInt(file.size)) + other.drop(random.nextInt(other.size))
    }, ;

    /** [file] changed; splices end as [other] does. */
    abstract fun apply(file: ByteArray, other: ByteArray, random: Random): ByteArray

    companion object {
        private fun range(file: ByteArray, random: Random): Pair<Int, Int> {
            val from = random.nextInt(file.size)
            return from to random.nextInt(from, file.size) + 1
        }

        private fun ByteArray.drop(count: Int): ByteArray = copyOfRange(count, size)
    }
}
