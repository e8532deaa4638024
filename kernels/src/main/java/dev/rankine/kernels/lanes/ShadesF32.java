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
     * Hides what {@code count} queries from {@code first} on do not see of {@code keys} keys from {@code key} on.
     * Scores are {@code width} columns, rows {@code down} bytes apart; {@code mask} is where query 0 has its mask.
     */
    void hide(long scores, int width, long down, long mask, int first, int count, int key, int keys) {
        switch (plan.mask) {
            case NONE -> {}
            case CHOICE ->
                choose(scores, width, down, mask + first * plan.maskDown + key * plan.maskRight, count, keys);
            case NUMBERS ->
                add(scores, width, down, mask + BYTES * (first * plan.maskDown + key * plan.maskRight), count, keys);
        }
        if (plan.isCausal && key + keys - 1 > first) {
            for (int j = 0; j < width; j += L)
                ScoresF32.hideLater(scores + (long) BYTES * j, down, keys, first + j - key);
        }
    }

    private void add(long scores, int width, long down, long mask, int count, int keys) {
        if (plan.maskDown == 0) {
            for (int i = 0; i < keys; i++) {
                ScoresF32.addNumber(scores + down * i, width, ALL.get(FLOAT, mask + BYTES * (i * plan.maskRight)));
            }
            return;
        }
        PackF32.pack(keys, count, count, width, mask, plan.maskDown, plan.maskRight, lines, tile);
        addLines(scores, width, down, keys);
    }

    private void choose(long scores, int width, long down, long mask, int count, int keys) {
        if (plan.maskDown == 0) {
            for (int i = 0; i < keys; i++) {
                if (isHidden(mask + i * plan.maskRight))
                    AttentionF32.fill(scores + down * i, width, Float.NEGATIVE_INFINITY);
            }
            return;
        }
        long numbers = lines + (long) BYTES * W * keys;
        for (int i = 0; i < count; i++) {
            long row = mask + i * plan.maskDown;
            long into = numbers + (long) BYTES * keys * i;
            for (int j = 0; j < keys; j++) {
                ALL.set(
                        FLOAT,
                        into + (long) BYTES * j,
                        isHidden(row + j * plan.maskRight) ? Float.NEGATIVE_INFINITY : 0);
            }
        }
        PackF32.pack(keys, count, count, width, numbers, keys, 1, lines, tile);
        addLines(scores, width, down, keys);
    }

    private void addLines(long scores, int width, long down, int keys) {
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
