package dev.rankine.kernels.lanes;

/** Functions of logarithms that {@code Math} has not, as the rows of the same names compute them. */
final class Logarithms {
    private static final double LN_2 = 0.693147180559945309417232121458176568;
    private static final double ROOT_TWO = 1.41421356237309504880;
    private static final double TWO_TO_54 = 18014398509481984.0;

    /** From here on {@code x x + 1} is {@code x x}. */
    private static final double LARGE = 268435456.0;

    /** The exponent is split off, so that powers of two have no rounding and the rest has that of a number near 1. */
    static double log2(double x) {
        if (!(x > 0.0) || Double.isInfinite(x)) return Math.log(x);
        boolean isSmall = x < Double.MIN_NORMAL;
        double normal = isSmall ? x * TWO_TO_54 : x;
        int exponent = Math.getExponent(normal);
        double fraction = Math.scalb(normal, -exponent);
        if (fraction > ROOT_TWO) {
            fraction /= 2;
            exponent++;
        }
        return (isSmall ? exponent - 54 : exponent) + Math.log(fraction) / LN_2;
    }

    static double asinh(double x) {
        double size = Math.abs(x);
        double square = size * size;
        double y = size > LARGE ? Math.log(size) + LN_2 : Math.log1p(size + square / (1.0 + Math.sqrt(1.0 + square)));
        return Math.copySign(y, x);
    }

    static double acosh(double x) {
        double above = x - 1.0;
        return x > LARGE ? Math.log(x) + LN_2 : Math.log1p(above + Math.sqrt(above * (2.0 + above)));
    }

    static double atanh(double x) {
        double size = Math.abs(x);
        return Math.copySign(0.5 * Math.log1p(2.0 * size / (1.0 - size)), x);
    }

    private Logarithms() {}
}
