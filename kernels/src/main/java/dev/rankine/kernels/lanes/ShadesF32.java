package dev.rankine.kernels.lanes;

import static dev.rankine.kernels.lanes.Lanes.ALL;

import java.lang.foreign.ValueLayout;

/**
 * What hides scores of attention and drops weights, [keys, queries] as {@link ScoresF32} has them: order, masks,
 * random draws.
 */
final class ShadesF32 {
    private static final ValueLayout.OfFloat FLOAT = ValueLayout.JAVA_FLOAT_UNALIGNED;
    private static final int BYTES = Float.BYTES;
    private static final int L = ScoresF32.L;
    private static final int W = TileF32.COLUMNS;

    private final AttentionPlan plan;
    private final long tile;
    private final long lines;

    /** At {@code scratch}. */
    ShadesF32(AttentionPlan plan, long scratch) {
        this.plan = plan;
        tile = scratch;
        lines = tile + (long) BYTES * L * L;
    }

    /** Where the scratch memory ends that blocks of {@code block} keys need. */
    long end(int block) {
        boolean isUsed = plan.drops != null || plan.mask != AttentionPlan.Mask.NONE && plan.maskDown != 0;
        return isUsed ? lines + 2L * BYTES * W * block + up(AttentionPlan.Drops.words(block)) + up(block) : tile;
    }

    /**
     * Writes what the mask adds to the scores of W queries from {@code first} on, at {@code into} and a number for each
     * score before them, as {@link AttentionPlan.Mask#PANELS} has it; {@code block} keys at a time.
     */
    void turn(long mask, int first, int block, long into) {
        int count = Math.min(W, plan.queries - first);
        int width = TileF32.width(count);
        for (int key = 0; key < plan.keys; key += block) {
            lines(at(mask, first, key), width, count, Math.min(block, plan.keys - key), panel(into, first, key, width));
        }
    }

    /**
     * Hides what {@code count} queries from {@code first} on do not see of {@code keys} keys from {@code key} on.
     * Scores are {@code width} columns, rows {@code down} bytes apart; {@code mask} is where query 0 has its mask.
     */
    void hide(long scores, int width, long down, long mask, int first, int count, int key, int keys) {
        if (plan.mask == AttentionPlan.Mask.PANELS) {
            addLines(scores, width, down, panel(mask, first, key, width), keys);
        } else if (plan.mask != AttentionPlan.Mask.NONE && plan.maskDown != 0) {
            lines(at(mask, first, key), width, count, keys, lines);
            addLines(scores, width, down, lines, keys);
        } else if (plan.mask != AttentionPlan.Mask.NONE) {
            hideKeys(scores, width, down, at(mask, 0, key), keys);
        }
        if (plan.isCausal && key + keys - 1 > first) {
            for (int j = 0; j < width; j += L)
                ScoresF32.hideLater(scores + (long) BYTES * j, down, keys, first + j - key);
        }
    }

    private long at(long mask, int query, int key) {
        long place = query * plan.maskDown + key * plan.maskRight;
        return mask + (plan.mask == AttentionPlan.Mask.CHOICE ? place : BYTES * place);
    }

    private long panel(long mask, int first, int key, int width) {
        return mask + BYTES * ((long) first * plan.keys + (long) key * width);
    }

    /** A mask that is the same for all queries. */
    private void hideKeys(long scores, int width, long down, long mask, int keys) {
        for (int i = 0; i < keys; i++) {
            long row = scores + down * i;
            if (plan.mask == AttentionPlan.Mask.NUMBERS) {
                ScoresF32.addNumber(row, width, ALL.get(FLOAT, mask + BYTES * (i * plan.maskRight)));
            } else if (isHidden(mask + i * plan.maskRight)) {
                RowsF32.fill(row, width, Float.NEGATIVE_INFINITY);
            }
        }
    }

    /** What the mask at {@code mask} adds to scores, as they lie. */
    private void lines(long mask, int width, int count, int keys, long into) {
        if (plan.mask == AttentionPlan.Mask.NUMBERS) {
            PackF32.pack(keys, count, count, width, mask, plan.maskDown, plan.maskRight, into, tile);
            return;
        }
        long numbers = lines + (long) BYTES * W * keys;
        for (int i = 0; i < count; i++) {
            long row = mask + i * plan.maskDown;
            long line = numbers + (long) BYTES * keys * i;
            for (int j = 0; j < keys; j++) {
                ALL.set(
                        FLOAT,
                        line + (long) BYTES * j,
                        isHidden(row + j * plan.maskRight) ? Float.NEGATIVE_INFINITY : 0);
            }
        }
        PackF32.pack(keys, count, count, width, numbers, keys, 1, into, tile);
    }

    private void addLines(long scores, int width, long down, long lines, int keys) {
        for (int j = 0; j < width; j += L) {
            ScoresF32.add(scores + (long) BYTES * j, down, lines + (long) BYTES * j, (long) BYTES * width, keys);
        }
    }

    /**
     * The factors of weights that are dropped, 0, and of those that stay, as scores lie; {@code row} is the number of
     * query 0.
     */
    void factors(long into, int width, long down, long row, int first, int count, int key, int keys) {
        AttentionPlan.Drops drops = plan.drops;
        long numbers = lines + (long) BYTES * W * keys;
        long words = numbers + (long) BYTES * W * keys;
        long bytes = words + up(AttentionPlan.Drops.words(keys));
        float scale = (float) drops.scale();
        for (int i = 0; i < count; i++) {
            drops.write(row + first + i, plan.keys, key, keys, words, bytes);
            long line = numbers + (long) BYTES * keys * i;
            for (int j = 0; j < keys; j++) {
                ALL.set(FLOAT, line + (long) BYTES * j, isHidden(bytes + j) ? 0 : scale);
            }
        }
        if (down == (long) BYTES * width) {
            PackF32.pack(keys, count, count, width, numbers, keys, 1, into, tile);
        } else {
            PackF32.pack(keys, count, count, width, numbers, keys, 1, lines, tile);
            FinishF32.copy(keys, width, lines, width, into, down / BYTES);
        }
    }

    /** Drops weights; see {@link #factors}. */
    void drop(long weights, int width, long down, long row, int first, int count, int key, int keys) {
        factors(lines, width, (long) BYTES * width, row, first, count, key, keys);
        for (int j = 0; j < width; j += L) {
            ScoresF32.multiply(lines + (long) BYTES * j, (long) BYTES * width, weights + (long) BYTES * j, down, keys);
        }
    }

    private static long up(long bytes) {
        return (bytes + 63) & -64;
    }

    private static boolean isHidden(long choice) {
        return ALL.get(ValueLayout.JAVA_BYTE, choice) == 0;
    }
}
