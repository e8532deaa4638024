package dev.rankine.kernels.lanes;

/**
 * What all matrices of one call of attention have in common: T queries and S keys of E numbers, values of V numbers.
 * Distances are in elements, numbers within a row lie side by side. Figures: {@link AttentionF32}.
 */
final class AttentionPlan {
    /** T. */
    int queries;
    /** S. */
    int keys;
    /** E. */
    int size;
    /** V. */
    int found;

    long queryDown;
    long keyDown;
    long valueDown;
    double scale;
    boolean isCausal;

    /**
     * None; one byte a score that is not 0 where a place may look; numbers that are added to the scores; or these in
     * panels, each of all keys by as many queries as a tile has columns.
     */
    Mask mask = Mask.NONE;

    /** Distances in the mask from a query to the next, and from a key to the next; 0 where all have the same. */
    long maskDown;

    long maskRight;

    /** What drops weights, or null. */
    Drops drops;

    /** How a mask hides. */
    enum Mask {
        NONE,
        CHOICE,
        NUMBERS,
        PANELS
    }

    /** The same for {@code count} of the keys, whose rows have no gaps, that no mask hides. */
    AttentionPlan seeing(int count) {
        AttentionPlan plan = new AttentionPlan();
        plan.queries = queries;
        plan.keys = count;
        plan.size = size;
        plan.found = found;
        plan.queryDown = queryDown;
        plan.keyDown = size;
        plan.valueDown = found;
        plan.scale = scale;
        return plan;
    }

    /** The keys that the queries before {@code end} see. */
    int seen(int end) {
        return isCausal ? Math.min(keys, end) : keys;
    }

    /**
     * How many of {@code block} keys from {@code key} on queries before {@code end} see, in whole tiles of {@code
     * rows} but for the last; what is behind is hidden.
     */
    int above(int end, int key, int block, int rows) {
        return isCausal ? Math.min(block, (Math.max(0, end - key) + rows - 1) / rows * rows) : block;
    }

    /**
     * The draws of dropped weights: those of {@code block} keys at a time are drawn one after another, query by query
     * of all {@code rows}. A weight stays if its word is less than {@code bound}, and is multiplied by {@code scale}.
     */
    record Drops(long key, long counter, int block, long rows, long bound, double scale) {
        /** Bytes of {@code words} for so many keys. */
        static long words(int keys) {
            return 4L * keys + 64;
        }

        /**
         * Writes a byte for each of {@code count} keys from {@code first} on, of {@code keys}, to y: 1 where the
         * weight of the query {@code row} stays.
         */
        void write(long row, int keys, int first, int count, long words, long y) {
            for (int i = first; i < first + count; ) {
                int part = i / block;
                int start = part * block;
                int wide = Math.min(block, keys - start);
                int end = Math.min(first + count, start + wide);
                long draw = row * wide + i - start;
                int skipped = (int) (draw % 4);
                int blocks = (skipped + end - i + 3) / 4;
                PhiloxWords.write(key, counter + part * ((rows * block + 3) / 4) + draw / 4, words, blocks);
                OtherDraws.below(bound, words + 4L * skipped, y + i - first, end - i);
                i = end;
            }
        }
    }
}
