package dev.rankine.kernels;

import java.io.IOException;
import java.io.InputStream;
import jdk.incubator.vector.VectorShape;

/**
 * Defines the classes of {@code dev.rankine.kernels.lanes} once more, for vectors of another width. The width is a constant of those
 * classes, as the compiler of the virtual machine needs it; all other classes are shared. So every width is tested on any machine.
 */
public final class LaneLoader extends ClassLoader {
    private static final String LANES = "dev.rankine.kernels.lanes.";

    private final int bits;

    static {
        registerAsParallelCapable();
    }

    /** A loader for vectors of [bits]: 128, 256 or 512. */
    public LaneLoader(int bits) {
        super("lanes-" + bits, LaneLoader.class.getClassLoader());
        this.bits = bits;
    }

    /** The width for which a class of the lanes was defined: that of its loader, else the machine's own. */
    public static int bits(Class<?> lanes) {
        return lanes.getClassLoader() instanceof LaneLoader loader ? loader.bits : natural();
    }

    /** The width that this machine prefers, in bits. */
    public static int natural() {
        return VectorShape.preferredShape().vectorBitSize();
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (!name.startsWith(LANES)) return super.loadClass(name, resolve);
        synchronized (getClassLoadingLock(name)) {
            Class<?> known = findLoadedClass(name);
            return known != null ? known : define(name);
        }
    }

    private Class<?> define(String name) throws ClassNotFoundException {
        try (InputStream bytes = getParent().getResourceAsStream(name.replace('.', '/') + ".class")) {
            if (bytes == null) throw new ClassNotFoundException(name);
            byte[] code = bytes.readAllBytes();
            return defineClass(name, code, 0, code.length, LaneLoader.class.getProtectionDomain());
        } catch (IOException e) {
            throw new ClassNotFoundException(name, e);
        }
    }
}
