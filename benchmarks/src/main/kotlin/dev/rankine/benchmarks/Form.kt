package dev.rankine.benchmarks

/**
 * A statement as users write them, of five to nine calls.
 *
 * @property typed with axes that are types, [untyped] on values with numbers for axes. `@` is a number that differs from statement to statement.
 */
internal class Form(val typed: String, val untyped: String)

/** What the statements read: its name, and its shape as a type. */
internal val TENSORS =
    mapOf(
        "x" to "Mat<Batch, Pixels>",
        "w1" to "Mat<Pixels, Hidden>",
        "b1" to "Vec<Hidden>",
        "w2" to "Mat<Hidden, Digit>",
        "b2" to "Vec<Digit>",
        "gain" to "Vec<Pixels>",
        "shift" to "Vec<Pixels>",
        "logits" to "Mat<Batch, Digit>",
        "column" to "Mat<Batch, One>",
        "labels" to "Vec<Batch>",
        "centers" to "Mat<Hidden, Pixels>",
        "joined" to "Mat<Plus<Pixels, Digit>, Hidden>",
        "ids" to "Mat<Batch, Time>",
        "table" to "Mat<Words, Times<Heads, Width>>",
        "positions" to "Mat<Time, Times<Heads, Width>>",
        "tokens" to "Cube<Batch, Time, Times<Heads, Width>>",
        "wo" to "Mat<Times<Heads, Width>, Times<Heads, Width>>",
        "bo" to "Vec<Times<Heads, Width>>",
        "scale" to "Vec<Times<Heads, Width>>",
        "head" to "Mat<Times<Heads, Width>, Digit>",
        "query" to "Rank4<Batch, Heads, Time, Width>",
        "key" to "Rank4<Batch, Heads, Time, Width>",
        "scores" to "Rank4<Batch, Heads, Time, Time>",
        "mask" to "Mat<Time, Time>",
        "images" to "Rank4<Batch, Colors, Rows, Columns>",
        "average" to "Cube<Colors, One, One>",
        "deviation" to "Cube<Colors, One, One>",
        "colors" to "Mat<Colors, Hidden>",
    )

/** The layers that the statements call: name, input and output axis. */
internal val LAYERS =
    mapOf(
        "first" to "Pixels, Hidden",
        "norm" to "Hidden, Hidden",
        "second" to "Hidden, Digit",
        "expand" to "Times<Heads, Width>, Hidden",
        "contract" to "Hidden, Times<Heads, Width>",
        "last" to "Times<Heads, Width>, Times<Heads, Width>",
    )

/** The statements: operators that broadcast, products, reductions by name, layers, movements, at ranks 0 to 4. */
internal val FORMS =
    listOf(
        Form("((((x matmul w1) + b1).relu() matmul w2) + b2).softmax(Digit)", "softmax(matmul(relu(matmul(x, w1) + b1), w2) + b2, 1)"),
        Form(
            "(x - x.meanKeep(Pixels)) / (x.stdKeep(Pixels) + @) * gain + shift",
            "(x - mean(x, listOf(1), keepDim = true)) / (std(x, listOf(1), keepDim = true) + @) * gain + shift",
        ),
        Form(
            "(x - x.amaxKeep(Pixels)).exp() / (x - x.amaxKeep(Pixels)).exp().sumKeep(Pixels)",
            "exp(x - amax(x, listOf(1), keepDim = true)) / sum(exp(x - amax(x, listOf(1), keepDim = true)), listOf(1), keepDim = true)",
        ),
        Form(
            "((query bmm key.t()) / @).maskedFill(mask gt 0, -1e9).softmaxLast()",
            "softmax(maskedFill(matmul(query, transpose(key, -2, -1)) / @, mask gt 0, -1e9), -1)",
        ),
        Form(
            "(((scores bmm query).transpose(Heads, Time).merge() matmul wo) + bo).relu()",
            "relu(matmul(flatten(transpose(matmul(scores, query), 1, 2), 2, 3), wo) + bo)",
        ),
        Form(
            "((tokens matmul wo) + bo).split(Heads, Width).transpose(Time, Heads).tanh() * @",
            "tanh(transpose(unflatten(matmul(tokens, wo) + bo, 2, 4, 16), 1, 2)) * @",
        ),
        Form("(second(norm(first(x)).gelu()) + b2).softmax(Digit)", "softmax(second.call(gelu(norm.call(first.call(x)))) + b2, 1)"),
        Form(
            "(((images - average) / deviation).mean(Columns).mean(Rows) matmul colors) + b1",
            "matmul(mean(mean((images - average) / deviation, listOf(3)), listOf(2)), colors) + b1",
        ),
        Form("((column * b2) + logits).exp().sum(Digit).log() - labels", "log(sum(exp((column * b2) + logits), listOf(1))) - labels"),
        Form(
            "crossEntropy(((x matmul w1).relu() matmul w2) + b2, labels) * @",
            "crossEntropy(matmul(relu(matmul(x, w1)), w2) + b2, labels) * @",
        ),
        Form(
            "(x.square().sumKeep(Pixels) + centers.square().sum(Pixels)) - (x matmul centers.t()) * @",
            "(sum(square(x), listOf(1), keepDim = true) + sum(square(centers), listOf(1))) - matmul(x, transpose(centers, 0, 1)) * @",
        ),
        Form(
            "(tokens - tokens.meanKeep(Model)) / (tokens.varianceKeep(Model) + @).sqrt() * scale + bo",
            "(tokens - mean(tokens, listOf(2), keepDim = true)) / sqrt(variance(tokens, listOf(2), keepDim = true) + @) * scale + bo",
        ),
        Form(
            "last(tokens + contract(expand(tokens).gelu())).tanh() * @",
            "tanh(last.call(tokens + contract.call(gelu(expand.call(tokens))))) * @",
        ),
        Form(
            "(last(tokens).select(Time, 0) matmul head).softmax(Digit).amax(Digit).log()",
            "log(amax(softmax(matmul(select(last.call(tokens), 1, 0), head), 1), listOf(1)))",
        ),
        Form(
            "images.where(images gt 0, images * @).sum(Rows).amax(Columns).sqrt()",
            "sqrt(amax(sum(where(images gt 0, images, images * @), listOf(2)), listOf(2)))",
        ),
        Form(
            "((((ids.embedding(table) + positions) * @) matmul wo) + bo).relu()",
            "relu(matmul((embedding(table, ids) + positions) * @, wo) + bo)",
        ),
        Form(
            "((x.cat(logits) matmul joined) + b1).relu().sum(Hidden) / @",
            "sum(relu(matmul(cat(listOf(x, logits), 1), joined) + b1), listOf(1)) / @",
        ),
        Form(
            "((logits.softmax(Digit) gt @) logicalAnd (logits lt b2)).sum(Batch).maximum(b2)",
            "maximum(sum(logicalAnd(softmax(logits, 1) gt @, logits lt b2), listOf(0)), b2)",
        ),
        Form(
            "((w1.t() matmul w1) + (w2 matmul w2.t())).tanh()",
            "tanh(matmul(transpose(w1, 0, 1), w1) + matmul(w2, transpose(w2, 0, 1)))",
        ),
        Form(
            "(query + key).square().sum(Width).sum(Heads).sqrt().transpose(Batch, Time)",
            "transpose(sqrt(sum(sum(square(query + key), listOf(3)), listOf(1))), 0, 1)",
        ),
    )
