package dev.rankine.kernels.lanes

private fun rest(x: Term): Pair<Term, Term> {
    val shifted = x.times(TWO_BY_PI, x.whole)
    val n = shifted - x.whole
    val r1 = n.times(-1.57079637050628662109375, x)
    val r2 = n.times(4.37113900018624283e-8, r1)
    return shifted.bits() to n.times(1.71512449e-15, r2)
}

private fun turn(x: Term, quarters: Long): Term {
    val (bits, r) = rest(x)
    val quarter = if (quarters == 0L) bits else bits + quarters
    val z = r * r
    val sine = (r * z).times(z.polynomial(-0.00019482693, 0.008331917, -0.16666651), r)
    val cosine = (z * z).times(z.polynomial(2.4393672e-05, -0.0013886959, 0.041666638), z.times(-0.5, 1.0))
    return ((quarter lacks 1L).choose(sine.bits(), cosine.bits()) xor ((quarter and 2L) shiftLeft 30)).number()
}

internal fun sin(x: Term): Term = Rare(x.absolute() above FAR_F32, "sin", listOf(x), (x equalTo 0.0).choose(x, turn(x, 0)))

internal fun cos(x: Term): Term = Rare(x.absolute() above FAR_F32, "cos", listOf(x), turn(x, 1))

/** Up to here float32 tells the multiple of pi / 2. */
private const val FAR_F32 = 1048576.0

private const val TWO_BY_PI = 0.6366197723675814
