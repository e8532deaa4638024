package dev.rankine.io

import kotlin.random.Random

/** A tensor's part of a header, as texts, so that each may be anything. */
internal data class Described(val name: String, val dtype: String, val shape: List<String>, val offsets: List<String>) {
    override fun toString(): String =
        "\"$name\":{\"dtype\":$dtype,\"shape\":[${shape.joinToString(",")}],\"data_offsets\":[${offsets.joinToString(",")}]}"
}

/** Changes of a header that know the format. */
internal enum class HeaderMutation {
    SIZE {
        override fun apply(tensors: List<Described>, random: Random): String =
            header(tensors.one(random) { it.copy(shape = it.shape.changed(random)) })
    },
    OFFSET {
        override fun apply(tensors: List<Described>, random: Random): String =
            header(tensors.one(random) { it.copy(offsets = it.offsets.changed(random)) })
    },
    OVERLAP {
        override fun apply(tensors: List<Described>, random: Random): String {
            val (a, b) = List(2) { tensors.random(random) }
            val shift = random.nextLong(-8, 9)
            return header(
                tensors.map { tensor ->
                    when (tensor) {
                        a -> tensor.copy(offsets = b.offsets)
                        b -> tensor.copy(offsets = tensor.offsets.map { "${it.toLong() + shift}" })
                        else -> tensor
                    }
                },
            )
        }
    },
    DTYPE {
        override fun apply(tensors: List<Described>, random: Random): String =
            header(tensors.one(random) { it.copy(dtype = DTYPES.random(random)) })
    },
    TWICE {
        override fun apply(tensors: List<Described>, random: Random): String {
            val tensor = tensors.random(random)
            val again =
                if (random.nextBoolean()) {
                    tensor
                } else {
                    tensor.copy(
                        name = tensor.name.map { "\\u%04x".format(it.code) }.joinToString(""),
                    )
                }
            return when (random.nextInt(3)) {
                0 -> header(tensors + again)
                1 -> header(tensors).replaceFirst("\"shape\":", "\"shape\":[],\"shape\":")
                else -> header(tensors).replaceFirst("{", "{\"__metadata__\":{\"a\":\"\",\"\\u0061\":\"\"},")
            }
        }
    },
    NAME {
        override fun apply(tensors: List<Described>, random: Random): String =
            header(tensors.one(random) { it.copy(name = NAMES.random(random)) })
    },
    DEEP {
        override fun apply(tensors: List<Described>, random: Random): String {
            val depth = random.nextInt(3, 5000)
            val (open, close) = NESTS.random(random)
            val deep = open.repeat(depth) + if (random.nextBoolean()) close.repeat(depth) else ""
            return when (random.nextInt(4)) {
                0 -> deep
                1 -> header(tensors.one(random) { it.copy(shape = listOf(deep)) })
                2 -> header(tensors).replaceFirst("{", "{\"__metadata__\":$deep,")
                else -> header(tensors.one(random) { it.copy(dtype = deep) })
            }
        }
    },
    LONG {
        override fun apply(tensors: List<Described>, random: Random): String {
            val count = random.nextInt(2, 3000)
            return when (random.nextInt(3)) {
                0 -> header(tensors.one(random) { tensor -> tensor.copy(shape = List(count) { "1" } + tensor.shape) })
                1 -> header(tensors + List(count) { Described("n$it", "\"U8\"", listOf("0"), listOf("0", "0")) })
                else -> "{" + (0 until count).joinToString(",") { "\"$it\":{}" } + "}"
            }
        }
    },
    TEXTS {
        override fun apply(tensors: List<Described>, random: Random): String =
            header(tensors).replaceFirst("{", "{\"__metadata__\":${METADATA_TEXTS.random(random)},")
    },
    FIELD {
        override fun apply(tensors: List<Described>, random: Random): String {
            val (old, new) = FIELDS.random(random)
            return header(tensors).replace(old, new)
        }
    }, ;

