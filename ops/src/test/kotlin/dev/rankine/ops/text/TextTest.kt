package dev.rankine.ops.text

import dev.rankine.ops.toText
import dev.rankine.ops.valueOf
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.shouldBe

/** Texts of integers and booleans, summaries, and the text around them, against what NumPy 2.4 prints for the same numbers, `array2string(x, separator=", ", prefix="tensor(", suffix=")", precision=4)`. */
internal class TextTest :
    FunSpec({
        test("integers align") {
            body(valueOf(longArrayOf(1L, -20L, 300L), 3)) shouldBe
                listOf(
                    "[  1, -20, 300]",
                ).joinToString("\n")
        }

        test("an integer") {
            body(valueOf(longArrayOf(7L))) shouldBe
                listOf(
                    "7",
                ).joinToString("\n")
        }

        test("matrix of integers") {
            body(valueOf(longArrayOf(1L, 2L, 30L, -4L), 2, 2)) shouldBe
                listOf(
                    "[[ 1,  2],",
                    "        [30, -4]]",
                ).joinToString("\n")
        }

        test("integers break") {
            body(
                valueOf(
                    longArrayOf(
                        0L,
                        1000L,
                        2000L,
                        3000L,
                        4000L,
                        5000L,
                        6000L,
                        7000L,
                        8000L,
                        9000L,
                        10000L,
                        11000L,
                        12000L,
                        13000L,
                        14000L,
                        15000L,
                        16000L,
                        17000L,
                        18000L,
                        19000L,
                        20000L,
                        21000L,
                        22000L,
                        23000L,
                        24000L,
                        25000L,
                        26000L,
                        27000L,
                        28000L,
                        29000L,
                        30000L,
                        31000L,
                        32000L,
                        33000L,
                        34000L,
                        35000L,
                        36000L,
                        37000L,
                        38000L,
                        39000L,
                    ),
                    40,
                ),
            ) shouldBe
                listOf(
                    "[    0,  1000,  2000,  3000,  4000,  5000,  6000,  7000,  8000,",
                    "         9000, 10000, 11000, 12000, 13000, 14000, 15000, 16000, 17000,",
                    "        18000, 19000, 20000, 21000, 22000, 23000, 24000, 25000, 26000,",
                    "        27000, 28000, 29000, 30000, 31000, 32000, 33000, 34000, 35000,",
                    "        36000, 37000, 38000, 39000]",
                ).joinToString("\n")
        }

        test("booleans") {
            body(valueOf(booleanArrayOf(true, false), 2)) shouldBe
                listOf(
                    "[ True, False]",
                ).joinToString("\n")
        }

        test("all true") {
            body(valueOf(booleanArrayOf(true, true), 2)) shouldBe
                listOf(
                    "[ True,  True]",
                ).joinToString("\n")
        }

        test("a boolean") {
            body(valueOf(booleanArrayOf(true))) shouldBe
                listOf(
                    "True",
                ).joinToString("\n")
        }

        test("summary of a vector") {
            body(arange(2000.0)) shouldBe
                listOf(
                    "[0.000e+00, 1.000e+00, 2.000e+00, ..., 1.997e+03, 1.998e+03,",
                    "        1.999e+03]",
                ).joinToString("\n")
        }

        test("summary of a matrix") {
            body(integers(200, 200)) shouldBe
                listOf(
                    "[[    0,     1,     2, ...,   197,   198,   199],",
                    "        [  200,   201,   202, ...,   397,   398,   399],",
                    "        [  400,   401,   402, ...,   597,   598,   599],",
                    "        ...,",
                    "        [39400, 39401, 39402, ..., 39597, 39598, 39599],",
                    "        [39600, 39601, 39602, ..., 39797, 39798, 39799],",
                    "        [39800, 39801, 39802, ..., 39997, 39998, 39999]]",
                ).joinToString("\n")
        }

        test("summary of a narrow matrix") {
            body(integers(600, 2)) shouldBe
                listOf(
                    "[[   0,    1],",
                    "        [   2,    3],",
                    "        [   4,    5],",
                    "        ...,",
                    "        [1194, 1195],",
                    "        [1196, 1197],",
                    "        [1198, 1199]]",
                ).joinToString("\n")
        }

        test("summary of rank 3") {
            body(integers(12, 10, 11)) shouldBe
                listOf(
                    "[[[   0,    1,    2, ...,    8,    9,   10],",
                    "         [  11,   12,   13, ...,   19,   20,   21],",
                    "         [  22,   23,   24, ...,   30,   31,   32],",
                    "         ...,",
                    "         [  77,   78,   79, ...,   85,   86,   87],",
                    "         [  88,   89,   90, ...,   96,   97,   98],",
                    "         [  99,  100,  101, ...,  107,  108,  109]],",
                    "",
                    "        [[ 110,  111,  112, ...,  118,  119,  120],",
                    "         [ 121,  122,  123, ...,  129,  130,  131],",
                    "         [ 132,  133,  134, ...,  140,  141,  142],",
                    "         ...,",
                    "         [ 187,  188,  189, ...,  195,  196,  197],",
                    "         [ 198,  199,  200, ...,  206,  207,  208],",
                    "         [ 209,  210,  211, ...,  217,  218,  219]],",
                    "",
                    "        [[ 220,  221,  222, ...,  228,  229,  230],",
                    "         [ 231,  232,  233, ...,  239,  240,  241],",
                    "         [ 242,  243,  244, ...,  250,  251,  252],",
                    "         ...,",
                    "         [ 297,  298,  299, ...,  305,  306,  307],",
                    "         [ 308,  309,  310, ...,  316,  317,  318],",
                    "         [ 319,  320,  321, ...,  327,  328,  329]],",
                    "",
                    "        ...,",
                    "",
                    "        [[ 990,  991,  992, ...,  998,  999, 1000],",
                    "         [1001, 1002, 1003, ..., 1009, 1010, 1011],",
                    "         [1012, 1013, 1014, ..., 1020, 1021, 1022],",
                    "         ...,",
                    "         [1067, 1068, 1069, ..., 1075, 1076, 1077],",
                    "         [1078, 1079, 1080, ..., 1086, 1087, 1088],",
                    "         [1089, 1090, 1091, ..., 1097, 1098, 1099]],",
                    "",
                    "        [[1100, 1101, 1102, ..., 1108, 1109, 1110],",
                    "         [1111, 1112, 1113, ..., 1119, 1120, 1121],",
                    "         [1122, 1123, 1124, ..., 1130, 1131, 1132],",
                    "         ...,",
                    "         [1177, 1178, 1179, ..., 1185, 1186, 1187],",
                    "         [1188, 1189, 1190, ..., 1196, 1197, 1198],",
                    "         [1199, 1200, 1201, ..., 1207, 1208, 1209]],",
                    "",
                    "        [[1210, 1211, 1212, ..., 1218, 1219, 1220],",
                    "         [1221, 1222, 1223, ..., 1229, 1230, 1231],",
                    "         [1232, 1233, 1234, ..., 1240, 1241, 1242],",
                    "         ...,",
                    "         [1287, 1288, 1289, ..., 1295, 1296, 1297],",
                    "         [1298, 1299, 1300, ..., 1306, 1307, 1308],",
                    "         [1309, 1310, 1311, ..., 1317, 1318, 1319]]]",
                ).joinToString("\n")
        }

        test("own threshold and edge") {
            body(integers(4, 7), threshold = 10, edge = 2) shouldBe
                listOf(
                    "[[ 0,  1, ...,  5,  6],",
                    "        [ 7,  8, ..., 12, 13],",
                    "        [14, 15, ..., 19, 20],",
                    "        [21, 22, ..., 26, 27]]",
                ).joinToString("\n")
        }

        test("own precision") {
            body(valueOf(doubleArrayOf(1.123456789, 0.6666666666666666), 2), precision = 7) shouldBe
                listOf(
                    "[1.1234568, 0.6666667]",
                ).joinToString("\n")
        }

        test("empty") {
            body(valueOf(floatArrayOf(), 0, 3)) shouldBe
                listOf(
                    "[]",
                ).joinToString("\n")
        }

        test("the whole text") {
            valueOf(floatArrayOf(1f, 2f, 3f, 4f), 2, 2).toText() shouldBe "tensor([[1., 2.],\n        [3., 4.]], shape [2, 2], float32)"
        }

        test("a long last line leaves the shape to a line of its own") {
            integers(20).toText() shouldBe
                "tensor([ 0,  1,  2,  3,  4,  5,  6,  7,  8,  9, 10, 11, 12, 13, 14, 15,\n        16, 17, 18, 19], shape [20], int64)"
            integers(15).toText() shouldBe
                "tensor([ 0,  1,  2,  3,  4,  5,  6,  7,  8,  9, 10, 11, 12, 13, 14],\n       shape [15], int64)"
        }
    })
