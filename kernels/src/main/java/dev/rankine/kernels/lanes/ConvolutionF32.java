package dev.rankine.kernels.lanes;

import static dev.rankine.kernels.lanes.Lanes.ALL;
import static dev.rankine.kernels.lanes.Lanes.ORDER;

import java.lang.foreign.ValueLayout;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/** Packs weights for the tiles of a convolution and walks the tiles of a block. Figures: {@link CorrelationRun}. */
final class ConvolutionF32 {
    private static final VectorSpecies<Float> S = Lanes.F32;
    private static final ValueLayout.OfFloat FLOAT = ValueLayout.JAVA_FLOAT_UNALIGNED;
    private static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG_UNALIGNED;
    private static final long BYTES = Float.BYTES;
    private static final long STEP = BYTES * S.length();

    /**
     * Bytes of an entry of the table of vectors: where its run is, where it goes, how many lanes count, the number of its first pixel, how many lanes before
     * those that count belong to another vector.
     */
    static final long ENTRY = 40;

    /**
     * Packs {@code rows} rows of weights, {@code rowStride} elements apart, for tiles of {@code tile} rows; the others become zeros.
     * {@code sources} has the offset of each of the k elements of a kernel, in elements.
     */
    static void pack(long weights, long rowStride, long sources, int k, int rows, int tile, long to) {
        for (int r = 0; r < tile; r++) {
            if (r < rows) {
                pack(weights + BYTES * rowStride * r, sources, k, to + BYTES * r, BYTES * tile);
            } else {
                for (long i = 0; i < k; i++) ALL.set(FLOAT, to + BYTES * (r + i * tile), 0);
            }
        }
    }

    /** The same where the k elements of a kernel lie side by side and all {@code tile} rows are there; {@code scratch} is as in {@link PackF32}. */
    static void packLines(long weights, long rowStride, int k, int tile, long to, long scratch) {
        // what a square writes too much goes where the next lines will be: so the last line is no square's
        int main = (k - 1) & -TransposeF32.SIDE;
        if (main > 0) PackF32.pack(main, tile, tile, tile, weights, rowStride, 1, to, scratch);
        for (long r = 0; r < tile; r++) {
            long from = weights + BYTES * rowStride * r;
            for (long i = main; i < k; i++)
                ALL.set(FLOAT, to + BYTES * (r + i * tile), ALL.get(FLOAT, from + BYTES * i));
        }
    }

    private static void pack(long weights, long sources, int k, long to, long step) {
        for (long i = 0; i < k; i++) {
            ALL.set(FLOAT, to + step * i, ALL.get(FLOAT, weights + BYTES * ALL.get(LONG, sources + 8 * i)));
        }
    }

    /**
     * One sliver of output channels by the vectors of a block.
     *
     * @param rows how many rows of the tile are output channels; they go to {@code y} and every {@code yRow} bytes.
     * @param start what the sums of each row start with, or 0.
     * @param places offsets of pixels from {@code y}, or 0 where those of a vector lie together.
     * @param add whether the results are added to what is there.
     * @param scratch room for a tile.
     */
    static void sliver(
            long a,
            int tile,
            int rows,
            long taps,
            int k,
            long start,
            long vectors,
            int count,
            long runs,
            long y,
            long yRow,
            long places,
            boolean add,
            long scratch) {
        boolean direct = !add && places == 0 && rows == tile && start == 0;
        for (int i = 0; i < count; i += 2) {
            long e = vectors + ENTRY * i;
            long f = i + 1 < count ? e + ENTRY : e;
            long b = runs + ALL.get(LONG, e);
            long c = runs + ALL.get(LONG, f);
            if (direct && f != e && ALL.get(LONG, e + 16) == S.length() && ALL.get(LONG, f + 16) == S.length()) {
                tile(tile, a, taps, k, b, c, y + ALL.get(LONG, e + 8), y + ALL.get(LONG, f + 8), yRow);
            } else {
                tile(tile, a, taps, k, b, c, scratch, scratch + STEP, 2 * STEP);
                finish(scratch, rows, start, e, y, yRow, places, add);
                if (f != e) finish(scratch + STEP, rows, start, f, y, yRow, places, add);
            }
        }
    }

