package dev.rankine.kernels.lanes;

import static dev.rankine.kernels.lanes.Lanes.ALL;
import static dev.rankine.kernels.lanes.Lanes.ORDER;

import java.lang.foreign.ValueLayout;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * Places of the first best of columns of float32 numbers, as {@link PlaceF32} finds them: some rows at a time, so that memory is read in order. Places are
 * counted as float32, which is exact for {@link #MOST} rows. Columns that have a NaN are searched alone.
 * x and y are the addresses of operand and result. Figures: {@link Places}.
 */
final class PlacesF32 {
    private static final VectorSpecies<Float> S = Lanes.F32;
    private static final int L = S.length();
    private static final int BYTES = Float.BYTES;
    private static final long STEP = (long) BYTES * L;
    private static final int COLUMNS = 512;
    private static final int DEPTH = 32;
    /** The most rows. */
    static final int MOST = 1 << 24;

    /** Stores the places for columns of {@code rows} numbers, rows {@code down} bytes apart; {@code state} has room for 1536 numbers. */
    static void rows(long x, long down, int rows, int columns, boolean largest, long y, long state) {
        for (int j = 0; j < columns; j += COLUMNS) {
            block(x + (long) BYTES * j, down, rows, Math.min(COLUMNS, columns - j), largest, y + 8L * j, state);
        }
    }

    private static void block(long x, long down, int rows, int columns, boolean largest, long y, long best) {
        long places = best + (long) BYTES * COLUMNS;
        long wrong = places + (long) BYTES * COLUMNS;
        int main = S.loopBound(columns);
        fill(best, main, Float.NEGATIVE_INFINITY);
        fill(places, main, 0);
        fill(wrong, main, 0);
        float sign = largest ? 1 : -1;
        for (int r = 0; r < rows; r += DEPTH) {
            int depth = Math.min(DEPTH, rows - r);
            long from = x + r * down;
            int j = 0;
            for (; j + 2 * L <= main; j += 2 * L) two(from, down, depth, r, sign, best, (long) BYTES * j);
            if (j < main) one(from, down, depth, r, sign, best, (long) BYTES * j);
        }
        for (int j = 0; j < columns; j++) {
            boolean alone = j >= main || get(wrong + (long) BYTES * j) != 0;
            long place = alone
                    ? PlaceF32.apart(x + (long) BYTES * j, down, rows, largest)
                    : (long) get(places + (long) BYTES * j);
            ALL.set(ValueLayout.JAVA_LONG_UNALIGNED, y + 8L * j, place);
        }
    }

    private static void two(long x, long down, int rows, float first, float sign, long state, long at) {
        long best = state + at;
        long places = best + (long) BYTES * COLUMNS;
        long wrong = places + (long) BYTES * COLUMNS;
        FloatVector a = FloatVector.fromMemorySegment(S, ALL, best, ORDER);
        FloatVector b = FloatVector.fromMemorySegment(S, ALL, best + STEP, ORDER);
        FloatVector c = FloatVector.fromMemorySegment(S, ALL, places, ORDER);
        FloatVector d = FloatVector.fromMemorySegment(S, ALL, places + STEP, ORDER);
        FloatVector e = FloatVector.fromMemorySegment(S, ALL, wrong, ORDER);
        FloatVector f = FloatVector.fromMemorySegment(S, ALL, wrong + STEP, ORDER);
        float number = first;
        long p = x + at;
        for (int r = 0; r < rows; r++) {
            FloatVector v = FloatVector.fromMemorySegment(S, ALL, p, ORDER).mul(sign);
            FloatVector w =
                    FloatVector.fromMemorySegment(S, ALL, p + STEP, ORDER).mul(sign);
            c = c.blend(number, v.compare(VectorOperators.GT, a));
            d = d.blend(number, w.compare(VectorOperators.GT, b));
            a = a.blend(v, v.compare(VectorOperators.GT, a));
            b = b.blend(w, w.compare(VectorOperators.GT, b));
            e = e.blend(v, v.compare(VectorOperators.NE, v));
            f = f.blend(w, w.compare(VectorOperators.NE, w));
            number += 1;
            p += down;
        }
        a.intoMemorySegment(ALL, best, ORDER);
        b.intoMemorySegment(ALL, best + STEP, ORDER);
        c.intoMemorySegment(ALL, places, ORDER);
        d.intoMemorySegment(ALL, places + STEP, ORDER);
        e.intoMemorySegment(ALL, wrong, ORDER);
        f.intoMemorySegment(ALL, wrong + STEP, ORDER);
    }

    private static void one(long x, long down, int rows, float first, float sign, long state, long at) {
        long best = state + at;
        long places = best + (long) BYTES * COLUMNS;
        long wrong = places + (long) BYTES * COLUMNS;
        FloatVector a = FloatVector.fromMemorySegment(S, ALL, best, ORDER);
        FloatVector c = FloatVector.fromMemorySegment(S, ALL, places, ORDER);
        FloatVector e = FloatVector.fromMemorySegment(S, ALL, wrong, ORDER);
        float number = first;
        long p = x + at;
        for (int r = 0; r < rows; r++) {
            FloatVector v = FloatVector.fromMemorySegment(S, ALL, p, ORDER).mul(sign);
            c = c.blend(number, v.compare(VectorOperators.GT, a));
            a = a.blend(v, v.compare(VectorOperators.GT, a));
            e = e.blend(v, v.compare(VectorOperators.NE, v));
            number += 1;
            p += down;
        }
        a.intoMemorySegment(ALL, best, ORDER);
        c.intoMemorySegment(ALL, places, ORDER);
        e.intoMemorySegment(ALL, wrong, ORDER);
    }

    private static void fill(long at, int count, float number) {
        for (int i = 0; i < count; i++) ALL.set(ValueLayout.JAVA_FLOAT_UNALIGNED, at + (long) BYTES * i, number);
    }

    private static float get(long address) {
        return ALL.get(ValueLayout.JAVA_FLOAT_UNALIGNED, address);
    }

    private PlacesF32() {}
}
