// All axes of size 1 are squeezed away; when the batch is one image, its axis too.
// source: https://github.com/KaiyangZhou/deep-person-reid/issues/235
// source: https://github.com/layumi/Person_reID_baseline_pytorch/issues/254
// caught: plugin

import dev.rankine.ops.*
import dev.rankine.nn.BatchNorm1d
import dev.rankine.shapes.*

object Features : Dim<Features>(64)

fun wrong() {
    val features = zeros(Sizes.of(1, 64, 1, 1))
    val norm = BatchNorm1d(Features)
    norm.eval()
    val normalized = norm.call(squeeze(features))
}

fun right() {
    val features = zeros(Sizes.of(1, 64, 1, 1))
    val norm = BatchNorm1d(Features)
    norm.eval()
    val normalized = norm.call(squeeze(features, listOf(2, 3)))
}

// message:
// shape: batch_norm1d: needs at least 2 axes: 1 given; input [64]
