package dev.rankine.ops.text

import dev.rankine.ops.valueOf
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.shouldBe

/** Texts against what NumPy 2.4 prints for the same numbers, `array2string(x, separator=", ", prefix="tensor(", suffix=")", precision=4)`. */
internal class FloatTextTest :
    FunSpec({
        test("whole numbers") {
            body(valueOf(doubleArrayOf(1.0, 2.0, 3.0), 3)) shouldBe
                listOf(
                    "[1., 2., 3.]",
                ).joinToString("\n")
        }

        test("fractions align") {
            body(valueOf(doubleArrayOf(1.0, 2.5, 3.0, -4.125), 2, 2)) shouldBe
                listOf(
                    "[[ 1.   ,  2.5  ],",
                    "        [ 3.   , -4.125]]",
                ).joinToString("\n")
        }

        test("precision cuts") {
            body(valueOf(doubleArrayOf(1.123456789, -2.5), 2)) shouldBe
                listOf(
                    "[ 1.1235, -2.5   ]",
                ).joinToString("\n")
        }

        test("small numbers go scientific") {
            body(valueOf(doubleArrayOf(1e-05, 1.0, 100000.0), 3)) shouldBe
                listOf(
                    "[1.e-05, 1.e+00, 1.e+05]",
                ).joinToString("\n")
        }

        test("large numbers go scientific") {
            body(valueOf(doubleArrayOf(100000000.0, 1.0), 2)) shouldBe
                listOf(
                    "[1.e+08, 1.e+00]",
                ).joinToString("\n")
        }

        test("just below large") {
            body(valueOf(doubleArrayOf(99999999.0, 99999998.0), 2)) shouldBe
                listOf(
                    "[99999999., 99999998.]",
                ).joinToString("\n")
        }

        test("ratio of 1000 stays") {
            body(valueOf(doubleArrayOf(0.001, 1.0), 2)) shouldBe
                listOf(
                    "[0.001, 1.   ]",
                ).joinToString("\n")
        }

        test("ratio above 1000") {
            body(valueOf(doubleArrayOf(0.00099, 1.0), 2)) shouldBe
                listOf(
                    "[9.9e-04, 1.0e+00]",
                ).joinToString("\n")
        }

        test("not finite") {
            body(valueOf(doubleArrayOf(1.123456789, -2.5, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY), 5)) shouldBe
                listOf(
                    "[ 1.1235, -2.5   ,     nan,     inf,    -inf]",
                ).joinToString("\n")
        }

        test("only nan") {
            body(valueOf(doubleArrayOf(Double.NaN), 1)) shouldBe
                listOf(
                    "[nan]",
                ).joinToString("\n")
        }

        test("only infinities") {
            body(valueOf(doubleArrayOf(Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY), 2)) shouldBe
                listOf(
                    "[ inf, -inf]",
                ).joinToString("\n")
        }

        test("nan among whole numbers") {
            body(valueOf(doubleArrayOf(1.0, Double.NaN), 2)) shouldBe
                listOf(
                    "[ 1., nan]",
                ).joinToString("\n")
        }

        test("three exponent digits") {
            body(valueOf(doubleArrayOf(1e-300, 1e+300), 2)) shouldBe
                listOf(
                    "[1.e-300, 1.e+300]",
                ).joinToString("\n")
        }

        test("half to even") {
            body(valueOf(doubleArrayOf(5e-05, 0.25), 2)) shouldBe
                listOf(
                    "[5.0e-05, 2.5e-01]",
                ).joinToString("\n")
        }

        test("ties") {
            body(valueOf(doubleArrayOf(0.03125, 0.5, 2.00005), 3)) shouldBe
                listOf(
                    "[0.0312, 0.5   , 2.    ]",
                ).joinToString("\n")
        }

        test("negative zero") {
            body(valueOf(doubleArrayOf(-0.0, 1.0), 2)) shouldBe
                listOf(
                    "[-0.,  1.]",
                ).joinToString("\n")
        }

        test("rounds up to the next power") {
            body(valueOf(doubleArrayOf(9.99999, 0.5), 2)) shouldBe
                listOf(
                    "[10. ,  0.5]",
                ).joinToString("\n")
        }

        test("zeros") {
            body(valueOf(doubleArrayOf(0.0, 0.0, 0.0), 3)) shouldBe
                listOf(
                    "[0., 0., 0.]",
                ).joinToString("\n")
        }

        test("a number") {
            body(valueOf(doubleArrayOf(3.14159265358979))) shouldBe
                listOf(
                    "3.1416",
                ).joinToString("\n")
        }

        test("nested") {
            body(valueOf(doubleArrayOf(0.0, 1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0), 2, 2, 2)) shouldBe
                listOf(
                    "[[[0., 1.],",
                    "         [2., 3.]],",
                    "",
                    "        [[4., 5.],",
                    "         [6., 7.]]]",
                ).joinToString("\n")
        }

        test("rank 4") {
            body(valueOf(doubleArrayOf(0.0, 1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0), 2, 1, 2, 2)) shouldBe
                listOf(
                    "[[[[0., 1.],",
                    "          [2., 3.]]],",
                    "",
                    "",
                    "        [[[4., 5.],",
                    "          [6., 7.]]]]",
                ).joinToString("\n")
        }

        test("lines break") {
            body(
                valueOf(
                    doubleArrayOf(
                        0.0,
                        0.045454545454545456,
                        0.09090909090909091,
                        0.13636363636363635,
                        0.18181818181818182,
                        0.2272727272727273,
                        0.2727272727272727,
                        0.3181818181818182,
                        0.36363636363636365,
                        0.4090909090909091,
                        0.4545454545454546,
                        0.5,
                        0.5454545454545454,
                        0.5909090909090909,
                        0.6363636363636364,
                        0.6818181818181819,
                        0.7272727272727273,
                        0.7727272727272727,
                        0.8181818181818182,
                        0.8636363636363636,
                        0.9090909090909092,
                        0.9545454545454546,
                        1.0,
                    ),
                    23,
                ),
            ) shouldBe
                listOf(
                    "[0.    , 0.0455, 0.0909, 0.1364, 0.1818, 0.2273, 0.2727, 0.3182,",
                    "        0.3636, 0.4091, 0.4545, 0.5   , 0.5455, 0.5909, 0.6364, 0.6818,",
                    "        0.7273, 0.7727, 0.8182, 0.8636, 0.9091, 0.9545, 1.    ]",
                ).joinToString("\n")
        }

        test("mantissas align") {
            body(valueOf(doubleArrayOf(1.5e-07, 22500000000.0, -3.0), 3)) shouldBe
                listOf(
                    "[ 1.50e-07,  2.25e+10, -3.00e+00]",
                ).joinToString("\n")
        }

        test("not finite scientific") {
            body(valueOf(doubleArrayOf(1e-07, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.NaN), 4)) shouldBe
                listOf(
                    "[1.e-07,    inf,   -inf,    nan]",
                ).joinToString("\n")
        }

        test("smallest denormal") {
            body(valueOf(doubleArrayOf(5e-324, 1.0), 2)) shouldBe
                listOf(
                    "[5.e-324, 1.e+000]",
                ).joinToString("\n")
        }

        test("float32 fractions") {
            body(valueOf(floatArrayOf(0.10000000149011612f, 0.20000000298023224f, 0.3333333432674408f), 3)) shouldBe
                listOf(
                    "[0.1   , 0.2   , 0.3333]",
                ).joinToString("\n")
        }

        test("float32 large") {
            body(valueOf(floatArrayOf(1000000.0f, 1.0f), 2)) shouldBe
                listOf(
                    "[1.e+06, 1.e+00]",
                ).joinToString("\n")
        }

        test("float32 below large") {
            body(valueOf(floatArrayOf(999999.0f, 1234.0f), 2)) shouldBe
                listOf(
                    "[999999.,   1234.]",
                ).joinToString("\n")
        }

        test("float32 number") {
            body(valueOf(floatArrayOf(2.7182817459106445f))) shouldBe
                listOf(
                    "2.7183",
                ).joinToString("\n")
        }

        test("float32 sixteenths") {
            body(valueOf(floatArrayOf(0.0625f, 16777.216796875f), 1, 2)) shouldBe
                listOf(
                    "[[6.2500e-02, 1.6777e+04]]",
                ).joinToString("\n")
        }
    })
