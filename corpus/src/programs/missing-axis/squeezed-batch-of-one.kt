// All axes of size 1 are squeezed away; when the batch is one image, its axis too.
// source: https://github.com/KaiyangZhou/deep-person-reid/issues/235
// source: https://github.com/layumi/Person_reID_baseline_pytorch/issues/254
// caught: run

import dev.rankine.ops.*
import dev.rankine.nn.BatchNorm1d
import dev.rankine.shapes.*

object Features : Dim<Features>(64)

fun wrong() {
    val features = zeros(Sizes.of(1, 64, 1, 1))
    val normalized = BatchNorm1d(Features).apply { eval() }.call(squeeze(features))
}

fun right() {
    val features = zeros(Sizes.of(1, 64, 1, 1))
    val normalized = BatchNorm1d(Features).apply { eval() }.call(squeeze(features, listOf(2, 3)))
}

// message:
// ShapeException: batch_norm: needs 2 or 3 axes, the second of size 64: [64] given
