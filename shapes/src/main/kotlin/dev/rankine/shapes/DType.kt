package dev.rankine.shapes

/**
 * The type of a tensor's elements.
 *
 * @property bytes the size of an element in bytes.
 * @property word the name as PyTorch writes it.
 */
public enum class DType(public val bytes: Int, public val word: String) {
    BOOL(1, "bool"),
    U8(1, "uint8"),
    I8(1, "int8"),
    I16(2, "int16"),
    I32(4, "int32"),
    I64(8, "int64"),
    F16(2, "float16"),
    BF16(2, "bfloat16"),
    F32(4, "float32"),
    F64(8, "float64"),
    ;

    /** Whether elements are floating-point numbers. */
    public val isFloating: Boolean get() = ordinal >= F16.ordinal

    /** Whether elements are integers; bool is none. */
    public val isInteger: Boolean get() = this != BOOL && !isFloating

    override fun toString(): String = word
}
