package dev.rankine.golden.modules

import dev.rankine.golden.absent
import dev.rankine.golden.ops.Arguments
import dev.rankine.nn.Embedding
import dev.rankine.nn.EmbeddingBag
import dev.rankine.ops.BagMode

internal val embeddingBuilders: Map<String, Arguments.() -> Built> =
    mapOf(
        "Embedding" to {
            dense()
            built(
                Embedding(
                    axis("num_embeddings"),
                    axis("embedding_dim"),
                    intOrNull("padding_idx"),
                    numberOrNull("max_norm")?.toDouble(),
                    double("norm_type", 2.0),
                    flag("scale_grad_by_freq", false),
                ),
            )
        },
        "EmbeddingBag" to {
            dense()
            val bag =
                EmbeddingBag(
                    axis("num_embeddings"),
                    axis("embedding_dim"),
                    bagMode(),
                    intOrNull("padding_idx"),
                    numberOrNull("max_norm")?.toDouble(),
                    double("norm_type", 2.0),
                    flag("scale_grad_by_freq", false),
                    flag("include_last_offset", false),
                )
            Built(bag) { inputs, named -> listOf(bag.call(inputs[0], inputs.getOrNull(1), named.tensorOrNull("per_sample_weights"))) }
        },
    )

/** PyTorch's word for what is made of a bag. */
internal fun Arguments.bagMode(): BagMode =
    when (val mode = text("mode", "mean")) {
        "sum" -> BagMode.SUM
        "mean" -> BagMode.MEAN
        "max" -> BagMode.MAX
        else -> absent("mode $mode")
    }

private fun Arguments.dense() {
    ignore("sparse") // how a gradient is stored, not what it is
    needs("_weight", !has("_weight"))
}
