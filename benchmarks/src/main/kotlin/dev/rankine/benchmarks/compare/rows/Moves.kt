package dev.rankine.benchmarks.compare.rows

import dev.rankine.benchmarks.compare.Inputs
import dev.rankine.benchmarks.compare.Ours
import dev.rankine.benchmarks.compare.Row
import dev.rankine.ops.EmbeddingGradientAttributes
import dev.rankine.ops.Value
import dev.rankine.ops.cat
import dev.rankine.ops.constantPad
import dev.rankine.ops.contiguous
import dev.rankine.ops.copy
import dev.rankine.ops.embedding
import dev.rankine.ops.embeddingBackwardOp
import dev.rankine.ops.flip
import dev.rankine.ops.gather
import dev.rankine.ops.indexSelect
import dev.rankine.ops.permute
import dev.rankine.ops.scatterAdd
import dev.rankine.ops.slice
import dev.rankine.ops.stack
import dev.rankine.ops.transpose
import dev.rankine.ops.tril
import dev.rankine.ops.zeros
import dev.rankine.shapes.Sizes

private fun move(
    name: String,
    script: String,
    numpy: String?,
    elements: Int,
    inputs: (Inputs) -> List<Value>,
    ours: (List<Value>) -> Value,
): Row =
    Row(
        "moves",
        name,
        target = 1.0,
        script = "return [$script]",
        numpy = numpy?.let { "[$it]" },
        bytes = 8.0 * elements,
        tolerance = 1e-5,
    ) {
        val x = inputs(Inputs())
        Ours(x) { listOf(ours(x)) }
    }

private fun one(vararg sizes: Int): (Inputs) -> List<Value> = { listOf(it.uniform(*sizes)) }

private fun words(tokens: Int): (Inputs) -> List<Value> = { listOf(it.uniform(VOCABULARY, WIDTH), it.below(VOCABULARY, tokens)) }

