package dev.rankine.data

import java.nio.ByteBuffer
import kotlin.random.Random

/** Changes of idx files, plain and packed, that know the formats. */
internal enum class IdxMutation {
    MAGIC {
        override fun apply(good: ByteArray, random: Random): ByteArray =
            good.copyOf().also { it[random.nextInt(4)] = listOf(0, 1, 2, 3, 4, 8, 9, 13, 31, 127, -128, -1).random(random).toByte() }
    },
    SIZE {
        override fun apply(good: ByteArray, random: Random): ByteArray {
            val bytes = ByteBuffer.wrap(good.copyOf())
            val at = 4 * random.nextInt(1, 1 + good[3])
            val near = bytes.getInt(at) + random.nextInt(-2, 3)
            val far = listOf(0, -1, Int.MIN_VALUE, Int.MAX_VALUE, Int.MAX_VALUE - 8, 65536, 1 shl 30, 46341, near)
            bytes.putInt(at, if (random.nextBoolean()) near else far.random(random))
            return bytes.array()
        }
    },
    PRODUCT {
        override fun apply(good: ByteArray, random: Random): ByteArray {
            val bytes = ByteBuffer.wrap(good.copyOf())
            val large = listOf(65536, 1 shl 30, Int.MAX_VALUE, 46341, 0x01000000, 3, 1290, 1291)
            repeat(good[3].toInt()) { bytes.putInt(4 + 4 * it, large.random(random)) }
            return bytes.array()
        }
    },
    PACKED_LIE {
        override fun apply(good: ByteArray, random: Random): ByteArray =
            packed(listOf(SIZE, PRODUCT, MAGIC).random(random).apply(good, random))
    },
    BOMB {
        /** Far more zeros than the sizes say, in a small file. */
        override fun apply(good: ByteArray, random: Random): ByteArray = packed(good + ByteArray(random.nextInt(1, 1 shl 21)))
    },
    MEMBERS {
        /** The same content, packed in pieces and with empty members between them: good. */
        override fun apply(good: ByteArray, random: Random): ByteArray {
            val cut = random.nextInt(good.size + 1)
            val nothing = repeated(packed(ByteArray(0)), random.nextInt(if (random.nextInt(20) == 0) 5000 else 3))
            return packed(good.copyOf(cut)) + nothing + packed(good.copyOfRange(cut, good.size)) + nothing
        }
    },
    TAIL {
        /** Something behind the last member: zeros, the start of another, text. */
        override fun apply(good: ByteArray, random: Random): ByteArray {
            val whole = packed(good)
            val tails =
                listOf(ByteArray(8), bytes(0), whole.copyOf(random.nextInt(1, whole.size)), "more".toByteArray(), bytes(0x1f, 0x8b), whole)
            return whole + tails.random(random)
        }
    },
    GZIP_HEADER {
        /** Flags that promise a name, a comment, more fields, a checksum, with or without them. */
        override fun apply(good: ByteArray, random: Random): ByteArray {
            val whole = packed(good)
            val start = whole.copyOf(10).also { it[3] = random.nextInt(64).toByte() }
            if (random.nextBoolean()) return start + whole.copyOfRange(10, whole.size)
            val flags = start[3].toInt()
            var fields = ByteArray(0)
            if (flags and 4 != 0) fields += bytes(3, 0, 1, 2, 3)
            if (flags and 8 != 0) fields += "name".toByteArray() + 0
            if (flags and 16 != 0) fields += "comment".toByteArray() + 0
            if (flags and 2 != 0) fields += checksum(start + fields)
            return start + fields + whole.copyOfRange(10, whole.size)
        }
    }, ;

    /** A file made of the [good] one. */
    abstract fun apply(good: ByteArray, random: Random): ByteArray

    companion object {
        private fun repeated(member: ByteArray, times: Int): ByteArray = ByteArray(member.size * times) { member[it % member.size] }

        private fun checksum(header: ByteArray): ByteArray {
            val value =
                java.util.zip
                    .CRC32()
                    .apply { update(header) }
                    .value
                    .toInt()
            return bytes(value and 0xff, value shr 8 and 0xff)
        }
    }
}
