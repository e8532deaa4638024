package dev.rankine.ops

/** All rows. Suites, documentation and export walk it; nothing on the run path does. */
public object Ops {
    /** Every row, family by family. */
    public val all: List<Op<*>> by lazy {
        elementwiseOps + reduceOps + normOps + lossOps + contractOps + convOps + poolOps + resizeOps + recurrentOps +
            moveOps + indexOps + createOps + randomOps + stepOps
    }
}