/** Ops that only move elements. */
internal val moves: List<Row> =
    listOf(
        move("copy 1 Mi", "torch.clone(x0)", "x0.copy()", 1 shl 20, one(1024, 1024)) { x -> copy(x[0]) },
        move(
            "contiguous of a transposed 1024 x 1024",
            "torch.contiguous(torch.t(x0))",
            "np.ascontiguousarray(x0.T)",
            1 shl 20,
            one(1024, 1024),
        ) { x ->
            contiguous(transpose(x[0], 0, 1))
        },
        move(
            "contiguous of a transposed 784 x 100",
            "torch.contiguous(torch.t(x0))",
            "np.ascontiguousarray(x0.T)",
            78400,
            one(784, 100),
        ) { x ->
            contiguous(transpose(x[0], 0, 1))
        },
        move(
            "heads split, [8, 128, 8, 64]",
            "torch.contiguous(torch.permute(x0, [0, 2, 1, 3]))",
            "np.ascontiguousarray(x0.transpose(0, 2, 1, 3))",
            1 shl 19,
            one(8, 128, 8, 64),
        ) { x -> contiguous(permute(x[0], 0, 2, 1, 3)) },
        move(
            "heads as keys, [8, 128, 8, 64]",
            "torch.contiguous(torch.permute(x0, [0, 2, 3, 1]))",
            "np.ascontiguousarray(x0.transpose(0, 2, 3, 1))",
            1 shl 19,
            one(8, 128, 8, 64),
        ) { x -> contiguous(permute(x[0], 0, 2, 3, 1)) },
        move(
            "channels last, [32, 64, 32, 32]",
            "torch.contiguous(torch.permute(x0, [0, 2, 3, 1]))",
            "np.ascontiguousarray(x0.transpose(0, 2, 3, 1))",
            1 shl 21,
            one(32, 64, 32, 32),
        ) { x -> contiguous(permute(x[0], 0, 2, 3, 1)) },
        move(
            "cat of 4 x [256, 256], axis 0",
            "torch.cat([x0, x1, x2, x3], 0)",
            "np.concatenate([x0, x1, x2, x3], 0)",
            1 shl 18,
            four(256, 256),
        ) { x ->
            cat(x, 0)
        },
        move(
            "cat of 4 x [256, 256], axis 1",
            "torch.cat([x0, x1, x2, x3], 1)",
            "np.concatenate([x0, x1, x2, x3], 1)",
            1 shl 18,
            four(256, 256),
        ) { x ->
            cat(x, 1)
        },
        move(
            "cat of 4 x [64, 4], axis 1",
            "torch.cat([x0, x1, x2, x3], 1)",
            "np.concatenate([x0, x1, x2, x3], 1)",
            1 shl 10,
            four(64, 4),
        ) { x ->
            cat(x, 1)
        },
        move(
            "stack of 4 x [256, 256]",
            "torch.stack([x0, x1, x2, x3], 0)",
            "np.stack([x0, x1, x2, x3], 0)",
            1 shl 18,
            four(256, 256),
        ) { x -> stack(x, 0) },
        move(
            "slice of columns 100 to 900 of 1024 x 1024",
            "torch.contiguous(torch.slice(x0, 1, 100, 900, 1))",
            "x0[:, 100:900].copy()",
            819200,
            one(1024, 1024),
        ) {
            contiguous(slice(it[0], 1, 100, 900))
        },
        move(
            "every second column of 1024 x 1024",
            "torch.contiguous(torch.slice(x0, 1, 0, 1024, 2))",
            "x0[:, ::2].copy()",
            1 shl 19,
            one(1024, 1024),
        ) {
            contiguous(slice(it[0], 1, 0, 1024, 2))
        },
        move(
            "flip of 1024 x 1024, axis 1",
            "torch.flip(x0, [1])",
            "np.ascontiguousarray(x0[:, ::-1])",
            1 shl 20,
            one(1024, 1024),
        ) { x -> contiguous(flip(x[0], 1)) },
        move(
            "pad of 1 around [32, 64, 32, 32]",
            "torch.constant_pad_nd(x0, [1, 1, 1, 1], 0)",
            "np.pad(x0, ((0, 0), (0, 0), (1, 1), (1, 1)))",
            32 * 64 * 34 * 34,
            one(32, 64, 32, 32),
        ) { x ->
            constantPad(x[0], listOf(1, 1, 1, 1))
        },
        move("tril of 1024 x 1024", "torch.tril(x0)", "np.tril(x0)", 1 shl 20, one(1024, 1024)) { x -> tril(x[0]) },
        move("gather 1024 x 256 of 1024 x 1024, axis 1", "torch.gather(x0, 1, x1)", "np.take_along_axis(x0, x1, 1)", 1 shl 18, { i ->
            listOf(i.uniform(1024, 1024), i.below(1024, 1024, 256))
        }) { x -> gather(x[0], 1, x[1]) },
        move("index_select of 512 columns of 1024 x 1024", "torch.index_select(x0, 1, x1)", "np.take(x0, x1, 1)", 1 shl 19, { i ->
            listOf(i.uniform(1024, 1024), i.below(1024, 512))
        }) { x -> indexSelect(x[0], 1, x[1]) },
        move(
            "embedding of 1024 in [10000, 256]",
            "torch.embedding(x0, x1)",
            "x0[x1]",
            1024 * WIDTH,
            words(1024),
        ) { x -> embedding(x[0], x[1]) },
        move("embedding of 16 in [10000, 256]", "torch.embedding(x0, x1)", "x0[x1]", 16 * WIDTH, words(16)) { x -> embedding(x[0], x[1]) },
        move(
            "embedding backward of 1024 in [10000, 256]",
            "torch.embedding_dense_backward(x0, x1, $VOCABULARY, -1, False)",
            null,
            VOCABULARY * WIDTH,
            { i ->
                listOf(i.uniform(1024, WIDTH), i.below(VOCABULARY, 1024))
            },
        ) { x -> embeddingBackwardOp(EmbeddingGradientAttributes(VOCABULARY, null), x[0], x[1]) },
        move(
            "scatter_add of 1024 x 256 to 1024 x 1024, axis 1",
            "torch.scatter_add(torch.zeros([1024, 1024]), 1, x1, x0)",
            null,
            1 shl 20,
            { i ->
                listOf(i.uniform(1024, 256), i.below(1024, 1024, 256))
            },
        ) { x -> scatterAdd(zeros(Sizes.of(1024, 1024)), 1, x[1], x[0]) },
    )

private fun four(vararg sizes: Int): (Inputs) -> List<Value> = { inputs -> List(4) { inputs.uniform(*sizes) } }

private const val VOCABULARY = 10_000
private const val WIDTH = 256
