package dev.rankine.shapes

/**
 * The shape of a tensor at the type level. Only the compiler uses it: no instance of a shape exists.
 *
 * "Broadcasts to" is subtyping: a shape of rank n is a shape of rank n + 1 with a leading axis of size 1, and size 1 ([One]) is below every dim.
 */
public sealed interface Shape

/** Rank 5: `[A, B, C, D, E]`. */
public interface Rank5<out A : Dim<*>, out B : Dim<*>, out C : Dim<*>, out D : Dim<*>, out E : Dim<*>> : Shape

/** Rank 4: `[A, B, C, D]`. */
public interface Rank4<out A : Dim<*>, out B : Dim<*>, out C : Dim<*>, out D : Dim<*>> : Rank5<One, A, B, C, D>

/** Rank 3: `[A, B, C]`. */
public interface Cube<out A : Dim<*>, out B : Dim<*>, out C : Dim<*>> : Rank4<One, A, B, C>

/** Rank 2: `[A, B]`. */
public interface Mat<out A : Dim<*>, out B : Dim<*>> : Cube<One, A, B>

/** Rank 1: `[A]`. */
public interface Vec<out A : Dim<*>> : Mat<One, A>

/** Rank 0: a single number. */
public interface Scalar : Vec<One>

/** The shape of a tensor about whose axes nothing is known at compile time. */
public interface AnyShape : Shape
