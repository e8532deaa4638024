package dev.rankine.conformance

import dev.rankine.ops.Ops
import dev.rankine.ops.matmulOp
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.collections.shouldBeEmpty
import io.kotest.matchers.shouldBe
import io.kotest.matchers.string.shouldContain
import java.io.File

internal class OpTableTest :
    FunSpec({
        test("docs/ops.md is what the rows say") {
            val file = File(System.getProperty("rankine.root"), "docs/ops.md")
            val page = OpTable().page()
            if (System.getProperty("generate") == "true") {
                file.parentFile.mkdirs()
                file.writeText(page)
                println("wrote ${file.name}: ${Ops.all.size} rows")
            }
            file.readText() shouldBe page
        }
        test("every row can be called from Kotlin") {
            val names = RowNames()
            Ops.all
                .filter { names.call(it) == null }
                .map { it.name }
                .shouldBeEmpty()
            names.call(matmulOp) shouldBe "matmul"
        }
        test("a rule, types and gradient are what the row says") {
            val page = OpTable(Samples.all.filter { it.op === matmulOp }).page()
            page shouldContain
                "| matmul | `matmul` | primitive | `left:[*batch, n, inner] right:[*batch, inner, m] -> [*batch, n, m]` | numbers | own |"
        }
    })
