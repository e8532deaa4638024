// 1024 / 12 is 85, and 12 heads of 3 times 85 are less than the 3072 numbers of query, key and
// value.
// source: https://github.com/huggingface/transformers/issues/23081
// caught: plugin

import dev.rankine.ops.*
import dev.rankine.shapes.Sizes

fun wrong() {
    val projected = zeros(Sizes.of(1, 5, 3072))
    val heads = reshape(projected, 1, 5, 12, 3 * (1024 / 12))
}

fun right() {
    val projected = zeros(Sizes.of(1, 5, 3072))
    val heads = reshape(projected, 1, 5, 16, 3 * (1024 / 16))
}

// message:
// shape: reshape: number of elements differs: 15360 != 15300; input [1, 5, 3072], sizes [1, 5, 12, 255]
