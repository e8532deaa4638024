// The decoder's states have 100 numbers, the table of words that it shares 300.
// source: https://github.com/OpenNMT/OpenNMT-py/issues/753
// caught: plugin

import dev.rankine.ops.*
import dev.rankine.shapes.Sizes

fun wrong() {
    val table = zeros(Sizes.of(51, 300))
    val states = zeros(Sizes.of(32, 100))
    val scores = linear(states, table)
}

fun right() {
    val table = zeros(Sizes.of(51, 300))
    val states = zeros(Sizes.of(32, 300))
    val scores = linear(states, table)
}

// message:
// shape: linear: in differs: 100 != 300; input [32, 100], weight [51, 300]
