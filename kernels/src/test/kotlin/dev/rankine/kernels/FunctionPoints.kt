package dev.rankine.kernels

/** Numbers at which functions are examined. */
internal object FunctionPoints {
    val SPECIAL: DoubleArray =
        doubleArrayOf(
            0.0,
            1.0,
            0.5,
            2.0,
            Double.POSITIVE_INFINITY,
            5e-324,
            2.2e-308,
            1e-300,
            1.7976931348623157e308,
            1e19,
            1e-45,
            710.0,
            745.0,
        ).let { it + DoubleArray(it.size) { i -> -it[i] } + Double.NaN }

    /** By function, the lines of a file of results: operands, and the function's value as a sum of two numbers. */
    fun read(file: String): Map<String, List<List<Double>>> =
        FunctionPoints::class.java
            .getResource("/functions/$file.txt")!!
            .readText()
            .lines()
            .filter { it.isNotEmpty() && !it.startsWith("#") }
            .map { it.split(" ") }
            .groupBy({ it[0] }) { line -> line.drop(1).map { Double.fromBits(it.toULong(16).toLong()) } }
}
