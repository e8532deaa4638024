package dev.rankine.shapes

/**
 * The type of a tensor's elements.
 *
 * The order of the entries is part of the meaning: bool, then integers, then floating-point numbers, each from narrow to wide.
 * The names `U16`, `U32`, `U64` (`uint16`, `uint32`, `uint64`), `C64` and `C128` (`complex64`, `complex128`) are reserved:
 * no tensor has these types today, and no other meaning will be given to the names.
 *
 * @property bytes the size of an element in bytes.
 * @property word the name as PyTorch writes it.
 */
public enum class DType(public val bytes: Int, public val word: String) {
    /** True or false, one byte per element: 1 or 0. */
    BOOL(1, "bool"),

    /** Unsigned 8-bit integers, 0 to 255: image bytes. */
    U8(1, "uint8"),

    /** Signed 8-bit integers, -128 to 127. */
    I8(1, "int8"),

    /** Signed 16-bit integers, -32,768 to 32,767. */
    I16(2, "int16"),

    /** Signed 32-bit integers, -2^31 to 2^31 - 1. */
    I32(4, "int32"),

    /** Signed 64-bit integers, -2^63 to 2^63 - 1: indices, and what Kotlin's integral numbers become. */
    I64(8, "int64"),

    /** IEEE 754 binary16: 5 bits of exponent, 10 of fraction; largest finite number 65,504. */
    F16(2, "float16"),

    /** The upper half of an [F32]: 8 bits of exponent, 7 of fraction; the range of float32 with two to three digits. */
    BF16(2, "bfloat16"),

    /** IEEE 754 binary32: 8 bits of exponent, 23 of fraction. */
    F32(4, "float32"),

    /** IEEE 754 binary64: 11 bits of exponent, 52 of fraction. */
    F64(8, "float64"),
    ;

    /** Whether elements are floating-point numbers. */
    public val isFloating: Boolean get() = ordinal >= F16.ordinal

    /** Whether elements are integers; bool is none. */
    public val isInteger: Boolean get() = this != BOOL && !isFloating

    override fun toString(): String = word

    public companion object {
        /** The floating-point type where none is said: of new tensors, and of integers that meet a fractional number. */
        @JvmField
        public val DEFAULT: DType = F32

        /**
         * The type that PyTorch calls [word]: `DType.of("bfloat16")`.
         *
         * @throws DTypeException listing the known words if there is none.
         */
        @JvmStatic
        public fun of(word: String): DType =
            entries.firstOrNull { it.word == word }
                ?: throw DTypeException("dtype: unknown element type: \"$word\" is none of ${entries.joinToString(", ")}")
    }
}
