package dev.rankine.data

import dev.rankine.shapes.FormatException
import java.nio.file.Files
import java.nio.file.Path

/**
 * CIFAR-100 in its binary form: colour images of 32 x 32, each in one of 100 classes (fine), five of which make one of 20 (coarse).
 *
 * Two files, `train.bin` and `test.bin`; a record is a byte for the coarse class, one for the fine class, then 1,024 bytes each for red, green and blue.
 * Format and images: A. Krizhevsky, "Learning Multiple Layers of Features from Tiny Images" (2009).
 *
 * @property train the images to learn from.
 * @property test the images to judge by.
 * @property names what the classes show, in the order of their numbers; empty if the folder has no file of names.
 */
public class Cifar100 private constructor(
    public val train: LabelledImages,
    public val test: LabelledImages,
    public val names: List<String>,
) {
    /** Loads CIFAR-100 from files. */
    public companion object {
        /** The folder that is in the archive of CIFAR-100. */
        private const val UNPACKED = "cifar-100-binary"
        private const val ARCHIVE = "cifar-100-binary.tar.gz"
        private val FILES = listOf("train.bin", "test.bin")

        /**
         * Loads `train.bin` and `test.bin` from [directory], or from the folder `cifar-100-binary` in it, and the names of the classes from
         * `fine_label_names.txt` or `coarse_label_names.txt` if that is there.
         *
         * @param coarse whether the classes are the 20, not the 100.
         * @throws FormatException if a file is missing, cannot be read, is empty, has a length that is not one of records, a label that is out of range, or
         * names of more or fewer classes.
         */
        @JvmStatic
        @JvmOverloads
        public fun load(directory: Path, coarse: Boolean = false): Cifar100 {
            val folder = listOf(directory, directory.resolve(UNPACKED)).firstOrNull { home -> FILES.any { Files.exists(home.resolve(it)) } }
            val missing = FILES.filter { folder == null || !Files.exists(folder.resolve(it)) }
            if (missing.isNotEmpty()) {
                val problem = "files are missing: ${missing.joinToString()}"
                throw FormatException("${folder ?: directory}", problem, if (folder == null) whatIsThere(directory) else null)
            }
            val form = if (coarse) CifarForm.COARSE else CifarForm.FINE
            val (train, test) = FILES.map { CifarFile.read(listOf(CifarFile.of(folder!!.resolve(it), form))) }
            return Cifar100(
                train,
                test,
                names(folder!!.resolve(if (coarse) "coarse_label_names.txt" else "fine_label_names.txt"), form.classes),
            )
        }

        private fun names(file: Path, classes: Int): List<String> {
            if (!Files.exists(file)) return emptyList()
            val names = TextFile.readLines(file).filter { it.isNotBlank() }
            if (names.size !=
                classes
            ) {
                throw FormatException("${file.fileName}", "names and classes differ in number: ${names.size} != $classes")
            }
            return names
        }

        private fun whatIsThere(directory: Path): String? =
            when {
                !Files.exists(directory) -> "there is no such directory"
                !Files.isDirectory(directory) -> "it is a file: give the directory that has the two files"
                Files.exists(directory.resolve(ARCHIVE)) -> "unpack it first: tar -xf $ARCHIVE"
                Files.exists(directory.resolve("data_batch_1.bin")) -> "this looks like CIFAR-10, which Cifar10.load reads"
                else -> null
            }
    }
}
