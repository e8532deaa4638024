package dev.rankine.kernels.lanes;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/**
 * Finds a kernel that is to be compiled by itself. A handle in a field that is not final is nothing that the compiler can look into, so the kernel
 * never becomes a part of its callers, and is compiled in the same way in every process. Within a caller that has other loops, or many nodes, the
 * sums of a loop of vectors live on the heap in some processes: up to fourteen times as slow. What a call costs could not be measured: sums of 16 numbers
 * take 14.8 ns so, and 12.1 to 15.4 within their caller (AMD EPYC, Zen 4, JDK 25).
 */
final class Apart {
    /** A handle on the static method {@code name}, which {@code lookup} may see. */
    static MethodHandle find(MethodHandles.Lookup lookup, String name, Class<?> result, Class<?>... parameters) {
        try {
            return lookup.findStatic(lookup.lookupClass(), name, MethodType.methodType(result, parameters));
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    /** What a kernel threw, which is never checked. */
    static AssertionError thrown(Throwable e) {
        if (e instanceof RuntimeException) throw (RuntimeException) e;
        if (e instanceof Error) throw (Error) e;
        return new AssertionError(e);
    }

    private Apart() {}
}
