package dev.rankine.nn

import dev.rankine.shapes.Cube
import dev.rankine.shapes.Dim
import dev.rankine.shapes.Mat
import dev.rankine.shapes.Rank4
import dev.rankine.shapes.Rank5
import dev.rankine.shapes.Shape
import dev.rankine.shapes.ShapeChain
import dev.rankine.shapes.Vec

// A layer behind a net: one form for each rank that the net may give. The last form of each rank is what the compiler chooses when the
// axes differ; its message is the error message, and it gives the type that a fitting layer would have given: one mistake is one error.

private const val MISMATCHED_NET = "shape: the last axis that the net gives is not the input axis of the layer"

/** This net, then [next], which maps the last axis. `... -> [O]`. */
@ShapeChain
@JvmName("thenLayer1")
public infix fun <In : Shape, I : Dim<*>, O : Dim<*>> Net<In, Vec<I>>.then(next: Layer<I, O>): Net<In, Vec<O>> =
    NetChain(links + next.links)

/** This net, then [next], which maps the last axis. `... -> [A, O]`. */
@ShapeChain
@JvmName("thenLayer2")
public infix fun <In : Shape, A : Dim<*>, I : Dim<*>, O : Dim<*>> Net<In, Mat<A, I>>.then(next: Layer<I, O>): Net<In, Mat<A, O>> =
    NetChain(links + next.links)

/** This net, then [next], which maps the last axis. `... -> [A, B, O]`. */
@ShapeChain
@JvmName("thenLayer3")
public infix fun <In : Shape, A : Dim<*>, B : Dim<*>, I : Dim<*>, O : Dim<*>> Net<In, Cube<A, B, I>>.then(
    next: Layer<I, O>,
): Net<In, Cube<A, B, O>> = NetChain(links + next.links)

/** This net, then [next], which maps the last axis. `... -> [A, B, C, O]`. */
@ShapeChain
@JvmName("thenLayer4")
public infix fun <In : Shape, A : Dim<*>, B : Dim<*>, C : Dim<*>, I : Dim<*>, O : Dim<*>> Net<In, Rank4<A, B, C, I>>.then(
    next: Layer<I, O>,
): Net<In, Rank4<A, B, C, O>> = NetChain(links + next.links)

/** This net, then [next], which maps the last axis. `... -> [A, B, C, D, O]`. */
@ShapeChain
@JvmName("thenLayer5")
public infix fun <In : Shape, A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, I : Dim<*>, O : Dim<*>> Net<In, Rank5<A, B, C, D, I>>.then(
    next: Layer<I, O>,
): Net<In, Rank5<A, B, C, D, O>> = NetChain(links + next.links)

/** Refused at compile time: the last axis that the net gives is not the input axis of [next]. */
@Deprecated(MISMATCHED_NET, level = DeprecationLevel.ERROR)
@JvmName("thenMismatched1")
public infix fun <In : Shape, Last : Dim<*>, O : Dim<*>> Net<In, Vec<Last>>.then(next: Layer<*, O>): Net<In, Vec<O>> =
    NetChain(links + next.links)

/** Refused at compile time: the last axis that the net gives is not the input axis of [next]. */
@Deprecated(MISMATCHED_NET, level = DeprecationLevel.ERROR)
@JvmName("thenMismatched2")
public infix fun <In : Shape, A : Dim<*>, Last : Dim<*>, O : Dim<*>> Net<In, Mat<A, Last>>.then(next: Layer<*, O>): Net<In, Mat<A, O>> =
    NetChain(links + next.links)

/** Refused at compile time: the last axis that the net gives is not the input axis of [next]. */
@Deprecated(MISMATCHED_NET, level = DeprecationLevel.ERROR)
@JvmName("thenMismatched3")
public infix fun <In : Shape, A : Dim<*>, B : Dim<*>, Last : Dim<*>, O : Dim<*>> Net<In, Cube<A, B, Last>>.then(
    next: Layer<*, O>,
): Net<In, Cube<A, B, O>> = NetChain(links + next.links)

/** Refused at compile time: the last axis that the net gives is not the input axis of [next]. */
@Deprecated(MISMATCHED_NET, level = DeprecationLevel.ERROR)
@JvmName("thenMismatched4")
public infix fun <In : Shape, A : Dim<*>, B : Dim<*>, C : Dim<*>, Last : Dim<*>, O : Dim<*>> Net<In, Rank4<A, B, C, Last>>.then(
    next: Layer<*, O>,
): Net<In, Rank4<A, B, C, O>> = NetChain(links + next.links)

/** Refused at compile time: the last axis that the net gives is not the input axis of [next]. */
@Deprecated(MISMATCHED_NET, level = DeprecationLevel.ERROR)
@JvmName("thenMismatched5")
public infix fun <In : Shape, A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, Last : Dim<*>, O : Dim<*>> Net<
    In,
    Rank5<A, B, C, D, Last>,
>.then(
    next: Layer<*, O>,
): Net<In, Rank5<A, B, C, D, O>> = NetChain(links + next.links)

/** Refused at compile time: what this net gives is not what [next] takes. */
@Deprecated("shape: what the net gives is not what the next one takes", level = DeprecationLevel.ERROR)
@JvmName("thenMismatched")
public infix fun <In : Shape, After : Shape> Net<In, *>.then(next: Net<*, After>): Net<In, After> = NetChain(links + next.links)

/** Refused at compile time: the shape that [next] gives is not part of its type. */
@Deprecated("shape: no net and no layer that fits; Sequential chains any modules, unchecked", level = DeprecationLevel.ERROR)
@JvmName("thenUntyped")
public infix fun <In : Shape> Net<In, *>.then(next: Mapping): Net<In, *> = NetChain<In, Shape>(links + next)
