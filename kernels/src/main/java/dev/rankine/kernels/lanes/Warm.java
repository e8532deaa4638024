package dev.rankine.kernels.lanes;

/**
 * Calls a kernel on memory of its own until it runs at its speed, before the first product of a process. Left to the first products kernels
 * are compiled while much else is, and in a third of the processes the compiler then left calls in them for good: a training step of a
 * perceptron took 17 ms instead of 4.5. Alone they were compiled well in each of 20 processes, 8 of them with a training after it.
 */
final class Warm {
    // calls between two looks at the clock
    private static final int CALLS = 64;
    private static final long LONGEST = 500_000_000;

    /** Picoseconds a vector of products may take: a third of it where it was measured. */
    private static final long FAST = 500;

    /** Calls {@code kernel}, which multiplies so many {@code vectors}, until it is fast, half a second at most; then the machine is slow or busy. */
    static boolean up(long vectors, Runnable kernel) {
        long start = System.nanoTime();
        while (System.nanoTime() - start < LONGEST) {
            long before = System.nanoTime();
            for (int i = 0; i < CALLS; i++) kernel.run();
            if (System.nanoTime() - before < CALLS * vectors * FAST / 1000) break;
        }
        return true;
    }

    private Warm() {}
}
