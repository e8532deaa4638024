package dev.rankine.corpus

import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.collections.shouldContainExactly
import io.kotest.matchers.shouldBe
import org.jetbrains.kotlin.compiler.plugin.ExperimentalCompilerApi

/** What the corpus says to cases that are not as their files say. */
@OptIn(ExperimentalCompilerApi::class)
internal class JudgementTest :
    FunSpec({
        fun case(name: String, wrong: String, right: String, stage: Stage, message: String) =
            Case(
                Kind.CHANNELS,
                name,
                listOf("// $name", "// caught: ${stage.word}", "", "import dev.rankine.ops.*", "import dev.rankine.shapes.*", "") +
                    listOf("fun wrong() {", wrong, "}", "", "fun right() {", right, "}", "", "// message:") +
                    message.lines().map { "// $it" },
            )

        val clash = "val y = zeros(Sizes.of(2)) + zeros(Sizes.of(3))"
        val fit = "val y = zeros(Sizes.of(2)) + zeros(Sizes.of(2))"
        val said = "Initializer type mismatch: expected 'String', actual 'Int'."
        val good = case("good", "val text: String = 1", fit, Stage.TYPES, said)
        val cases =
            listOf(
                good,
                case("message", "val text: String = 1", fit, Stage.TYPES, "Type mismatch."),
                case("twice", "val a: String = 1; val b: String = 2", fit, Stage.TYPES, "$said\n$said"),
                case("stage", "error(\"never\")", fit, Stage.RUN, "nothing"),
                case("harmless", fit, fit, Stage.RUN, "nothing"),
                case("uncompilable", "val text: String = 1", "val text: String = 2", Stage.TYPES, said),
                case("warning", "val text: String = 1", "val number = 1!!", Stage.TYPES, said),
                case("throwing", "val text: String = 1", clash, Stage.TYPES, said),
                case("earlier", "val text: String = 1", fit, Stage.RUN, said),
            )
        val corpus = Corpus(cases, emptyList())
        val problems = corpus.check().mapKeys { it.key.name }

        test("a case as its file says has none") { problems["good"] shouldBe null }
        test("another message, another stage, more errors than one") {
            problems["message"].orEmpty() shouldContainExactly listOf("the message differs (- file, + found):\n- Type mismatch.\n+ $said")
            problems["twice"].orEmpty() shouldContainExactly listOf("one mistake is 2 errors")
            problems["earlier"].orEmpty() shouldContainExactly listOf("caught: types, but the file says run")
        }
        test("a wrong program that nothing catches, or something else than a check of shapes") {
            problems["harmless"].orEmpty() shouldContainExactly listOf("the wrong program runs to its end")
            problems["stage"].orEmpty() shouldContainExactly listOf("the wrong program throws IllegalStateException: never")
        }
        test("a right twin that is refused, warned of or throws") {
            problems["uncompilable"].orEmpty() shouldContainExactly listOf("the right twin does not compile: $said")
            problems["warning"].orEmpty() shouldContainExactly
                listOf("the compiler warns of the right twin: Unnecessary non-null assertion (!!) on a non-null receiver of type 'Int'.")
            problems["throwing"].orEmpty().map { it.lines().first() } shouldContainExactly
                listOf("the right twin throws ShapeException: add: sizes do not broadcast: 2 against 3 on axis -1")
        }
        test("what was found, and nothing for what nothing caught") {
            corpus.findings[good] shouldBe Finding(Stage.TYPES, said)
            corpus.findings.keys.map { it.name } shouldBe
                listOf("good", "message", "twice", "uncompilable", "warning", "throwing", "earlier")
        }
    })
