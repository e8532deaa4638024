package dev.rankine.samples.resnet

import dev.rankine.data.Labelled
import dev.rankine.shapes.Dim
import dev.rankine.shapes.Mat
import dev.rankine.shapes.Rank4
import dev.rankine.shapes.Vec

/** Images that are learnt from at once. */
internal object Batch : Dim<Batch>()

/** Red, green and blue. */
internal object Colors : Dim<Colors>(3)

/** The height of an image; what strides leave of it are its halves: `Rows/2`, `Rows/4`, `Rows/8`. */
internal object Rows : Dim<Rows>(32)

/** The width of an image. */
internal object Columns : Dim<Columns>(32)

/** The channels of the first stage, as many as the width of the network says. */
internal object Stage1 : Dim<Stage1>()

/** The channels of the second stage, twice as many. */
internal object Stage2 : Dim<Stage2>()

/** The channels of the third stage. */
internal object Stage3 : Dim<Stage3>()

/** The channels of the fourth stage: what the classifier sees of an image. */
internal object Stage4 : Dim<Stage4>()

/** What an image may show. */
internal object Kind : Dim<Kind>(10)

/** A batch of images. */
internal typealias Pictures = Rank4<Batch, Colors, Rows, Columns>

/** For every image a score for each kind. */
internal typealias Scores = Mat<Batch, Kind>

/** Images, and what each one shows. */
internal typealias Examples = Labelled<Pictures, Vec<Batch>>
