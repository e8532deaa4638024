package dev.rankine.nn

import dev.rankine.shapes.Cube
import dev.rankine.shapes.Dim
import dev.rankine.shapes.Mat
import dev.rankine.shapes.Rank4
import dev.rankine.shapes.Rank5
import dev.rankine.shapes.Shape
import dev.rankine.shapes.Vec

// A layer before a net: `head after Linear(Pixels, Hidden)`. The net stands first because its rank then chooses the form, and a mismatch
// is one line that names both axes; `layer then net` could only be a list of five.

/** [layer], which maps the last axis, then this net. `[I] -> ...` */
@JvmName("after1")
public infix fun <I : Dim<*>, O : Dim<*>, Out : Shape> Net<Vec<O>, Out>.after(layer: Layer<I, O>): Net<Vec<I>, Out> =
    NetChain(layer.links + links)

/** [layer], which maps the last axis, then this net. `[A, I] -> ...` */
@JvmName("after2")
public infix fun <A : Dim<*>, I : Dim<*>, O : Dim<*>, Out : Shape> Net<Mat<A, O>, Out>.after(layer: Layer<I, O>): Net<Mat<A, I>, Out> =
    NetChain(layer.links + links)

/** [layer], which maps the last axis, then this net. `[A, B, I] -> ...` */
@JvmName("after3")
public infix fun <A : Dim<*>, B : Dim<*>, I : Dim<*>, O : Dim<*>, Out : Shape> Net<Cube<A, B, O>, Out>.after(
    layer: Layer<I, O>,
): Net<Cube<A, B, I>, Out> = NetChain(layer.links + links)

/** [layer], which maps the last axis, then this net. `[A, B, C, I] -> ...` */
@JvmName("after4")
public infix fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, I : Dim<*>, O : Dim<*>, Out : Shape> Net<Rank4<A, B, C, O>, Out>.after(
    layer: Layer<I, O>,
): Net<Rank4<A, B, C, I>, Out> = NetChain(layer.links + links)

/** [layer], which maps the last axis, then this net. `[A, B, C, D, I] -> ...` */
@JvmName("after5")
public infix fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, I : Dim<*>, O : Dim<*>, Out : Shape> Net<Rank5<A, B, C, D, O>, Out>.after(
    layer: Layer<I, O>,
): Net<Rank5<A, B, C, D, I>, Out> = NetChain(layer.links + links)
