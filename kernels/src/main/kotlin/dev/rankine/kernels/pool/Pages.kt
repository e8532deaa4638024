package dev.rankine.kernels

import java.lang.foreign.Arena
import java.lang.foreign.FunctionDescriptor
import java.lang.foreign.Linker
import java.lang.foreign.SymbolLookup
import java.lang.foreign.ValueLayout.JAVA_INT
import java.lang.foreign.ValueLayout.JAVA_LONG
import java.lang.invoke.MethodHandle

/**
 * Memory from the machine for [Blocks]. A process that has taken much asks Linux for pages of 2 MiB: where a loop waits for memory, looking up
 * pages of 4 KiB is a third of its time. Scaling 10 million float32 where they are takes 1.16 ms then, 1.7 before; a step of Adam on as many
 * 5.8 ms, 7.0 before (one thread of an AMD EPYC (Zen 4), in a virtual machine).
 *
 * Such blocks are cut from regions of addresses, of which only what is touched takes memory. Asking needs two functions of the C library, and
 * binding them takes Java 0.1 s: a small program never does.
 */
internal class Pages {
    private var taken = 0L
    private var shift = 0L
    private var region = 0L
    private var end = 0L

    /**
     * The address of [bytes], a multiple of a line; what lies there is undefined. Each block begins elsewhere in its page: of blocks that begin in the
     * same place, numbers with one index share a set of the first cache, and a load waits for a store that only seems to be to its address. Layer norm's
     * gradient of `[8192, 768]` took 4.9 ms so and takes 4.3, softmax's of `[4096, 1000]` 3.0 and 2.7, in turns.
     *
     * @throws OutOfMemoryError if the machine has no more.
     */
    fun take(bytes: Long): Long {
        shift = (shift + APART) % PAGE
        return cut(bytes + PAGE) + shift
    }

    private fun cut(bytes: Long): Long {
        taken += bytes
        if (taken <= MUCH || Large.problem != null) return Arena.global().allocate(bytes, SizeClasses.LINE).address()
        if (bytes > REGION / 4) return Large.region(bytes)
        if (end - region < bytes) {
            region = Large.region(REGION)
            end = region + REGION
        }
        return region.also { region += bytes }
    }

    /** Whole regions with large pages, from the machine. */
    internal object Large {
        private var map: MethodHandle? = null
        private var advise: MethodHandle? = null

        /** Why there are none here, or null. */
        val problem: String? =
            try {
                bind()
            } catch (e: LinkageError) {
                e.toString()
            } catch (e: UnsupportedOperationException) {
                e.toString()
            } catch (e: IllegalCallerException) {
                e.toString()
            }

        private fun bind(): String? {
            val system = System.getProperty("os.name")
            if (system != "Linux") return "no large pages are asked for on $system"
            val linker = Linker.nativeLinker()
            val names = linker.defaultLookup()
            map =
                linker.downcallHandle(
                    names.found("mmap"),
                    FunctionDescriptor.of(JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_INT, JAVA_INT, JAVA_INT, JAVA_LONG),
                )
            advise = linker.downcallHandle(names.found("madvise"), FunctionDescriptor.of(JAVA_INT, JAVA_LONG, JAVA_LONG, JAVA_INT))
            return null
        }

        private fun SymbolLookup.found(name: String) = find(name).orElseThrow { UnsatisfiedLinkError("the C library has no $name") }

        /** The address of [bytes] that begin with a large page. */
        fun region(bytes: Long): Long {
            val size = bytes + LARGE
            val address = map!!.invokeWithArguments(0L, size, READ_AND_WRITE, PRIVATE_AND_EMPTY, -1, 0L) as Long
            if (address == FAILED) throw OutOfMemoryError("the machine has no room for $bytes bytes")
            val first = (address + LARGE - 1) / LARGE * LARGE
            // a wish: where the machine has no large pages, small ones serve
            advise!!.invokeWithArguments(first, bytes, LARGE_PAGES)
            return first
        }

        private const val LARGE = 2L shl 20

        // numbers of Linux: PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, MADV_HUGEPAGE, MAP_FAILED
        private const val READ_AND_WRITE = 0x3
        private const val PRIVATE_AND_EMPTY = 0x4022
        private const val LARGE_PAGES = 14
        private const val FAILED = -1L
    }

    private companion object {
        /** What a process takes in small pages first. */
        const val MUCH = 48L shl 20

        /** Addresses from which blocks are cut. */
        const val REGION = 256L shl 20

        const val PAGE = 4096L

        /** From where a block begins in its page to where the next does: 39 of 64 lines, so that any few blocks are far from each other. */
        const val APART = 39 * SizeClasses.LINE
    }
}
