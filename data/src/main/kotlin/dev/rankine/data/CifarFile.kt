package dev.rankine.data

import dev.rankine.data.Cifar10.Companion.CHANNELS
import dev.rankine.data.Cifar10.Companion.SIDE
import dev.rankine.shapes.FormatException
import java.io.BufferedInputStream
import java.io.BufferedOutputStream
import java.io.IOException
import java.io.InputStream
import java.nio.file.Files
import java.nio.file.Path

/**
 * What stands before the pixels of a record.
 *
 * @property labels how many labels, a byte each.
 * @property at which of them is the class, from 0 on.
 * @property classes how many classes there are.
 */
internal enum class CifarForm(val labels: Int, val at: Int, val classes: Int) {
    TEN(1, 0, 10),
    COARSE(2, 0, 20),
    FINE(2, 1, 100),
}

/**
 * One file of CIFAR's binary form: records of one or two labels and 3,072 pixels.
 *
 * @param name what messages call it.
 * @param length how many bytes it has.
 * @param form what its records are.
 * @param open reads it from its start.
 * @throws FormatException if [length] is not one of records.
 */
internal class CifarFile(
    private val name: String,
    private val length: Long,
    private val form: CifarForm = CifarForm.TEN,
    private val open: () -> InputStream,
) {
    private val record = form.labels + AREA.toLong()

    init {
        if (length == 0L) throw FormatException(name, "file is empty: 0 bytes", REPLACE)
        if (length % record != 0L) {
            val problem = "length is not one of images: ${grouped(
                length,
            )} bytes are ${grouped(length / record)} records of ${grouped(record)}"
            throw FormatException(name, "$problem and ${grouped(length % record)} bytes more", otherForm() ?: REPLACE)
        }
    }

    /** What the file looks like, if its length is that of records of the other form. */
    private fun otherForm(): String? =
        when {
            form.labels == 1 && length % (AREA + 2) == 0L -> "this looks like a file of CIFAR-100, whose records have two labels"
            form.labels == 2 && length % (AREA + 1) == 0L -> "this looks like a file of CIFAR-10, whose records have one label"
            else -> null
        }

    /** How many images it has. */
    val count: Long get() = length / record

    /** Puts the classes into [labels] and the pixels into [pixels], as images number [at] and following. */
    private fun readTo(labels: ByteArray, pixels: ByteArray, at: Int) {
        open().use { input ->
            for (image in 0 until count.toInt()) {
                val label = label(input, image)
                val taken = take(input, pixels, (at + image) * AREA)
                if (taken < AREA) throw truncated(image * record + form.labels + taken)
                labels[at + image] = label.toByte()
            }
        }
    }

    /** The class of the next record, whose labels are read. */
    private fun label(input: InputStream, image: Int): Int {
        var label = 0
        for (place in 0 until form.labels) {
            val byte = input.read()
            if (byte < 0) throw truncated(image * record + place)
            if (place == form.at) label = byte
        }
        if (label >= form.classes) throw wrongLabel(image, label)
        return label
    }

    /** Fills [pixels] with one image from [from] on as far as the file goes; returns how many bytes that were. */
    private fun take(input: InputStream, pixels: ByteArray, from: Int): Int {
        var taken = 0
        while (taken < AREA) {
            val count = input.read(pixels, from + taken, AREA - taken)
            if (count < 0) break
            taken += count
        }
        return taken
    }

    /** A file that has become shorter since its length was asked for. */
    private fun truncated(found: Long): FormatException =
        FormatException(name, "file is truncated: ${grouped(length)} bytes expected, ${grouped(found)} found", REPLACE)

    private fun wrongLabel(image: Int, label: Int): FormatException {
        val before = if (form.labels == 1) "one byte for the class," else "a byte for each of two classes, here"
        return FormatException(
            name,
            "a label is out of range: label ${grouped(image.toLong())} is $label, classes = ${form.classes}",
            "a record is $before 0 to ${form.classes - 1}, and ${grouped(AREA.toLong())} for the pixels",
        )
    }

    companion object {
        private const val AREA = CHANNELS * SIDE * SIDE
        private const val REPLACE = "copy or download the file again"

        /** The file at [path]; only its length is read. */
        fun of(path: Path, form: CifarForm = CifarForm.TEN): CifarFile {
            val name = path.fileName.toString()
            if (Files.isDirectory(path)) throw FormatException(name, "is a directory, not a file", "looked at $path")
            // Opening a pipe would block until somebody writes to it.
            if (!Files.isRegularFile(path)) throw FormatException(name, "is no regular file", "looked at $path")
            val length =
                try {
                    Files.size(path)
                } catch (e: IOException) {
                    throw FormatException(name, "cannot be read: ${reason(e)}", "looked at $path", e)
                }
            return CifarFile(name, length, form) { BufferedInputStream(Files.newInputStream(path), 1 shl 16) }
        }

        /**
         * The images of [files], one file after the other.
         *
         * @throws FormatException if a label is out of range, a file is shorter than it said, or all do not fit in memory.
         */
        fun read(files: List<CifarFile>): LabelledImages {
            val count = files.sumOf { it.count }
            val (labels, pixels) = reserved(files, count)
            var at = 0
            for (file in files) {
                try {
                    file.readTo(labels, pixels, at)
                } catch (e: IOException) {
                    throw FormatException(file.name, "cannot be read: ${reason(e)}", cause = e)
                }
                at += file.count.toInt()
            }
            return LabelledImages(labels.size, SIDE, SIDE, files[0].form.classes, pixels, labels, CHANNELS)
        }

        /** A file may be as long as it says and hold nothing: what is reserved is refused with a sentence. */
        private fun reserved(files: List<CifarFile>, count: Long): Pair<ByteArray, ByteArray> {
            val most = (Int.MAX_VALUE - 8L) / AREA
            if (count > most) {
                throw FormatException(files[0].name, "images do not fit in one array: ${grouped(count)} > ${grouped(most)}")
            }
            return try {
                ByteArray(count.toInt()) to ByteArray(count.toInt() * AREA)
            } catch (full: OutOfMemoryError) {
                val heap = grouped(Runtime.getRuntime().maxMemory())
                val problem = "images do not fit in memory: ${grouped(count * AREA)} bytes, the heap has $heap"
                throw FormatException(files[0].name, problem, "start java with a larger -Xmx", full)
            }
        }

        /** Writes images [from] to [until] - 1 of [images] to the file at [path]. */
        fun write(path: Path, images: LabelledImages, from: Int, until: Int) {
            BufferedOutputStream(Files.newOutputStream(path), 1 shl 16).use { out ->
                for (image in from until until) {
                    out.write(images.label(image))
                    out.write(images.pixels, image * AREA, AREA)
                }
            }
        }
    }
}
