package dev.rankine.data

import dev.rankine.shapes.FormatException
import kotlinx.coroutines.flow.flow
import java.nio.file.Path

/** Text files in UTF-8. */
public object TextFile {
    /**
     * The whole text of the file at [path].
     *
     * @throws FormatException if there is no such file, it cannot be read, or a line is not UTF-8.
     */
    @JvmStatic
    public fun read(path: Path): String = Utf8Lines(path).use { lines -> buildString { while (true) append(lines.next() ?: break) } }

    /**
     * The lines of the file at [path], without what ends them. What follows the last line feed is a line if it is not empty.
     *
     * @throws FormatException if there is no such file, it cannot be read, or a line is not UTF-8.
     */
    @JvmStatic
    public fun readLines(path: Path): List<String> =
        Utf8Lines(path).use { lines -> generateSequence { lines.next() }.map(::ended).toList() }

    /** The same lines as [readLines] gives, one after another: the file may be larger than memory. Its flow throws what [readLines] throws. */
    @JvmStatic
    public fun lines(path: Path): IterableDataset<String> =
        IterableDataset {
            flow {
                Utf8Lines(path).use { lines -> while (true) emit(ended(lines.next() ?: break)) }
            }
        }

    private fun ended(line: String): String = line.removeSuffix("\n").removeSuffix("\r")
}
