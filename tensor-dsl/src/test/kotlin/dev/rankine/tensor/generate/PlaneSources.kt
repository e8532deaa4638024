package dev.rankine.tensor.generate

/**
 * What a result's rows and columns are called.
 *
 * @property more the parameters that name them.
 * @property rowsAndColumns their types.
 */
private enum class Plane(val suffix: String, val doc: String, val more: List<String>, val rowsAndColumns: List<String>) {
    NAMED("", "Its rows and columns are [rows] and [columns], or else it throws.", ROWS_AND_COLUMNS, listOf("Rows", "Columns")),
    KEEPING("", "Rows and columns stay, or else it throws.", emptyList(), listOf("H", "W")),
    HALVING("Halving", "Halves rows and columns, or else it throws.", emptyList(), listOf("Half<H>", "Half<W>")),
}

private val ROWS_AND_COLUMNS = listOf("rows: Sized<Rows>", "columns: Sized<Columns>")

private val PLANE_RANKS = listOf(4, 3)

/** The rules of pools, which are constants of ops. */
private val POOL_RULES = Plane.entries.map { "POOL2D_${it}_RULE" }

/** Convolutions and pools: rows and columns that stay, that are halved, or that are named. */
internal fun planeSources(): List<Source> =
    listOf(
        Source("Conv2d", listOf("conv2d"), forms { plane, rank -> listOf(false, true).map { conv2d(plane, rank, it) } }),
        Source("Conv2dSame", emptyList(), PLANE_RANKS.flatMap { rank -> listOf(false, true).map { same(rank, it) } }),
        Source("MaxPool2d", POOL_RULES + "maxPool2d", forms { plane, rank -> listOf(maxPool2d(plane, rank)) }),
        Source("AvgPool2d", POOL_RULES + "avgPool2d", forms { plane, rank -> listOf(avgPool2d(plane, rank)) }),
        Source("AdaptiveAvgPool2d", listOf("mean"), PLANE_RANKS.flatMap { listOf(adaptive(it), global(it)) }),
    )

private fun forms(form: (Plane, Int) -> List<Overload>): List<Overload> =
    Plane.entries.flatMap { plane -> PLANE_RANKS.flatMap { form(plane, it) } }

private fun batch(rank: Int): List<String> = listOf("N").drop(4 - rank)

private fun place(plane: Plane, op: String, computed: String, weight: String): String {
    val names = if (plane == Plane.NAMED) ", rows, columns" else ""
    return "Tensor(${plane.name.lowercase()}(\"$op\", value, $computed, $weight$names))"
}

private fun halves(text: String): String = text.replace(Regex("Half<(\\w)>"), "$1/2")

private fun operands(grouped: Boolean): List<String> =
    listOf("weight: ${tensor(weightAxes(grouped))}", "bias: Tensor<Vec<Out>>? = null") + listOf("groups: Int").filter { grouped }

private fun weightAxes(grouped: Boolean): List<String> = listOf("Out", if (grouped) "Share" else "In", "KH", "KW")

private fun kernels(grouped: Boolean): String = if (grouped) "[weight], one group of them per group of channels," else "[weight]"

private fun conv2d(plane: Plane, rank: Int, grouped: Boolean): Overload {
    val input = batch(rank) + "In" + "H" + "W"
    val result = batch(rank) + "Out" + plane.rowsAndColumns
    val groups = if (grouped) ", groups" else ""
    val stride = if (plane == Plane.HALVING) 2 else 1
    return Overload(
        doc = "Slides ${kernels(grouped)} over planes. ${plane.doc} `${words(input)} -> ${halves(words(result))}`",
        name = "conv2d${plane.suffix}",
        tag = "${if (grouped) "Groups" else ""}${if (plane == Plane.NAMED) "Named" else ""}$rank",
        types = loose((input + weightAxes(grouped) + plane.rowsAndColumns.filter { plane == Plane.NAMED }).distinct()),
        receiver = tensor(input),
        parameters = operands(grouped) + plane.more + listOf("stride: Int = $stride", "padding: Int = 0", "dilation: Int = 1"),
        result = tensor(result),
        body = place(plane, "conv2d", "conv2d(value, weight.value, bias?.value, stride, padding, dilation$groups)", "weight"),
        rule = "CONV2D_${if (grouped) "GROUPS_" else ""}$plane",
    )
}

