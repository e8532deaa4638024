package dev.rankine.kernels;

import dev.rankine.ops.Backend;
import dev.rankine.ops.BackendProvider;
import java.util.Optional;

/**
 * Offers the vector backend. This class alone of its module is made for Java 17 and touches no class of the others before it has found
 * that they can be loaded: so an older Java can say what is missing.
 */
public final class VectorProvider implements BackendProvider {
    private static final int OLDEST = 25;

    private final int java;
    private final String machine;
    private final boolean hasModule;

    /** The provider for this virtual machine. */
    public VectorProvider() {
        this(
                Runtime.version().feature(),
                System.getProperty("java.vm.name", ""),
                ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent());
    }

    /** A provider that believes to run on another virtual machine, for tests. */
    VectorProvider(int java, String machine, boolean hasModule) {
        this.java = java;
        this.machine = machine;
        this.hasModule = hasModule;
    }

    @Override
    public String getName() {
        return "vector";
    }

    @Override
    public int getPriority() {
        return 10;
    }

    @Override
    public String whyUnusable() {
        if (java < OLDEST) {
            return "needs Java " + OLDEST + " or newer, and this is Java " + java
                    + ": start the program with a newer one";
        }
        if (!machine.contains("HotSpot") && !machine.contains("OpenJDK")) {
            return "needs the HotSpot virtual machine, and this is " + machine
                    + ": start the program with a JDK of OpenJDK's line";
        }
        if (!hasModule) {
            return "the module jdk.incubator.vector is not loaded: start Java with --add-modules jdk.incubator.vector";
        }
        return call("problem").map(String.class::cast).orElse(null);
    }

    @Override
    public Backend open() {
        return (Backend) call("open").orElseThrow();
    }

    @Override
    public String describe() {
        return (String) call("describe").orElseThrow();
    }

    /** What the Kotlin side of the module answers; by name, so that loading this class does not load that one. */
    private static Optional<Object> call(String question) {
        try {
            return Optional.ofNullable(Class.forName("dev.rankine.kernels.Start")
                    .getMethod(question)
                    .invoke(null));
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("the vector backend is incomplete: " + e, e);
        }
    }
}
