package dev.rankine.kernels.lanes;

import dev.rankine.kernels.LaneLoader;
import java.lang.foreign.MemorySegment;
import java.nio.ByteOrder;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;

/**
 * The width of vectors, a constant of every class that is defined with this one; see {@link LaneLoader}. A kernel copies the species it
 * needs to a {@code private static final} field of its own.
 *
 * <p>No kernel takes another width of a type. Once a process has run two of them, the compiler finds two classes where it looks for one, and keeps
 * vectors on the heap in loops that have nothing to do with the second: copies of rows of 1 KiB took 115 instead of 33 ns a row in a third of the
 * processes that had copied shorter ones by vectors of longs of 128 bits (JDK 25).
 */
public final class Lanes {
    /** Bits of a vector. */
    public static final int BITS = LaneLoader.bits(Lanes.class);

    /** Float32 vectors. */
    public static final VectorSpecies<Float> F32;

    /** Float64 vectors. */
    public static final VectorSpecies<Double> F64;

    /** Int32 vectors. */
    public static final VectorSpecies<Integer> I32;

    /** Int64 vectors. */
    public static final VectorSpecies<Long> I64;

    static {
        VectorShape shape = VectorShape.forBitSize(BITS);
        F32 = FloatVector.SPECIES_MAX.withShape(shape);
        F64 = DoubleVector.SPECIES_MAX.withShape(shape);
        I32 = IntVector.SPECIES_MAX.withShape(shape);
        I64 = LongVector.SPECIES_MAX.withShape(shape);
    }

    /**
     * All memory, addressed by number: nothing is checked, so that loops have no checks. Whoever computes an address has checked it.
     */
    public static final MemorySegment ALL = MemorySegment.NULL.reinterpret(Long.MAX_VALUE);

    /** The byte order of this machine. */
    public static final ByteOrder ORDER = ByteOrder.nativeOrder();

    /** One, which the compiler of the virtual machine cannot know: a loop whose step has it as a factor is not unrolled. Never changed. */
    static int one = 1;

    private Lanes() {}
}
