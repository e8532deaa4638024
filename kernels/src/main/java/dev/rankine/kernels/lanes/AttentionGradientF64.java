package dev.rankine.kernels.lanes;

import static dev.rankine.kernels.lanes.Lanes.ALL;

import java.lang.foreign.ValueLayout;

/**
 * The gradients of float64 attention for one pair of matrices. Weights x are computed anew, block by block, from the
 * logarithms of their sums, as {@link AttentionF64} has them, [keys, queries]; their own gradients z alike, {@code z
 * = x (v dy^T - rows) scale}. Then {@code dv += x dy}, {@code dk += z q}, {@code dq += z^T k}: of five products only
 * two have an operand that is packed.
 *
 * <p>Figures: {@link BlockAttention}.
 */
final class AttentionGradientF64 {
    private static final ValueLayout.OfDouble DOUBLE = ValueLayout.JAVA_DOUBLE_UNALIGNED;
    private static final int BYTES = Double.BYTES;
    private static final int L = ScoresF64.L;
    private static final int ROWS = TileF64.ROWS;
    private static final int W = TileF64.COLUMNS;
    private static final int QUERIES = AttentionF64.QUERIES;

    /** Keys in work at a time, whole tiles. */
    static final int KEYS = 96;

    private static final long DOWN = (long) BYTES * QUERIES;

    final AttentionPlan plan;
    private final RowsOfF64 queries;
    private final RowsOfF64 keys;
    private final RowsOfF64 values;
    private final RowsOfF64 arrived;
    private final ShadesF64 shades;
    private final long queryPanels;
    private final long arrivedPanels;
    private final long weights;
    private final long slopes;
    private final long factors;
    private final long kept;
    private final long tile;
    private final long level;
    private final long rows;
    private final long sum;
    private final long found;

    /** The bytes of scratch memory that {@code plan} needs. */
    static long scratch(AttentionPlan plan) {
        AttentionGradientF64 all = new AttentionGradientF64(plan, 0);
        return all.shades.end(KEYS);
    }

    /** At {@code scratch}, which starts a line of the cache. */
    AttentionGradientF64(AttentionPlan plan, long scratch) {
        this.plan = plan;
        queryPanels = scratch;
        arrivedPanels = queryPanels + DOWN * plan.size;
        weights = arrivedPanels + DOWN * plan.found;
        slopes = weights + DOWN * KEYS;
        factors = slopes + DOWN * KEYS;
        kept = plan.drops == null ? factors : factors + DOWN * KEYS;
        tile = plan.drops == null ? kept : kept + DOWN * KEYS;
        level = tile + (long) BYTES * ROWS * W;
        rows = level + DOWN;
        sum = rows + DOWN;
        keys = new RowsOfF64(plan.keys, plan.size, sum + DOWN);
        values = new RowsOfF64(plan.keys, plan.found, keys.end());
        queries = new RowsOfF64(plan.queries, plan.size, values.end());
        arrived = new RowsOfF64(plan.queries, plan.found, queries.end());
        found = arrived.end();
        shades = new ShadesF64(plan, found + DOWN * keys.wide());
    }

    /** Takes query, key, value and what arrived for the result, whose rows have no gaps, for {@link #run}. */
    void take(long q, long k, long v, long dy) {
        queries.take(q, plan.queryDown);
        keys.take(k, plan.keyDown);
        values.take(v, plan.valueDown);
        arrived.take(dy, plan.found);
    }

    /**
     * Fills dq, dk and dv. {@code logSum} and {@code sums} have a number for each query: the logarithm of the sum of
     * its weights, and the sum over {@code dy y}; {@code row} is the number of query 0 among all rows of the call.
     */
    void run(long mask, long row, long logSum, long sums, long dq, long dk, long dv) {
        ALL.asSlice(dk, (long) BYTES * plan.keys * plan.size).fill((byte) 0);
        ALL.asSlice(dv, (long) BYTES * plan.keys * plan.found).fill((byte) 0);
        for (int first = 0; first < plan.queries; first += QUERIES) {
            int count = Math.min(QUERIES, plan.queries - first);
            AttentionF64.pack(first, count, queries, plan.size, plan.scale, queryPanels, level, tile);
            AttentionF64.pack(first, count, arrived, plan.found, 1, arrivedPanels, level, tile);
            AttentionF64.fill(level, QUERIES, Double.POSITIVE_INFINITY);
            AttentionF64.fill(rows, QUERIES, 0);
            CopyRows.copy(logSum + (long) BYTES * first, 0, level, 0, 1, (long) BYTES * count);
            CopyRows.copy(sums + (long) BYTES * first, 0, rows, 0, 1, (long) BYTES * count);
            int seen = plan.seen(first + count);
            for (int key = 0; key < seen; key += KEYS) {
                int block = Math.min(KEYS, seen - key);
                weigh(first, count, key, block, mask, row);
                long used = plan.drops == null ? weights : kept;
                gather(used, arrived, plan.found, first, count, key, block, dv);
                slope(first, count, key, block);
                gather(slopes, queries, plan.size, first, count, key, block, dk);
                for (int i = 0; i < count; i += ROWS) query(i, key, plan.above(first + i + ROWS, key, block, ROWS));
            }
            long into = dq + (long) BYTES * plan.size * first;
            if (seen == 0) ALL.asSlice(found, DOWN * keys.wide()).fill((byte) 0);
            long row0 = (long) BYTES * plan.size;
            CopyRows.copy(found, (long) BYTES * keys.wide(), into, row0, count, row0);
        }
    }

