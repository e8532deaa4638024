package dev.rankine.data

import dev.rankine.shapes.FormatException
import java.nio.file.Files
import java.nio.file.Path
import java.util.Locale

/**
 * MNIST, or a data set in the same four files (Fashion-MNIST, KMNIST): grey images in 10 classes.
 *
 * @property train the images to learn from.
 * @property test the images to judge by.
 */
public class Mnist(public val train: LabelledImages, public val test: LabelledImages) {
    /** Loads MNIST from files. */
    public companion object {
        private const val CLASSES = 10

        /**
         * Loads the four files in [directory]: `train-images-idx3-ubyte`, `train-labels-idx1-ubyte`, `t10k-images-idx3-ubyte` and
         * `t10k-labels-idx1-ubyte`. Each may have a dot before `idx`, end in `.gz`, and begin with `test` instead of `t10k`.
         *
         * @throws FormatException if a file is missing, cannot be read or is not what it should be, images and labels differ in number,
         * or a label is above 9.
         */
        @JvmStatic
        public fun load(directory: Path): Mnist {
            val wanted = listOf("train-images-idx3", "train-labels-idx1", "t10k-images-idx3", "t10k-labels-idx1")
            val found = wanted.map { find(directory, it) }
            val missing = wanted.filterIndexed { index, _ -> found[index] == null }
            if (missing.isNotEmpty()) throw missing(directory, wanted, missing)
            val (trainImages, trainLabels, testImages, testLabels) = found.filterNotNull()
            return Mnist(images(trainImages, trainLabels), images(testImages, testLabels))
        }

        /** The four files of MNIST. The checksums are those of the files that its authors published. */
        @JvmField
        public val FILES: List<Download> =
            listOf(
                "train-images-idx3-ubyte.gz" to "440fcabf73cc546fa21475e81ea370265605f56be210a4024d2ca8f203523609",
                "train-labels-idx1-ubyte.gz" to "3552534a0a558bbed6aed32b30c495cca23d567ec52cac8be1a0730e8010255c",
                "t10k-images-idx3-ubyte.gz" to "8d422c7b0a1c1c79245a5bcf07fe86e33eeafee792b84584aec276f5a2dbc4e6",
                "t10k-labels-idx1-ubyte.gz" to "f7ae60f92e00ec6debd23a6088c31dbd2371eca3ffa0defaefb259924204aec6",
            ).map { (name, sha256) -> Download("https://storage.googleapis.com/cvdf-datasets/mnist/$name", sha256) }

        /**
         * Fetches [FILES] into [folder], as far as they are not there, and loads them. 12 MB.
         *
         * @throws DownloadException if one cannot be fetched; see [Download.fetch].
         * @throws FormatException if [folder] has other files of these names that are not what they should be.
         */
        @JvmStatic
        @JvmOverloads
        public fun download(folder: Path, progress: (DownloadProgress) -> Unit = {}): Mnist {
            for (file in FILES) file.fetch(folder, progress = progress)
            return load(folder)
        }

        private fun missing(directory: Path, wanted: List<String>, missing: List<String>): FormatException {
            fun names(stems: List<String>) = stems.joinToString { "$it-ubyte" }
            return FormatException(
                directory.toString(),
                "files are missing: ${names(missing)}; looked for ${names(wanted)}, each also with .gz",
                if (Files.isDirectory(directory)) null else "there is no such directory",
            )
        }

        private fun find(directory: Path, stem: String): Path? {
            val stems = listOf(stem, stem.replace("t10k-", "test-")).distinct()
            return stems
                .flatMap { listOf("$it-ubyte", "${it.replace("-idx", ".idx")}-ubyte") }
                .flatMap { listOf(it, "$it.gz") }
                .map { directory.resolve(it) }
                .firstOrNull { Files.isRegularFile(it) }
        }

        private fun images(imagePath: Path, labelPath: Path): LabelledImages {
            val images = IdxFile.read(imagePath, 3)
            val labels = IdxFile.read(labelPath, 1)
            val (count, rows, columns) = images.sizes
            if (count != labels.sizes[0]) {
                val problem = "images and labels differ in number: %,d images, %,d labels in %s"
                throw FormatException(
                    imagePath.fileName.toString(),
                    problem.format(Locale.ROOT, count, labels.sizes[0], labelPath.fileName),
                )
            }
            val wrong = labels.bytes.indexOfFirst { it.toInt() and 0xff >= CLASSES }
            if (wrong >= 0) {
                val label = labels.bytes[wrong].toInt() and 0xff
                throw FormatException(
                    labelPath.fileName.toString(),
                    "a label is out of range: label %,d is %d, classes = %d".format(Locale.ROOT, wrong, label, CLASSES),
                )
            }
            return LabelledImages(count, rows, columns, CLASSES, images.bytes, labels.bytes)
        }
    }
}
