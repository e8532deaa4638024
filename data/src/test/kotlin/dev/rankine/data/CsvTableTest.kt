package dev.rankine.data

import dev.rankine.shapes.DType
import dev.rankine.shapes.FormatException
import dev.rankine.shapes.ShapeException
import dev.rankine.tensor.toDoubleArray
import dev.rankine.tensor.toFloatArray
import dev.rankine.tensor.toLongArray
import io.kotest.assertions.throwables.shouldThrow
import io.kotest.core.spec.style.FunSpec
import io.kotest.engine.spec.tempdir
import io.kotest.matchers.shouldBe
import kotlinx.coroutines.flow.take
import kotlinx.coroutines.flow.toList
import java.nio.file.Files
import java.util.Collections

internal class CsvTableTest :
    FunSpec({
        val root = tempdir().toPath()

        fun file(text: String, name: String = "t.csv") = Files.write(root.resolve(name), text.toByteArray())

        fun table(text: String, format: CsvFormat = CsvFormat()) = CsvTable.read(file(text), format)

        fun message(text: String, format: CsvFormat = CsvFormat(), use: (CsvTable) -> Any? = {}) =
            shouldThrow<FormatException> { use(table(text, format)) }.message

        val people = "height,weight,sex\n1.80,-75,m\n.5,+6e1,f\n\n2.,0,m\n"

        test("named columns become tensors") {
            val table = table(people)
            table.columns shouldBe listOf("height", "weight", "sex")
            table.size shouldBe 3
            val x = table.numbers(Row, Two, listOf("weight", "height"))
            x.sizes.toString() shouldBe "[Row = 3, Two = 2]"
            x.dtype shouldBe DType.F32
            x.toFloatArray().toList() shouldBe listOf(-75f, 1.8f, 60f, 0.5f, 0f, 2f)
            table.numbers(Row, "height").toFloatArray().toList() shouldBe listOf(1.8f, 0.5f, 2f)
            table.columnsBut("sex") shouldBe listOf("height", "weight")
            table.numbers(Row, Two, table.columnsBut("sex")).sizes.toString() shouldBe "[Row = 3, Two = 2]"
            table.texts("sex") shouldBe listOf("m", "f", "m")
            "$table" shouldBe "CsvTable(t.csv, 3 rows of \"height\", \"weight\", \"sex\")"
        }
        test("numbers that float32 does not hold: refused where they would be infinite, kept in float64") {
            val large = "id,mass\n16777217,1.5\n3,-1e39\n"
            table(large).numbers(Row, "id", dtype = DType.F64).toDoubleArray().toList() shouldBe listOf(16777217.0, 3.0)
            table(large).numbers(Row, Two, dtype = DType.F64).let { it.dtype to it.toDoubleArray().toList() } shouldBe
                (DType.F64 to listOf(16777217.0, 1.5, 3.0, -1e39))
            val problem =
                "t.csv: line 3, column \"mass\": a number expected that float32 holds, found -1.0E39\n  hint: numbers(..., dtype = DType.F64)"
            message(large) { it.numbers(Row, "mass") } shouldBe problem
            message(large) { it.numbers(Row, Two) } shouldBe problem
            table("a,b\n,1\n2,1\n").numbers(Row, "a", Missing.Fixed(Double.NaN)).toFloatArray()[0].isNaN() shouldBe true
            shouldThrow<IllegalArgumentException> { table(large).numbers(Row, "id", dtype = DType.I64) }.message shouldBe
                "csv: numbers are float32 or float64, not int64"
        }
        test("more numbers than a tensor has") {
            val row = table("a\n1\n").rows.single()
            val table = CsvTable(CsvHeader("t.csv", listOf("a"), setOf("")), Collections.nCopies(65_536, row))
            shouldThrow<FormatException> { table.numbers(Row, Row, Collections.nCopies(65_536, "a")) }.message shouldBe
                "t.csv: more numbers than a tensor has: 65536 rows of 65536 columns"
        }
        test("a quote inside of a field that does not begin with one is a character") {
            table("item,price\n5\" pipe,1\n7\" x 8\" box,2\n").texts("item") shouldBe listOf("5\" pipe", "7\" x 8\" box")
            message("a,b\n5\",1\n3,\"4\n") shouldBe "t.csv: line 3: a quote is opened and never closed: \""
            message("a,b\n\"5\"\"\",1\n\"3\",4,5\n") shouldBe "t.csv: line 3: 2 fields expected, 3 found"
        }
        test("class names become numbers, with their vocabulary") {
            val (labels, vocabulary) = table(people).classes(Row, "sex")
            labels.toLongArray().toList() shouldBe listOf(1L, 0L, 1L)
            vocabulary.words shouldBe listOf("f", "m")
            table("c\n10\n2\n10\n").classes(Row, "c").vocabulary.words shouldBe listOf("2", "10")
            val known = Vocabulary(listOf("m", "x", "f"))
            table(people)
                .classes(Row, "sex", known)
                .labels
                .toLongArray()
                .toList() shouldBe listOf(0L, 2L, 0L)
            message(people.replace("f", "w")) { it.classes(Row, "sex", known) } shouldBe
                "t.csv: line 3, column \"sex\": one of \"m\", \"x\", \"f\" expected, found \"w\""
            message("a,c\n1,x\n2,\n") { it.classes(Row, "c") } shouldBe
                "t.csv: line 3, column \"c\": the name of a class expected, the value is missing"
        }
        test("without a header, with another separator, quotes and comments") {
            val format = CsvFormat(listOf("a", "b"), separator = ';', quote = '\'', comment = '#', trim = true)
            val table = table("# one\n1;'x;y\nz'\n#two 'open\n 2 ; 'w' \n", format)
            table.numbers(Row, "a").toFloatArray().toList() shouldBe listOf(1f, 2f)
            table.texts("b") shouldBe listOf("x;y\nz", "w")
            table.rows.map { it.line } shouldBe listOf(2L, 5L)
        }
        test("quoted fields, line feeds in them, both ends of lines, a mark of the byte order") {
            val table = table("\uFEFF\"a\"\"b\",\"c,d\"\r\n\"1\",\"two\nlines\"\r\n2,\"\"\r\n")
            table.columns shouldBe listOf("a\"b", "c,d")
            table.texts("c,d") shouldBe listOf("two\nlines", "")
            table.numbers(Row, "a\"b").toFloatArray().toList() shouldBe listOf(1f, 2f)
            table.rows.map { it.line } shouldBe listOf(2L, 4L)
        }
        test("missing values: refused, NaN, the mean, a number, or without their rows") {
            val text = "a,b\n1,?\n,5\n3,7\n"
            val format = CsvFormat(missing = setOf("", "?"))
            message(text, format) { it.numbers(Row, "b") } shouldBe
                "t.csv: line 2, column \"b\": a number expected, the value is missing: \"?\"\n" +
                "  hint: numbers(..., missing = Missing.Mean) fills it up, withoutMissing() leaves the row out"
            message(text, format) { it.numbers(Row, Two) } shouldBe
                "t.csv: line 3, column \"a\": a number expected, the value is missing\n" +
                "  hint: numbers(..., missing = Missing.Mean) fills it up, withoutMissing() leaves the row out"
            val table = table(text, format)
            table.numbers(Row, "b", Missing.Nan).toFloatArray().map { "$it" } shouldBe listOf("NaN", "5.0", "7.0")
            table.numbers(Row, Two, missing = Missing.Mean).toFloatArray().toList() shouldBe listOf(1f, 6f, 2f, 5f, 3f, 7f)
            table.numbers(Row, "a", Missing.Fixed(-1.0)).toFloatArray().toList() shouldBe listOf(1f, -1f, 3f)
            table.withoutMissing().rows.map { it.line } shouldBe listOf(4L)
            table.withoutMissing(listOf("b")).rows.map { it.line } shouldBe listOf(3L, 4L)
            message("a,b\n,1\n,2\n") { it.numbers(Row, "a", Missing.Mean) } shouldBe
                "t.csv: column \"a\": all values are missing, and so is their mean"
            // what is no number is not missing, whatever becomes of those that are
            message("a\nx\n") { it.numbers(Row, "a", Missing.Nan) } shouldBe "t.csv: line 2, column \"a\": a number expected, found \"x\""
        }
        test("what is no number") {
            for (text in listOf("abc", "1,5".replace(",", "_"), "0x10", "1f", "NaN", "Infinity", "1e999", "--1", "1 2", ".", "e5", "١")) {
                message("a,b\n1,2\n3,$text\n") { it.numbers(Row, Two) } shouldBe
                    "t.csv: line 3, column \"b\": a number expected, found \"$text\""
            }
            message("a\n\u0007x\n") { it.numbers(Row, "a") } shouldBe "t.csv: line 2, column \"a\": a number expected, found \"U+0007x\""
        }
        test("rows and headers that are not those of a table") {
            message("a,b\n1,2\n3\n") shouldBe "t.csv: line 3: 2 fields expected, 1 found"
            message("a,b\n1,2\n3,4,5\n") shouldBe "t.csv: line 3: 2 fields expected, 3 found"
            message("a,b,a\n") shouldBe "t.csv: two columns have the same name: \"a\""
            message("") shouldBe
                "t.csv: there is no line with the names of the columns\n  hint: give them: CsvFormat(columns = listOf(...))"
            message("a,b\n1,2\n3,\"4\n5,6\n") shouldBe "t.csv: line 3: a quote is opened and never closed: \""
            message("a,b\n1,\"2\n3\n4,5\n6") shouldBe "t.csv: line 2: a quote is opened and never closed: \""
            message(people) { it.numbers(Row, "hight") } shouldBe
                "t.csv: there is no column \"hight\"\n  hint: it has \"height\", \"weight\", \"sex\""
            message(people) { it.columnsBut("x") } shouldBe
                "t.csv: there is no column \"x\"\n  hint: it has \"height\", \"weight\", \"sex\""
            shouldThrow<ShapeException> { table(people).numbers(Row, Five, listOf("height")) }.message!!.lines()[0] shouldBe
                "axis: Five was declared with size 5: 1 given"
            table("a,b\n").numbers(Row, Two).sizes.toString() shouldBe "[Row = 0, Two = 2]"
        }
        test("no such file, a directory, no text") {
            val nowhere = root.resolve("nowhere.csv")
            shouldThrow<FormatException> { CsvTable.read(nowhere) }.message shouldBe
                "nowhere.csv: there is no such file\n  hint: looked for $nowhere"
            shouldThrow<FormatException> { CsvTable.read(Files.createDirectories(root.resolve("d"))) }.message shouldBe
                "d: is a directory, not a file\n  hint: looked at ${root.resolve("d")}"
            val latin = Files.write(root.resolve("latin.csv"), byteArrayOf(97, 10, 49, 10, -28, 10))
            shouldThrow<FormatException> { CsvTable.read(latin) }.message shouldBe "latin.csv: line 3 is not UTF-8"
            val endless = Files.write(root.resolve("endless.csv"), ByteArray((1 shl 24) + 2) { 97 })
            shouldThrow<FormatException> { CsvTable.read(endless) }.message shouldBe
                "endless.csv: line 1 is too long: more than 16,777,216 bytes"
            val field = Files.write(root.resolve("field.csv"), "a\n\"${"b".repeat(9_000_000)}\"\n".toByteArray())
            shouldThrow<FormatException> { CsvTable.read(field) }.message!!.substringBefore(": M") shouldBe "field.csv: cannot be read"
        }
        test("one row after another, of a file that may be larger than memory") {
            val rows = CsvTable.rows(file(people))
            rows.map { it.number("height") }.epoch(0).toList() shouldBe listOf(1.8, 0.5, 2.0)
            rows
                .epoch(0)
                .take(1)
                .toList()
                .single()
                .text("sex") shouldBe "m"
            val loader = IterableLoader(rows, 2, workers = 2) { examples -> examples.map { it.number("weight") } }
            loader.epoch(0).toList() shouldBe listOf(listOf(-75.0, 60.0), listOf(0.0))
            shouldThrow<FormatException> {
                CsvTable
                    .rows(file("a\nx\n"))
                    .epoch(0)
                    .toList()
                    .single()
                    .number("a")
            }.message shouldBe
                "t.csv: line 2, column \"a\": a number expected, found \"x\""
        }
        test("impossible formats") {
            shouldThrow<IllegalArgumentException> { CsvFormat(separator = '"') }.message shouldBe
                "csv: separator, quote and comment are different characters: [\", \"]"
            shouldThrow<IllegalArgumentException> { CsvFormat(quote = '\n') }.message shouldBe
                "csv: separator, quote and comment cannot end a line"
        }
        test("an arff file: names from its header, rows after it") {
            val text =
                "% Comment\n@RELATION r\n\n@attribute class {1,2}\n@ATTRIBUTE\t'a b' REAL\n@attribute c numeric\n@DATA\n% c, d\n1, .5 ,?\n2,1,'3'\n"
            val table = ArffFile.read(file(text, "t.arff"))
            table.columns shouldBe listOf("class", "a b", "c")
            table.numbers(Row, "a b").toFloatArray().toList() shouldBe listOf(0.5f, 1f)
            table.numbers(Row, "c", Missing.Fixed(0.0)).toFloatArray().toList() shouldBe listOf(0f, 3f)
            table.rows.map { it.line } shouldBe listOf(9L, 10L)

            fun arff(text: String) = shouldThrow<FormatException> { ArffFile.read(file(text, "t.arff")) }.message
            arff("@relation r\n@attribute a real\n") shouldBe "t.arff: there is no line @data\n  hint: is it a file of another format?"
            arff("@data\n1\n") shouldBe "t.arff: line 1: there is no @attribute before @data"
            arff("a,b\n1,2\n") shouldBe "t.arff: line 1: @attribute or @data expected, found \"a,b\""
            arff("@attribute\n@data\n") shouldBe "t.arff: line 1: the name of an attribute expected, found \"\""
            arff("@attribute 'a real\n@data\n") shouldBe "t.arff: line 1: the name of an attribute expected, found \"'a real\""
            arff("@attribute a real\n@data\n1\n\n2,3\n") shouldBe "t.arff: line 5: 1 fields expected, 2 found"
        }
        test("the real files").config(enabledOrReasonIf = { SharedFolder.enabled("datasets/uci/wine.arff") }) {
            val wine = ArffFile.read(SharedFolder.path("datasets/uci/wine.arff"))
            val (labels, vocabulary) = wine.classes(Row, "class")
            vocabulary.words shouldBe listOf("1", "2", "3")
            // the class counts as published
            labels.toLongArray().groupBy { it }.mapValues { it.value.size } shouldBe mapOf(0L to 59, 1L to 71, 2L to 48)
            wine
                .numbers(Row, "Alcohol")
                .toFloatArray()
                .average()
                .toString()
                .take(6) shouldBe "13.000"
            val cancer = CsvTable.read(SharedFolder.path("datasets/uci/breast_cancer.csv"))
            cancer.numbers(Row, Step, cancer.columnsBut("target")).sizes.toString() shouldBe "[Row = 569, Step = 30]"
            cancer
                .classes(Row, "target")
                .labels
                .toLongArray()
                .sum() shouldBe 357L
        }
    })
