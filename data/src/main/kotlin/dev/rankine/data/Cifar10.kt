package dev.rankine.data

import dev.rankine.shapes.FormatException
import java.io.IOException
import java.nio.file.Files
import java.nio.file.Path
import java.util.Locale

/**
 * CIFAR-10 in its binary form, or other images of 3 x 32 x 32 in at most 10 classes in the same six files.
 *
 * A file is a row of records: one byte for the class, then 1,024 bytes each for red, green and blue, row-major. Nothing else is in it.
 * Format and images: A. Krizhevsky, "Learning Multiple Layers of Features from Tiny Images" (2009).
 *
 * @property train the images to learn from, of all five files in their order.
 * @property test the images to judge by.
 * @throws IllegalArgumentException if images have another size, or labels are above 9.
 */
public class Cifar10(public val train: LabelledImages, public val test: LabelledImages) {
    init {
        for ((what, images) in listOf("learn from" to train, "test" to test)) {
            val fits = images.channels == CHANNELS && images.rows == SIDE && images.columns == SIDE
            require(fits) { "cifar10: images to $what are not ${CHANNELS}x${SIDE}x$SIDE: $images" }
            val wrong = images.labels.indices.firstOrNull { images.label(it) >= CLASSES }
            require(wrong == null) {
                "cifar10: images to $what have a label out of range: label $wrong is ${images.label(wrong!!)}, classes = $CLASSES"
            }
        }
    }

    /**
     * Writes the six files of [load] to [directory], which is created if need be. [train] is cut into five files of as equal sizes as can be.
     *
     * @throws FormatException if there are fewer than five images to learn from or none to test, or the files cannot be written.
     */
    public fun save(directory: Path) {
        if (train.count < TRAIN_FILES.size || test.count == 0) {
            val need = "needs ${TRAIN_FILES.size} images to learn from and 1 to test: ${train.count} and ${test.count} given"
            throw FormatException("$directory", "cannot be written: six files, none of them empty, $need")
        }
        try {
            Files.createDirectories(directory)
            for ((part, name) in TRAIN_FILES.withIndex()) {
                val bounds = listOf(part, part + 1).map { (train.count.toLong() * it / TRAIN_FILES.size).toInt() }
                CifarFile.write(directory.resolve(name), train, bounds[0], bounds[1])
            }
            CifarFile.write(directory.resolve(TEST_FILE), test, 0, test.count)
        } catch (e: IOException) {
            throw FormatException("$directory", "cannot be written: ${reason(e)}", cause = e)
        }
    }

    /** Loads CIFAR-10 from files. */
    public companion object {
        internal const val CHANNELS = 3
        internal const val SIDE = 32
        internal const val CLASSES = 10

        private val TRAIN_FILES = List(5) { "data_batch_${it + 1}.bin" }
        private const val TEST_FILE = "test_batch.bin"

        /** The folder that is in the archive of CIFAR-10. */
        private const val UNPACKED = "cifar-10-batches-bin"
        private const val ARCHIVE = "cifar-10-binary.tar.gz"

        /** The archive of CIFAR-10 at its author's, 170 MB; [load] reads what `tar -xf` makes of it. */
        @JvmField
        public val DOWNLOAD: Download =
            Download("https://www.cs.toronto.edu/~kriz/$ARCHIVE", "c4a38c50a1bc5f3a1c5537f2155ab9d68f9f25eb1ed8d9ddda3db29a59bca1dd")

        /** What the ten classes of CIFAR-10 show, in the order of their numbers. */
        @JvmField
        public val NAMES: List<String> =
            listOf("airplane", "automobile", "bird", "cat", "deer", "dog", "frog", "horse", "ship", "truck")

        /**
         * Loads `data_batch_1.bin` to `data_batch_5.bin` and `test_batch.bin` from [directory], or from the folder `cifar-10-batches-bin` in it,
         * which is what the archive `cifar-10-binary.tar.gz` holds.
         *
         * @throws FormatException if a file is missing, cannot be read, is empty, has a length that is not one of records, or a label above 9.
         */
        @JvmStatic
        public fun load(directory: Path): Cifar10 {
            val wanted = TRAIN_FILES + TEST_FILE
            val folder =
                listOf(directory, directory.resolve(UNPACKED)).firstOrNull { home ->
                    wanted.any { Files.exists(home.resolve(it)) }
                }
            val missing = wanted.filter { folder == null || !Files.exists(folder.resolve(it)) }
            if (missing.isNotEmpty()) {
                val problem = "files are missing: ${missing.joinToString()}"
                throw FormatException("${folder ?: directory}", problem, if (folder == null) whatIsThere(directory) else null)
            }
            val files = wanted.map { CifarFile.of(folder!!.resolve(it)) }
            return Cifar10(CifarFile.read(files.dropLast(1)), CifarFile.read(files.takeLast(1)))
        }

        private fun whatIsThere(directory: Path): String? =
            when {
                !Files.exists(directory) -> {
                    "there is no such directory"
                }

                !Files.isDirectory(directory) -> {
                    "it is a file: give the directory that has the six files"
                }

                Files.exists(directory.resolve(ARCHIVE)) -> {
                    "unpack it first: tar -xf $ARCHIVE"
                }

                Files.exists(directory.resolve("data_batch_1")) || Files.exists(directory.resolve("cifar-10-batches-py")) -> {
                    "these are files for Python: take the binary version, $ARCHIVE"
                }

                Files.exists(directory.resolve("train.bin")) -> {
                    "this looks like CIFAR-100, which Cifar100.load reads"
                }

                else -> {
                    null
                }
            }
    }
}

internal fun grouped(number: Long): String = "%,d".format(Locale.ROOT, number)
