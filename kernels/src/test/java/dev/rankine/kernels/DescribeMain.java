package dev.rankine.kernels;

import dev.rankine.ops.Backends;

/** Prints the line about the backends: a program that an older Java runs too. */
public final class DescribeMain {
    private DescribeMain() {}

    /** No arguments. */
    public static void main(String[] arguments) {
        System.out.println(Backends.description());
    }
}