    /**
     * Copies what pairs of vectors see to panels, row by row the two vectors of an element of the kernels, and their entries, which then say where in the panels
     * each vector begins.
     */
    static void panels(long vectors, int count, long taps, int k, long runs, long entries, long panels) {
        for (int i = 0; i < count; i += 2) {
            long e = vectors + ENTRY * i;
            long f = i + 1 < count ? e + ENTRY : e;
            long to = 2 * STEP * k * (i / 2);
            panel(taps, k, runs + ALL.get(LONG, e), runs + ALL.get(LONG, f), panels + to);
            entry(e, entries + ENTRY * i, to);
            if (f != e) entry(f, entries + ENTRY * i + ENTRY, to + STEP);
        }
    }

    private static void entry(long from, long to, long run) {
        ALL.set(LONG, to, run);
        for (int i = 8; i < ENTRY; i += 8) ALL.set(LONG, to + i, ALL.get(LONG, from + i));
    }

    private static void panel(long taps, int k, long b, long c, long to) {
        for (long i = 0; i < k; i++) {
            long at = ALL.get(LONG, taps + 8 * i);
            FloatVector u = FloatVector.fromMemorySegment(S, ALL, b + at, ORDER);
            FloatVector v = FloatVector.fromMemorySegment(S, ALL, c + at, ORDER);
            u.intoMemorySegment(ALL, to + 2 * STEP * i, ORDER);
            v.intoMemorySegment(ALL, to + 2 * STEP * i + STEP, ORDER);
        }
    }

    private static void tile(int tile, long a, long taps, int k, long b, long c, long y, long z, long row) {
        if (tile == 8) {
            ConvolutionTileF32.tile8(a, taps, k, b, c, y, z, row);
        } else {
            ConvolutionTileF32.tile4(a, taps, k, b, c, y, z, row);
        }
    }

    /** Puts a vector of each row of a tile where its entry says. */
    static void finish(long tile, int rows, long start, long entry, long y, long yRow, long places, boolean add) {
        int lanes = (int) ALL.get(LONG, entry + 16);
        if (start != 0) addStart(tile, rows, start);
        long to = y + ALL.get(LONG, entry + 8);
        if (places != 0) {
            long from = places + 8 * ALL.get(LONG, entry + 24);
            for (int r = 0; r < rows; r++) scatter(tile + 2 * STEP * r, lanes, y + yRow * r, from, add);
        } else if (lanes < S.length()) {
            long skip = BYTES * ALL.get(LONG, entry + 32);
            for (int r = 0; r < rows; r++) part(tile + 2 * STEP * r + skip, lanes, to + yRow * r + skip, add);
        } else if (add) {
            add(tile, rows, to, yRow);
        } else {
            put(tile, rows, to, yRow);
        }
    }

    private static void addStart(long tile, int rows, long start) {
        for (long r = 0; r < rows; r++) {
            FloatVector x = FloatVector.fromMemorySegment(S, ALL, tile + 2 * STEP * r, ORDER);
            x.add(ALL.get(FLOAT, start + BYTES * r)).intoMemorySegment(ALL, tile + 2 * STEP * r, ORDER);
        }
    }

    private static void scatter(long tile, int lanes, long y, long places, boolean add) {
        for (long i = 0; i < lanes; i++) {
            long at = y + ALL.get(LONG, places + 8 * i);
            float number = ALL.get(FLOAT, tile + BYTES * i);
            ALL.set(FLOAT, at, add ? ALL.get(FLOAT, at) + number : number);
        }
    }

    private static void part(long tile, int lanes, long y, boolean add) {
        for (long i = 0; i < BYTES * lanes; i += BYTES) {
            float number = ALL.get(FLOAT, tile + i);
            ALL.set(FLOAT, y + i, add ? ALL.get(FLOAT, y + i) + number : number);
        }
    }

    private static void add(long tile, int rows, long y, long yRow) {
        for (long r = 0; r < rows; r++) {
            FloatVector x = FloatVector.fromMemorySegment(S, ALL, y + yRow * r, ORDER);
            FloatVector t = FloatVector.fromMemorySegment(S, ALL, tile + 2 * STEP * r, ORDER);
            x.add(t).intoMemorySegment(ALL, y + yRow * r, ORDER);
        }
    }

    private static void put(long tile, int rows, long y, long yRow) {
        for (long r = 0; r < rows; r++) {
            FloatVector t = FloatVector.fromMemorySegment(S, ALL, tile + 2 * STEP * r, ORDER);
            t.intoMemorySegment(ALL, y + yRow * r, ORDER);
        }
    }

    private ConvolutionF32() {}
}
