package dev.rankine.data.drawn

/**
 * How much one image differs from the next. Where a number is a spread, the draw is [SplitMix64.bell] times it.
 * The defaults are tuned so that a linear classifier is clearly not enough and a small network with one hidden layer is.
 *
 * @property rotation spread, radians.
 * @property slant spread of the shear, horizontal over vertical.
 * @property height mean height of a digit, pixels.
 * @property scale spread of the size around the mean height, as a share of it.
 * @property aspect spread of width over height around 1.
 * @property shift spread of the translation, pixels.
 * @property knot spread of every knot, as a share of the height.
 * @property lift spread of where a second or third stroke is set down, as a share of the height.
 * @property wobble spread of the smooth elastic field, as a share of the height.
 * @property thin least radius of the pen, pixels.
 * @property thick greatest radius of the pen, pixels.
 * @property clutter probability of a stray mark beside the digit.
 * @property gap probability of a thin wiped-out line across the digit.
 * @property noise greatest spread of the noise per pixel, where 1 is full ink.
 */
internal class Style(
    val rotation: Double = 0.12,
    val slant: Double = 0.18,
    val height: Double = 18.0,
    val scale: Double = 0.08,
    val aspect: Double = 0.10,
    val shift: Double = 1.5,
    val knot: Double = 0.022,
    val lift: Double = 0.015,
    val wobble: Double = 0.025,
    val thin: Double = 0.8,
    val thick: Double = 1.6,
    val clutter: Double = 0.12,
    val gap: Double = 0.12,
    val noise: Double = 0.04,
)
