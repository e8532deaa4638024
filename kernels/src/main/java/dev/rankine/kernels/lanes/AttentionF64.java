package dev.rankine.kernels.lanes;

import static dev.rankine.kernels.lanes.Lanes.ALL;

import java.lang.foreign.ValueLayout;

/**
 * Attention of float64 for one pair of matrices, {@code y = softmax(q k^T scale + mask) v}, of T queries and S keys.
 * {@link #QUERIES} queries at a time meet {@link #KEYS} keys at a time. Their scores lie as [keys, queries] in the
 * cache: maxima, exponentials and sums take no step across lanes. Only queries are packed; keys are read as the left,
 * values as the right operand as they lie, weights as the left one by columns. What was found shrinks when a block
 * brings a larger score.
 *
 * <p>Figures: {@link BlockAttention}.
 */
final class AttentionF64 {
    private static final ValueLayout.OfDouble DOUBLE = ValueLayout.JAVA_DOUBLE_UNALIGNED;
    private static final int BYTES = Double.BYTES;
    private static final int L = ScoresF64.L;
    private static final int ROWS = TileF64.ROWS;
    private static final int W = TileF64.COLUMNS;

    /** Queries in work at a time: whole tiles as rows and as columns, at all widths of vectors. */
    static final int QUERIES = 96;

    /** Keys in work at a time, whole tiles. */
    static final int KEYS = 384;

    /** Bytes from the scores of a key to those of the next. */
    private static final long DOWN = (long) BYTES * QUERIES;

    final AttentionPlan plan;
    private final RowsOfF64 queries;
    private final RowsOfF64 keys;
    private final RowsOfF64 values;
    private final ShadesF64 shades;
    private final long panels;
    private final long scores;
    private final long found;
    private final long tile;
    private final long level;
    private final long total;
    private final long shrunk;
    private final long sum;

    /** The bytes of scratch memory that {@code plan} needs. */
    static long scratch(AttentionPlan plan) {
        return new AttentionF64(plan, 0).sum + DOWN;
    }

    /** At {@code scratch}, which starts a line of the cache. */
    AttentionF64(AttentionPlan plan, long scratch) {
        this.plan = plan;
        panels = scratch;
        scores = panels + DOWN * plan.size;
        tile = scores + DOWN * KEYS;
        level = tile + (long) BYTES * ROWS * W;
        total = level + DOWN;
        shrunk = total + DOWN;
        keys = new RowsOfF64(plan.keys, plan.size, shrunk + DOWN);
        values = new RowsOfF64(plan.keys, plan.found, keys.end());
        queries = new RowsOfF64(plan.queries, plan.size, values.end());
        found = queries.end();
        shades = new ShadesF64(plan, found + DOWN * values.wide());
        sum = shades.end(KEYS);
    }

    /** Takes query, key and value for {@link #run}. */
    void take(long q, long k, long v) {
        queries.take(q, plan.queryDown);
        keys.take(k, plan.keyDown);
        values.take(v, plan.valueDown);
    }

    /**
     * What the queries from {@code first} on find, at most {@link #QUERIES}, at y, and the logarithms of the sums of
     * their weights. {@code mask}, {@code y} and {@code logSum} are where query 0 has them, {@code row} is its number
     * among all rows of the call.
     */
    void run(int first, int count, long mask, long row, long y, long logSum) {
        pack(first, count, queries, plan.size, plan.scale, panels, level, tile);
        fill(level, QUERIES, Double.NEGATIVE_INFINITY);
        fill(total, QUERIES, 0);
        int seen = plan.seen(first + count);
        for (int key = 0; key < seen; key += KEYS) {
            int block = Math.min(KEYS, seen - key);
            for (int j = 0; j < count; j += W) {
                int width = TileF64.width(count - j);
                int above = plan.above(first + Math.min(count, j + W), key, block, ROWS);
                long x = scores + (long) BYTES * j;
                multiply(plan.size, keys, key, above, panels + (long) BYTES * j * plan.size, width, x);
                shades.hide(x, width, DOWN, mask, first + j, Math.min(W, count - j), key, above);
                for (int i = 0; i < width; i += L) grow((long) BYTES * (j + i), above);
                if (plan.drops != null) shades.drop(x, width, DOWN, row, first + j, Math.min(W, count - j), key, above);
            }
            for (int i = 0; i < count; i += ROWS) gather(i, key, plan.above(first + i + ROWS, key, block, ROWS));
        }
        finish(count, seen, y + (long) BYTES * plan.found * first, logSum + (long) BYTES * first);
    }

