package dev.rankine.kernels.lanes;

import static dev.rankine.kernels.lanes.Lanes.ALL;

import java.lang.foreign.ValueLayout;

/**
 * A row of elements of 4 bytes in an array, from which numbers of an index pick (n elements, to y), or to which they add (n elements of a). An address that is
 * only known at run time is checked at each access; a place in an array costs less, so a row that is used often enough is copied, by {@link ArrayLanes}.
 *
 * <p>512 of 1024 elements, with the copy: 0.41 ns an element picked in the first cache, 0.53 beyond; by addresses (see {@link GatherRow}) 0.66 and 0.79 in the same
 * run (AMD EPYC (Zen 4), 512 bits, one thread, JDK 25).
 */
final class ArrayRow {
    /** Elements that a row may have: half of the first cache. */
    static final int LONGEST = 4096;

    /** Places that are kept from row to row. */
    static final int MOST = 2048;

    final int[] words = new int[LONGEST];
    final float[] sums = new float[LONGEST];
    final int[] places = new int[MOST];

    private static final ThreadLocal<ArrayRow> ROWS = ThreadLocal.withInitial(ArrayRow::new);

    /** The arrays of this thread. */
    static ArrayRow get() {
        return ROWS.get();
    }

    /** The first [n] numbers of the index. */
    static void places(long index, boolean wide, int[] places, int n) {
        for (int j = 0; j < n; j++) places[j] = (int) Indices.get(index, wide, j);
    }

    /** y[j] = row[places[j]]. */
    static void pick(int[] row, int[] places, long y, int n) {
        for (int j = 0; j < n; j++) ALL.set(ValueLayout.JAVA_INT_UNALIGNED, y + 4L * j, row[places[j]]);
    }

    /** row[index[j]] += a[j], for int64 numbers of the index. */
    static void addWide(float[] row, long index, long a, int n) {
        for (int j = 0; j < n; j++) {
            int at = (int) ALL.get(ValueLayout.JAVA_LONG_UNALIGNED, index + 8L * j);
            row[at] += ALL.get(ValueLayout.JAVA_FLOAT_UNALIGNED, a + 4L * j);
        }
    }

    private ArrayRow() {}
}
