package dev.rankine.shapes

import io.kotest.assertions.throwables.shouldThrow
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.shouldBe

private const val NUMBERS = "prod, rank, min, max, ceil_div, at, axis, place, slice, count"

private const val SEQUENCES = "broadcast, with, without, insert, part, reduce, squeeze, permute, reshape, expand, cat, stack"

internal class RuleMalformedTest :
    FunSpec({
        fun problem(rule: String) = shouldThrow<IllegalArgumentException> { Rule.of(rule) }.message?.lineSequence()?.first()

        test("the place is shown") {
            shouldThrow<IllegalArgumentException> { Rule.of("[n, k [k] -> [n]") }.message shouldBe
                """
                rule: ',' or ']' expected, '[' found: character 7
                  [n, k [k] -> [n]
                        ^
                """.trimIndent()
            shouldThrow<IllegalArgumentException> { Rule.of("[n]\n-> [m]") }.message shouldBe
                "rule: m is not bound by an argument: character 9\n  [n] -> [m]\n          ^"
        }

        for ((rule, message) in listOf(
            "" to "an argument or '->' expected, the end found: character 1",
            "[n]" to "an argument or '->' expected, the end found: character 4",
            "[n] -> " to "a result expected, the end found: character 8",
            "[n] -> where n > 1" to "a result expected, 'where' found: character 8",
            "[n] # [m] -> [n]" to "'#' means nothing: character 5",
            "[n,] -> [n]" to "an axis expected, ']' found: character 4",
            "[*] -> [n]" to "a name expected, ']' found: character 3",
            "[*p, *q] -> p" to "a second run: where the first ends could not be told: character 7",
            "[99999999999] -> []" to "99999999999 does not fit in an Int: character 2",
            "_ -> []" to "an argument or '->' expected, '_' found: character 1",
            "where -> []" to "an argument or '->' expected, 'where' found: character 1",
            "x: -> []" to "a shape expected, '->' found: character 4",
            "x:a x:b -> a" to "two inputs are called x: character 5",
            "a? b -> b" to "an input that must be given follows an optional one: character 4",
            "[n] n=1 -> [n]" to "n is already an axis: character 5",
            "n=1 [n] -> [n]" to "n is already a number: character 6",
            "[n] [*n] -> [n]" to "n is already an axis: character 7",
            "a [a] -> a" to "a is already a run of axes: character 4",
            "d... d -> d" to "d is already a list: character 6",
            "a=1 b=? -> []" to "b has no default but a number before it has one: character 5",
            "a=x -> []" to "x is not bound by an argument: character 3",
            "a=99999999999 -> []" to "99999999999 does not fit in an Int: character 3",
            "3=4 -> []" to "an argument or '->' expected, '3' found: character 1",
            "[n] -> n" to "n is an axis, not a sequence of sizes: character 8",
            "[*p] -> [p]" to "p is a run of axes, not one size: write *p, prod(p) or rank(p): character 10",
            "[n] -> [_]" to "a number or a name expected, '_' found: character 9",
            "[n] -> [n n]" to "',' or ']' expected, 'n' found: character 11",
            "[n] -> [n+]" to "a number or a name expected, ']' found: character 11",
            "[n] -> [(n]" to "')' expected, ']' found: character 11",
            "[n] -> [2n]" to "',' or ']' expected, 'n' found: character 10",
            "[n] -> [99999999999]" to "99999999999 does not fit in an Int: character 9",
            "[n] -> [sqrt(n)]" to "no function that gives a number is called sqrt: $NUMBERS: character 9",
            "[n] -> [min(n)]" to "min takes two numbers or more: 1 given: character 9",
            "[n] -> [ceil_div(n, 2, 3)]" to "ceil_div takes two numbers: 3 given: character 9",
            "[n] -> [max(n, 2]" to "',' or ')' expected, ']' found: character 17",
            "[n] -> [prod(n)]" to "n is an axis, not a sequence of sizes: character 14",
            "a -> [prod(a]" to "')' expected, ']' found: character 13",
            "a -> max(a, a)" to "no function that gives a sequence is called max: $SEQUENCES: character 6",
            "a b? -> broadcast(a, b)" to "b may be absent: only an optional input binds it: character 22",
            "a [o]? -> [o]" to "o may be absent: only an optional input binds it: character 12",
            "a=1 b=? -> []" to "b has no default but a number before it has one: character 5",
            "[n] a=n -> []" to "n is an axis, not a number: character 7",
            "a...=[] b... -> []" to "b has no default but a list before it has one: character 9",
            "a...=[1 2] -> []" to "',' or ']' expected, '2' found: character 9",
            "a...=[x] -> []" to "an integer expected, 'x' found: character 7",
            "a* b -> []" to "an input follows any number of them, a: character 4",
            "a* b* -> []" to "an input follows any number of them, a: character 4",
            "a? b* -> []" to "any number of inputs follows an optional one: character 4",
            "a* -> a" to "a is any number of inputs: write count(a), cat(a, axis) or stack(a, axis): character 7",
            "a* -> [a]" to "a is any number of inputs: write count(a), cat(a, axis) or stack(a, axis): character 8",
            "a -> cat(a, 0)" to "a is a run of axes, not any number of inputs: character 10",
            "a -> with(a, 0)" to "with takes sequence, number, number: 2 given: character 6",
            "a -> without(a, 0, 1)" to "without takes sequence, number: more given: character 6",
            "a -> without(0, a)" to "a run of axes, a shape or a list expected, '0' found: character 14",
            "a -> [at(a, a)]" to "a is a run of axes, not one size: write *a, prod(a) or rank(a): character 13",
            "a -> [*a, [2]]" to "a number or a name expected, '[' found: character 11",
            "[n] -> [n] where" to "a number or a name expected, the end found: character 17",
            "[n] -> [n] where n" to "a comparison expected, the end found: character 19",
            "[n] -> [n] where n = 1" to "a comparison expected, '=' found: character 20",
            "[n] -> [n] where n > 1 n < 3" to "',' or the end expected, 'n' found: character 24",
            "a b -> a where a > b" to "sequences have no order: character 18",
            "[n] -> [n] where n > 1 \"open" to "the phrase does not end: character 24",
            "[n] -> [n] where n > 1 \" \"" to "the phrase is empty: character 24",
        )) {
            test("malformed: $rule") { problem(rule) shouldBe "rule: $message" }
        }
    })
