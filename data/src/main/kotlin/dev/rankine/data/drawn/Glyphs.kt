package dev.rankine.data.drawn

/**
 * One way of writing a digit: the strokes of the pen in order.
 *
 * @property strokes each `[x0, y0, x1, y1, ...]`: knots in the unit square, x to the right and y down, joined by a smooth curve.
 * A knot given twice is a sharp corner.
 */
internal class Glyph(val strokes: List<DoubleArray>)

private fun glyph(vararg strokes: DoubleArray) = Glyph(strokes.toList())

private fun stroke(vararg knots: Double) = knots

private val zero =
    listOf(
        // an oval that closes at the top
        glyph(stroke(.5, .0, .2, .15, .1, .5, .2, .85, .5, 1.0, .8, .85, .9, .5, .8, .15, .48, .0)),
        // narrow, the end laid over the start
        glyph(stroke(.62, .05, .35, .08, .2, .5, .35, .93, .6, .96, .8, .5, .66, .1, .45, .02)),
        // left a little open
        glyph(stroke(.68, .1, .4, .02, .15, .35, .2, .8, .5, 1.0, .82, .75, .85, .3, .62, .05)),
        // a curl inwards at the start
        glyph(stroke(.5, .2, .66, .05, .4, .0, .12, .3, .15, .75, .5, 1.0, .85, .7, .85, .3, .65, .04, .45, .06)),
    )

private val one =
    listOf(
        glyph(stroke(.5, .0, .5, 1.0)),
        // slanted
        glyph(stroke(.64, .0, .4, 1.0)),
        // an upstroke
        glyph(stroke(.26, .26, .55, .0, .55, .0, .54, 1.0)),
        // an upstroke and a foot
        glyph(stroke(.28, .22, .54, .0, .54, .0, .54, 1.0), stroke(.25, 1.0, .84, .98)),
    )

private val two =
    listOf(
        // a sharp corner at the foot
        glyph(stroke(.15, .25, .3, .05, .6, .02, .8, .22, .65, .5, .15, .98, .15, .98, .88, .97)),
        // a loop at the foot
        glyph(stroke(.18, .2, .45, .0, .78, .15, .7, .5, .38, .84, .16, .93, .2, .76, .42, .84, .65, 1.0, .9, .92)),
        // a wavy foot
        glyph(stroke(.2, .14, .5, .02, .78, .16, .7, .42, .42, .72, .16, 1.0, .16, 1.0, .5, .92, .88, 1.0)),
    )

private val three =
    listOf(
        // two bows
        glyph(stroke(.18, .12, .5, .0, .8, .18, .68, .42, .4, .48, .4, .48, .75, .55, .88, .78, .6, 1.0, .3, .98, .12, .85)),
        // a flat top
        glyph(stroke(.18, .03, .8, .02, .8, .02, .45, .4, .45, .4, .78, .5, .85, .78, .55, 1.0, .15, .9)),
        // a small loop between the bows
        glyph(stroke(.2, .15, .5, .02, .78, .2, .6, .44, .4, .5, .42, .41, .65, .5, .85, .72, .65, .98, .2, .92)),
    )

private val four =
    listOf(
        // open, straight
        glyph(stroke(.32, .02, .14, .58, .14, .58, .88, .58), stroke(.68, .22, .64, 1.0)),
        // closed
        glyph(stroke(.64, .0, .1, .66, .1, .66, .9, .66), stroke(.64, .0, .62, 1.0)),
        // open, round
        glyph(stroke(.22, .05, .2, .4, .4, .55, .74, .45), stroke(.78, .02, .75, .5, .68, 1.0)),
    )

private val five =
    listOf(
        // the roof added last
        glyph(stroke(.25, .02, .2, .45, .2, .45, .5, .36, .8, .5, .82, .78, .55, 1.0, .15, .9), stroke(.25, .02, .82, .02)),
        // in one go
        glyph(stroke(.8, .03, .3, .03, .3, .03, .24, .45, .24, .45, .6, .4, .84, .65, .7, .93, .4, 1.0, .15, .9)),
        // without corners
        glyph(stroke(.84, .04, .5, .02, .26, .15, .3, .4, .65, .5, .8, .72, .6, .96, .18, .94)),
    )

private val six =
    listOf(
        // a bow and a bowl
        glyph(stroke(.7, .02, .35, .25, .17, .65, .32, .96, .65, .97, .82, .75, .65, .54, .35, .6, .2, .75)),
        // a straight back
        glyph(stroke(.42, .0, .24, .45, .18, .8, .45, 1.0, .75, .85, .7, .6, .45, .55, .2, .72)),
        // a hook at the top
        glyph(stroke(.78, .12, .55, .0, .25, .3, .15, .7, .4, 1.0, .75, .9, .78, .65, .5, .52, .2, .7)),
    )

private val seven =
    listOf(
        glyph(stroke(.15, .05, .85, .05, .85, .05, .42, 1.0)),
        // with a bar
        glyph(stroke(.15, .05, .85, .05, .85, .05, .42, 1.0), stroke(.36, .52, .82, .5)),
        // a serif and a bent stem
        glyph(stroke(.14, .22, .17, .04, .17, .04, .85, .05, .85, .05, .6, .45, .5, 1.0)),
        // a bent roof with a bar
        glyph(stroke(.12, .12, .4, .03, .85, .08, .85, .08, .55, .5, .38, 1.0), stroke(.3, .53, .76, .48)),
    )

private val eight =
    listOf(
        // one crossing stroke
        glyph(stroke(.72, .12, .45, .0, .22, .2, .5, .46, .82, .75, .5, 1.0, .18, .76, .5, .46, .78, .2, .66, .06)),
        // two rings
        glyph(
            stroke(.5, .0, .27, .1, .27, .35, .5, .45, .73, .35, .73, .1, .5, .0),
            stroke(.5, .45, .2, .58, .17, .85, .5, 1.0, .83, .85, .8, .58, .5, .45),
        ),
        // narrow
        glyph(stroke(.68, .08, .42, .02, .3, .22, .52, .48, .72, .76, .5, .99, .3, .78, .48, .5, .72, .25, .68, .08)),
    )

private val nine =
    listOf(
        // a ring and a straight stem
        glyph(stroke(.78, .2, .5, .02, .2, .2, .25, .48, .55, .52, .78, .2, .78, .2, .72, 1.0)),
        // a bent stem
        glyph(stroke(.76, .18, .45, .02, .2, .25, .35, .5, .65, .45, .78, .18, .78, .18, .78, .55, .6, .92, .25, .97)),
        // a drop and a leaning stem
        glyph(stroke(.7, .3, .6, .05, .3, .08, .2, .35, .45, .5, .7, .36, .72, .1, .72, .1, .66, .6, .5, 1.0)),
    )

/** The ways of writing each digit; the index is the digit. */
internal val glyphs: List<List<Glyph>> = listOf(zero, one, two, three, four, five, six, seven, eight, nine)
