// A product of sizes, typed as a number, is not that of the axes it stands for.
// source: https://github.com/weka511/hpa-scc/issues/38
// caught: plugin

import dev.rankine.ops.*
import dev.rankine.shapes.*

fun wrong() {
    val clips = zeros(Sizes.of(5, 8, 16, 30, 30))
    val vectors = reshape(clips, 5, 72000)
}

fun right() {
    val clips = zeros(Sizes.of(5, 8, 16, 30, 30))
    val vectors = reshape(clips, 5, 115200)
}

// message:
// shape: reshape: number of elements differs: 576000 != 360000; input [5, 8, 16, 30, 30], sizes [5, 72000]