    /** A header that describes [tensors] nearly. */
    abstract fun apply(tensors: List<Described>, random: Random): String

    companion object {
        fun header(tensors: List<Described>): String = tensors.joinToString(",", "{", "}")

        private fun List<Described>.one(random: Random, change: (Described) -> Described): List<Described> =
            random.nextInt(size).let { at -> mapIndexed { i, tensor -> if (i == at) change(tensor) else tensor } }

        private fun List<String>.changed(random: Random): List<String> {
            if (isEmpty()) return listOf(NUMBERS.random(random))
            val at = random.nextInt(size)
            val near = this[at].toLong() + random.nextLong(-2, 3)
            return when (random.nextInt(5)) {
                0 -> take(at) + drop(at + 1)
                1 -> take(at) + NUMBERS.random(random) + drop(at)
                2 -> take(at) + "$near" + drop(at + 1)
                else -> take(at) + NUMBERS.random(random) + drop(at + 1)
            }
        }

        private val NUMBERS =
            listOf("0", "1", "-1", "-0", "+1", "00", "01", "2.0", "0.5", "1e3", "1E400", "1e-400", "0x10", "1_000", "NaN", "Infinity") +
                listOf(
                    "${Int.MAX_VALUE}",
                    "2147483648",
                    "4294967296",
                    "65536",
                    "${Long.MAX_VALUE}",
                    "9223372036854775808",
                    "${Long.MIN_VALUE}",
                ) +
                listOf("9".repeat(40), "9".repeat(3000), "\"2\"", "null", "true", "[2]", "[]", "{}", "", "\"\"", "\u0662")

        private val DTYPES =
            listOf(
                "F32",
                "f32",
                "F64",
                "U8",
                "BOOL",
                "I16",
                "F8_E4M3",
                "C64",
                "U64",
                "",
                "\\u0046\\u0033\\u0032",
                "\\u202eF32",
                "x".repeat(5000),
            ).map { "\"$it\"" } + listOf("null", "32", "[\"F32\"]", "{}", "F32", "")

        private val NAMES =
            listOf("plain", "", "__metadata__", "\\u0000", "\\ud800", "\\udc00\\ud800", "\\uZZZZ", "\\u12", "\\x", "\\", "\\\"", "a\"b") +
                listOf(
                    "\\u001b[31m",
                    "\\u202egnp.exe",
                    "\u0001",
                    "\n",
                    "\u2028",
                    "\u00e9",
                    "\ud83d\ude00",
                    "n".repeat(20_000),
                    "../../etc/x",
                )

        private val NESTS = listOf("[" to "]", "{\"a\":" to "}", "[{\"a\":" to "}]", "[[" to "]]", "{\"a\":[" to "]}")

        private val METADATA_TEXTS =
            listOf("{}", "{\"a\":\"b\"}", "{\"a\":\"\\ud800\"}", "{\"\":\"\"}", "{\"a\":1}", "{\"a\":null}", "{\"a\":{}}", "{\"a\":[]}") +
                listOf("null", "[]", "\"a\"", "1", "{\"a\":\"${"t".repeat(9000)}\"}", "{\"a\"}", "{a:\"b\"}", "{\"a\":b}", "")

        private val FIELDS =
            listOf(
                "dtype" to "type",
                "\"shape\":" to "\"shape\" : \n\t",
                "data_offsets" to "offsets",
                "," to ",,",
                "," to ",\r\n ",
                ":" to "=",
            ) +
                listOf(
                    "}" to ",\"x\":1}",
                    "{" to "{ ",
                    "]" to "] ",
                    "\"" to "'",
                    "shape" to "sh\\u0061pe",
                    "[" to "[ ",
                    "{\"dtype\"" to "[\"dtype\"",
                ) +
                listOf("}}" to "}}}", "}}" to "}", "{" to "/* */{", "dtype" to "dtype\\u0000")
    }
}
