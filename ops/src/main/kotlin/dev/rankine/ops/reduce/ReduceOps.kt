package dev.rankine.ops

/** The rows of the family reduce. */
public val reduceOps: List<Op<*>> =
    listOf(
        sumOp,
        meanOp,
        varianceOp,
        stdOp,
        prodOp,
        prodOfOthersOp,
        logsumexpOp,
        amaxOp,
        aminOp,
        argmaxOp,
        argminOp,
        allOp,
        anyOp,
        countNonzeroOp,
        cumsumOp,
        cumprodOp,
        cummaxOp,
        cumminOp,
        logcumsumexpOp,
    )