    /** The weights of a block. */
    private void weigh(int first, int count, int key, int block, long mask, long row) {
        for (int j = 0; j < count; j += W) {
            int some = Math.min(W, count - j);
            int width = TileF64.width(some);
            int above = plan.above(first + j + some, key, block, ROWS);
            long at = (long) BYTES * j;
            long x = weights + at;
            AttentionF64.multiply(plan.size, keys, key, above, queryPanels + at * plan.size, width, x);
            shades.hide(x, width, DOWN, mask, first + j, some, key, above);
            for (int i = 0; i < width; i += L) {
                WeightsF64.grow(x + (long) BYTES * i, DOWN, above, level + at + (long) BYTES * i, sum);
            }
            if (plan.drops == null) continue;
            shades.factors(factors + at, width, DOWN, row, first + j, some, key, above);
            CopyRows.copy(factors + at, DOWN, kept + at, DOWN, above, (long) BYTES * width);
            for (int i = 0; i < width; i += L) {
                ScoresF64.multiply(x + (long) BYTES * i, DOWN, kept + at + (long) BYTES * i, DOWN, above);
            }
        }
    }

    /** The gradients of the scores of a block, times the scale. */
    private void slope(int first, int count, int key, int block) {
        for (int j = 0; j < count; j += W) {
            int some = Math.min(W, count - j);
            int width = TileF64.width(some);
            int above = plan.above(first + j + some, key, block, ROWS);
            long at = (long) BYTES * j;
            AttentionF64.multiply(plan.found, values, key, above, arrivedPanels + at * plan.found, width, slopes + at);
            for (int i = 0; i < width; i += L) {
                long on = at + (long) BYTES * i;
                if (plan.drops != null) ScoresF64.multiply(factors + on, DOWN, slopes + on, DOWN, above);
                ScoresF64.slopes(weights + on, slopes + on, DOWN, above, rows + on, plan.scale);
            }
        }
    }

    /**
     * {@code into += x rows} for a block of keys: x is that of weights, {@code columns} numbers have the rows of
     * {@code b}.
     */
    private void gather(long x, RowsOfF64 b, int columns, int first, int count, int key, int block, long into) {
        for (int i = 0; i < block; i += ROWS) {
            // queries before these see none of the keys
            int start = plan.isCausal ? Math.max(0, key + i - first) / W * W : 0;
            if (start >= count) break;
            int some = Math.min(ROWS, block - i);
            for (int j = 0; j < columns; j += W) {
                int width = TileF64.width(columns - j);
                long a = x + DOWN * i + (long) BYTES * start;
                long row = b.at(first + start) + (long) BYTES * j;
                UnpackedF64.tile(width, count - start, a, DOWN, BYTES, row, b.down(), tile, (long) BYTES * width);
                long c = into + BYTES * ((long) (key + i) * columns + j);
                FinishF64.add(some, Math.min(width, columns - j), tile, width, c, columns);
            }
        }
    }

    /** {@code found += slopes^T k} for the tile of queries from {@code first} on. */
    private void query(int first, int key, int block) {
        long down = (long) BYTES * keys.wide();
        for (int j = 0; j < keys.wide(); j += W) {
            int width = TileF64.width(keys.wide() - j);
            long a = slopes + (long) BYTES * first;
            long b = keys.at(key) + (long) BYTES * j;
            long c = found + down * first + (long) BYTES * j;
            if (key == 0) {
                UnpackedF64.tile(width, block, a, BYTES, DOWN, b, keys.down(), c, down);
            } else {
                UnpackedF64.tile(width, block, a, BYTES, DOWN, b, keys.down(), tile, (long) BYTES * width);
                FinishF64.add(ROWS, width, tile, width, c, keys.wide());
            }
        }
    }
}