    /**
     * Packs {@code count} rows of {@code size} numbers from row {@code first} on, times {@code scale}, in panels of
     * right operands; {@code factor} and {@code tile} are scratch memory for a vector and a tile.
     */
    static void pack(int first, int count, RowsOfF64 x, int size, double scale, long into, long factor, long tile) {
        fill(factor, L, scale);
        for (int j = 0; j < count; j += W) {
            int some = Math.min(W, count - j);
            int width = TileF64.width(some);
            long panel = into + (long) BYTES * j * size;
            PackF64.pack(size, some, some, width, x.at(first + j), x.down() / BYTES, 1, panel, tile);
            // what is beside them may be any number: they must not be NaN where they meet weights of 0
            for (int i = 0; some < width && i < size; i++) {
                ALL.asSlice(panel + (long) BYTES * (i * (long) width + some), (long) BYTES * (width - some))
                        .fill((byte) 0);
            }
            for (int i = 0; scale != 1 && i < width; i += L) {
                ScoresF64.scale(panel + (long) BYTES * i, (long) BYTES * width, size, factor);
            }
        }
    }

    /**
     * {@code scores = x panel}, for rows of x from {@code first} on; rows of scores are those of {@link #QUERIES}
     * queries.
     */
    static void multiply(int size, RowsOfF64 x, int first, int rows, long panel, int width, long scores) {
        for (int i = 0; i < rows; i += ROWS) {
            long a = x.tile(first + i);
            long aDown = x.tileDown(first + i);
            UnpackedF64.tile(width, size, a, aDown, BYTES, panel, (long) BYTES * width, scores + DOWN * i, DOWN);
        }
    }

    /** From the scores of one vector of queries to weights. */
    private void grow(long at, int block) {
        for (int i = 0; i < L; i++) {
            ALL.set(DOUBLE, shrunk + at + (long) BYTES * i, ALL.get(DOUBLE, level + at + (long) BYTES * i));
        }
        ScoresF64.largest(scores + at, DOWN, block, level + at);
        WeightsF64.grow(shrunk + at, DOWN, 1, level + at, sum + at);
        WeightsF64.grow(scores + at, DOWN, block, level + at, sum + at);
        ScoresF64.total(total + at, shrunk + at, sum + at);
    }

    /** {@code found = found shrunk + weights^T v} for the tile of queries from {@code first} on. */
    private void gather(int first, int key, int block) {
        long down = (long) BYTES * values.wide();
        for (int j = 0; j < values.wide(); j += W) {
            int width = TileF64.width(values.wide() - j);
            long a = scores + (long) BYTES * first;
            long b = values.at(key) + (long) BYTES * j;
            long c = found + down * first + (long) BYTES * j;
            if (key == 0) {
                UnpackedF64.tile(width, block, a, BYTES, DOWN, b, values.down(), c, down);
            } else {
                long row = (long) BYTES * width;
                UnpackedF64.tile(width, block, a, BYTES, DOWN, b, values.down(), tile, row);
                ScoresF64.join(tile, row, c, down, width, ROWS, shrunk + (long) BYTES * first);
            }
        }
    }

    /** {@code y = found / total}. */
    private void finish(int count, int seen, long y, long logSum) {
        for (int i = 0; i < count; i++) {
            double weights = ALL.get(DOUBLE, total + (long) BYTES * i);
            double log = Double.POSITIVE_INFINITY;
            double factor = seen == 0 ? 0 : 1;
            if (weights != 0) {
                log = (ALL.get(DOUBLE, level + (long) BYTES * i) + Math.log(weights));
                factor = 1 / weights;
            }
            ALL.set(DOUBLE, logSum + (long) BYTES * i, log);
            ALL.set(DOUBLE, shrunk + (long) BYTES * i, factor);
        }
        if (seen == 0) ALL.asSlice(found, DOWN * values.wide()).fill((byte) 0);
        ScoresF64.finish(found, (long) BYTES * values.wide(), y, plan.found, count, shrunk);
    }

    static void fill(long x, int count, double number) {
        for (int i = 0; i < count; i++) ALL.set(DOUBLE, x + (long) BYTES * i, number);
    }
}
