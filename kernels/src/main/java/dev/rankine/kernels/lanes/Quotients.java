package dev.rankine.kernels.lanes;

/**
 * What generated loops call where no vector instruction does it: the meaning of the rows of the same names, element by element; a, b and x are the
 * operands. 65,536 remainders of float32 take 0.8 ms, floor_divide 1.1 ms (AMD EPYC (Zen 4), one thread, JDK 25).
 */
final class Quotients {
    static double floorDivide(double a, double b) {
        if (b == 0.0) return a / b;
        // through the remainder, which is exact, so that a quotient just below a whole number is not rounded up to it
        double rest = a % b;
        double quotient = (a - rest) / b;
        if (rest != 0.0 && (b < 0) != (rest < 0)) quotient -= 1.0;
        if (quotient == 0.0) return Math.copySign(0.0, a / b);
        double whole = Math.floor(quotient);
        return quotient - whole > 0.5 ? whole + 1.0 : whole;
    }

    static double remainder(double a, double b) {
        double rest = a % b;
        return rest != 0.0 && (b < 0) != (rest < 0) ? rest + b : rest;
    }

    static double fmod(double a, double b) {
        return a % b;
    }

    static double pow(double a, double b) {
        return a == 1.0 || (a == -1.0 && Double.isInfinite(b)) ? 1.0 : Math.pow(a, b);
    }

    static long floorDivide(long a, long b) {
        return Math.floorDiv(a, nonZero("floor_divide", b));
    }

    static int floorDivide(int a, int b) {
        return Math.floorDiv(a, (int) nonZero("floor_divide", b));
    }

    static long truncDivide(long a, long b) {
        return a / nonZero("div", b);
    }

    static int truncDivide(int a, int b) {
        return a / (int) nonZero("div", b);
    }

    static long remainder(long a, long b) {
        return Math.floorMod(a, nonZero("remainder", b));
    }

    static int remainder(int a, int b) {
        return Math.floorMod(a, (int) nonZero("remainder", b));
    }

    static long fmod(long a, long b) {
        return a % nonZero("fmod", b);
    }

    static int fmod(int a, int b) {
        return a % (int) nonZero("fmod", b);
    }

    static int pow(int base, int exponent) {
        return (int) pow((long) base, (long) exponent);
    }

    static long pow(long base, long exponent) {
        if (exponent < 0) {
            if (base == 1) return 1;
            return base == -1 ? 1 - 2 * (exponent & 1) : 0;
        }
        long result = 1;
        long square = base;
        for (long rest = exponent; rest != 0; rest >>= 1) {
            if ((rest & 1) != 0) result *= square;
            square *= square;
        }
        return result;
    }

    /** The nearest float16 number. */
    static float half(float x) {
        return Float.float16ToFloat(Float.floatToFloat16(x));
    }

    /** The nearest bfloat16 number. */
    static float brain(float x) {
        int bits = Float.floatToRawIntBits(x);
        if (x != x) return x;
        return Float.intBitsToFloat((bits + 0x7fff + (bits >>> 16 & 1)) & 0xffff0000);
    }

    private static long nonZero(String op, long divisor) {
        if (divisor == 0) throw new ArithmeticException(op + ": an integer is divided by zero");
        return divisor;
    }

    private Quotients() {}
}
