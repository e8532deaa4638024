package dev.rankine.kernels.lanes;

import static dev.rankine.kernels.lanes.Lanes.ALL;

/**
 * The rows of a float64 matrix for tiles of products, which read whole tiles: where the matrix ends within one, the
 * rest is read from a copy with zeros behind it; where its rows end within a vector, all of it.
 * Figures: {@link AttentionF64}.
 */
final class RowsOfF64 {
    private static final int BYTES = Double.BYTES;
    private static final int L = ScoresF64.L;

    private final int rows;
    private final int columns;
    private final boolean isWhole;
    private final long copy;
    private long start;
    private long down;

    /** Of {@code rows} rows of {@code columns} numbers; copies are at {@code scratch}. */
    RowsOfF64(int rows, int columns, long scratch) {
        this.rows = rows;
        this.columns = columns;
        isWhole = columns % L != 0;
        copy = scratch;
    }

    /** Where the scratch memory ends. */
    long end() {
        return copy + (long) BYTES * wide() * (isWhole ? up() : TileF64.ROWS);
    }

    /** The rows of whole tiles. */
    private int up() {
        return (rows + TileF64.ROWS - 1) / TileF64.ROWS * TileF64.ROWS;
    }

    /** Elements of a row with the rest of its last vector. */
    int wide() {
        return (columns + L - 1) / L * L;
    }

    /** Takes the matrix at {@code x}, whose rows are {@code across} elements apart. */
    void take(long x, long across) {
        start = x;
        down = BYTES * across;
        int from = isWhole ? 0 : rows - rows % TileF64.ROWS;
        if (from == rows) return;
        long into = copy;
        ALL.asSlice(into, end() - copy).fill((byte) 0);
        for (int i = from; i < rows; i++) {
            CopyRows.copy(x + i * down, 0, into, 0, 1, (long) BYTES * columns);
            into += (long) BYTES * wide();
        }
        if (isWhole) {
            start = copy;
            down = (long) BYTES * wide();
        }
    }

    /** Where row {@code i} is, and rows after it to the end of the matrix. */
    long at(int i) {
        return start + i * down;
    }

    /** Bytes from a row at {@link #at} to the next. */
    long down() {
        return down;
    }

    /** Where the tile of rows begins that starts with row {@code i}. */
    long tile(int i) {
        return isWhole || i + TileF64.ROWS <= rows ? at(i) : copy;
    }

    /** Bytes from a row to the next in that tile. */
    long tileDown(int i) {
        return isWhole || i + TileF64.ROWS <= rows ? down : (long) BYTES * wide();
    }
}