private fun same(rank: Int, grouped: Boolean): Overload {
    val input = batch(rank) + "In" + "H" + "W"
    val result = batch(rank) + "Out" + "H" + "W"
    val groups = if (grouped) ", groups" else ""
    val computed = "convolvedSame(value, weight.value, bias?.value, dilation$groups)"
    return Overload(
        doc = "Slides ${kernels(grouped)} over planes among as many zeros as keep rows and columns. `${words(input)} -> ${words(result)}`",
        name = "conv2dSame",
        tag = if (grouped) "Groups$rank" else "$rank",
        types = loose((input + weightAxes(grouped)).distinct()),
        receiver = tensor(input),
        parameters = operands(grouped) + "dilation: Int = 1",
        result = tensor(result),
        body = place(Plane.KEEPING, "conv2d", computed, "weight"),
        rule = "CONV2D_${if (grouped) "GROUPS_" else ""}SAME",
    )
}

private fun maxPool2d(plane: Plane, rank: Int): Overload =
    pool(
        "maxPool2d",
        "max_pool2d",
        "The largest element of every window.",
        plane,
        rank,
        "dilation: Int = 1",
        "maxPool2d(value, kernel, stride, padding, dilation)",
    )

private fun avgPool2d(plane: Plane, rank: Int): Overload =
    pool(
        "avgPool2d",
        "avg_pool2d",
        "The mean of every window.",
        plane,
        rank,
        "countIncludePad: Boolean = true",
        "avgPool2d(value, kernel, stride, padding, countIncludePad = countIncludePad)",
    )

private fun pool(name: String, op: String, doc: String, plane: Plane, rank: Int, last: String, computed: String): Overload {
    val input = batch(rank) + "C" + "H" + "W"
    val result = batch(rank) + "C" + plane.rowsAndColumns
    return Overload(
        doc = "$doc ${plane.doc} `${words(input)} -> ${halves(words(result))}`",
        name = name + plane.suffix,
        tag = "${if (plane == Plane.NAMED) "Named" else ""}$rank",
        types = loose(input + plane.rowsAndColumns.filter { plane == Plane.NAMED }),
        receiver = tensor(input),
        parameters = listOf("kernel: Int") + plane.more + listOf("stride: Int = kernel", "padding: Int = 0", last),
        result = tensor(result),
        body = place(plane, op, computed, "null"),
        rule = "POOL2D_${plane}_RULE",
    )
}

private fun adaptive(rank: Int): Overload {
    val input = batch(rank) + "C" + "H" + "W"
    val result = batch(rank) + "C" + "Rows" + "Columns"
    return Overload(
        doc = "The means of so many windows as [rows] and [columns] say, which cover the planes. `${words(input)} -> ${words(result)}`",
        name = "adaptiveAvgPool2d",
        tag = "$rank",
        types = loose(input + "Rows" + "Columns"),
        receiver = tensor(input),
        parameters = ROWS_AND_COLUMNS,
        result = tensor(result),
        body = "Tensor(pooledTo(value, rows.toAxis(), columns.toAxis()))",
        rule = rule(listOf(pattern(input)) + numbers(listOf("Rows", "Columns")), pattern(result)),
    )
}

private fun global(rank: Int): Overload {
    val input = batch(rank) + "C" + "H" + "W"
    val result = batch(rank) + "C"
    return Overload(
        doc = "The mean of every plane. `${words(input)} -> ${words(result)}`",
        name = "globalAvgPool2d",
        tag = "$rank",
        types = loose(input),
        receiver = tensor(input),
        parameters = emptyList(),
        result = tensor(result),
        body = "Tensor(mean(value, listOf(-2, -1)))",
        rule = rule(listOf(pattern(input)), pattern(result)),
    )
}
