package dev.rankine.kernels.lanes;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Method;

/**
 * Finds a kernel that is to be compiled by itself. A handle in a field that is not final is nothing that the compiler can look into, so the kernel
 * never becomes a part of its callers, and is compiled in the same way in every process. Within a caller that has other loops, or many nodes, the
 * sums of a loop of vectors live on the heap in some processes: up to fourteen times as slow. What a call costs could not be measured: sums of 16 numbers
 * take 14.8 ns so, and 12.1 to 15.4 within their caller (AMD EPYC, Zen 4, JDK 25).
 */
final class Apart {
    /** A handle on the only method {@code name} of the class that looks it up, a static one. */
    static MethodHandle find(MethodHandles.Lookup lookup, String name) {
        Method found = null;
        for (Method method : lookup.lookupClass().getDeclaredMethods()) {
            if (!method.getName().equals(name)) continue;
            if (found != null) throw new AssertionError(lookup.lookupClass() + " has two methods " + name);
            found = method;
        }
        if (found == null) throw new AssertionError(lookup.lookupClass() + " has no method " + name);
        try {
            return lookup.unreflect(found);
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }

    /** What a kernel threw, which is never checked. */
    static AssertionError thrown(Throwable cause) {
        if (cause instanceof RuntimeException) throw (RuntimeException) cause;
        if (cause instanceof Error) throw (Error) cause;
        return new AssertionError(cause);
    }

    private Apart() {}
}
