package dev.rankine.conformance

import dev.rankine.conformance.samples.activationSamples
import dev.rankine.conformance.samples.contractSamples
import dev.rankine.conformance.samples.convSamples
import dev.rankine.conformance.samples.createSamples
import dev.rankine.conformance.samples.elementwiseSamples
import dev.rankine.conformance.samples.indexSamples
import dev.rankine.conformance.samples.lossSamples
import dev.rankine.conformance.samples.moveSamples
import dev.rankine.conformance.samples.normSamples
import dev.rankine.conformance.samples.poolSamples
import dev.rankine.conformance.samples.randomSamples
import dev.rankine.conformance.samples.reduceSamples
import dev.rankine.conformance.samples.resizeSamples
import dev.rankine.conformance.samples.stepSamples

/** The sample calls of all rows: at least one for every row of `Ops.all`, none for a row that is not in it. */
public object Samples {
    /** All of them. */
    public val all: List<Sample<*>> =
        elementwiseSamples + activationSamples + reduceSamples + normSamples + lossSamples +
            contractSamples + convSamples + poolSamples + resizeSamples + moveSamples + indexSamples +
            createSamples + randomSamples + stepSamples
}
