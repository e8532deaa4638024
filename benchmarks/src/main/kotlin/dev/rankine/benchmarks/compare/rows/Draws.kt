package dev.rankine.benchmarks.compare.rows

import dev.rankine.benchmarks.compare.Ours
import dev.rankine.benchmarks.compare.Row
import dev.rankine.ops.Value
import dev.rankine.ops.bernoulli
import dev.rankine.ops.dropout
import dev.rankine.ops.normal
import dev.rankine.ops.ones
import dev.rankine.ops.randperm
import dev.rankine.ops.uniform
import dev.rankine.shapes.Sizes

/** Random numbers differ from side to side, so only their sizes and ranges are compared. */
private fun draw(name: String, script: String, numpy: String?, ours: (Value) -> Value): List<Row> =
    listOf(1 shl 10, 1 shl 20).map { n ->
        Row(
            "draws",
            "$name ${count(n)}",
            target = 1.0,
            script = "return [${script.replace("N", "$n")}]",
            numpy = numpy?.let { "[${it.replace("N", "$n")}]" },
            tolerance = 2.5,
        ) {
            val x = ones(Sizes.of(n))
            Ours(listOf(x)) { listOf(ours(x)) }
        }
    }

/** Random numbers, masks and orders. */
internal val draws: List<Row> =
    listOf(
        draw("uniform", "torch.rand([N])", "np.random.default_rng(1).random(N, 'f4')") { uniform(it.sizes) },
        draw("normal", "torch.randn([N])", "np.random.default_rng(1).standard_normal(N, 'f4')") { normal(it.sizes) },
        draw("bernoulli", "torch.bernoulli(x0, 0.5)", null) { bernoulli(it.sizes, 0.5) },
        draw("dropout", "torch.dropout(x0, 0.5, True)", null) { dropout(it, 0.5) },
        draw("randperm", "torch.randperm(N)", "np.random.default_rng(1).permutation(N)") { randperm(it.elements) },
    ).flatten()
