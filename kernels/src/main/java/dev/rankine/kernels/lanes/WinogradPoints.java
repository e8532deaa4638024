package dev.rankine.kernels.lanes;

/**
 * The points of F(4 x 4, 3 x 3): polynomials that stand for four results and three elements of a kernel are multiplied by their values
 * at 0, a, -a, b, -b and infinity (Winograd 1980; Lavin and Gray, arXiv:1509.09308). With a b = 1 the factors are nearest to 1: the largest
 * error of random sums over 64 channels was 1.7e-6 of the largest result, at a = 1 and b = 2 it was 7.5e-6. Figures: {@link WinogradRun}.
 */
final class WinogradPoints {
    /** How many numbers stand for a tile: six by six. */
    static final int COUNT = 36;

    /** Rows and columns of results of a tile; those of what it sees are two more. */
    static final int TILE = 4;

    /** a, the root of 1 / 2. */
    static final float A = 0.70710678f;

    /** b, the root of 2. */
    static final float B = 1.41421356f;

    private WinogradPoints() {}
}
