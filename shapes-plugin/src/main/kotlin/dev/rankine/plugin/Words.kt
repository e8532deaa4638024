package dev.rankine.plugin

/** The word of an op in messages, the one that the run uses too: `add` for `plus`, `max_pool2d` for `maxPool2d` and `MaxPool2d`. */
internal fun opWord(name: String): String = OPERATORS[name] ?: name.replace(HUMP, "_$0").removePrefix("_").lowercase()

private val HUMP = Regex("[A-Z]")

private val OPERATORS =
    mapOf(
        "plus" to "add",
        "minus" to "sub",
        "times" to "mul",
        "rem" to "remainder",
        "unaryMinus" to "neg",
        "plusAssign" to "add_",
        "minusAssign" to "sub_",
        "timesAssign" to "mul_",
        "divAssign" to "div_",
    )
