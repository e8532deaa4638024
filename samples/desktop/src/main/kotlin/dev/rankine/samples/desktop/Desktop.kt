package dev.rankine.samples.desktop

import dev.rankine.shapes.FormatException
import dev.rankine.shapes.RankineException
import java.awt.AWTError
import java.awt.GraphicsEnvironment
import java.awt.image.BufferedImage
import java.io.IOException
import java.nio.file.Files
import java.nio.file.InvalidPathException
import java.nio.file.Path
import java.nio.file.Paths
import java.util.Locale
import javax.imageio.ImageIO
import javax.swing.SwingUtilities
import kotlin.system.exitProcess

private const val HELP =
    """Opens a window in which one draws a digit and sees what it is taken for.

  --image FILE  no window: print what the picture in FILE (PNG, JPEG, GIF, BMP) is taken for; may be given several times
  --time        with --image: print how long it took
  --model FILE  the model, as the quickstart saves it (default: a small one that comes with the program)
  --help        this text"""

/** What the user may ask for. */
private class Options(arguments: List<String>) {
    val images = ArrayList<Path>()
    var model: Path? = null
    var help = false
    var time = false

    init {
        val rest = arguments.iterator()
        while (rest.hasNext()) {
            when (val option = rest.next()) {
                "--image" -> images.add(path(option, rest))
                "--model" -> model = path(option, rest)
                "--time" -> time = true
                "--help" -> help = true
                else -> throw OptionException("no such option: $option\n  hint: --help lists all")
            }
        }
    }

    private fun path(option: String, rest: Iterator<String>): Path {
        if (!rest.hasNext()) throw OptionException("$option needs a file")
        val name = rest.next()
        try {
            return Paths.get(name)
        } catch (e: InvalidPathException) {
            throw OptionException("$option: no file can be called so: ${e.reason}")
        }
    }
}

private class OptionException(message: String) : RankineException(message)

/** Runs the program and returns its exit status: 0, or 2 after a sentence to [error]; null if a window was opened. */
internal fun desktop(arguments: List<String>, out: (String) -> Unit = ::println, error: (String) -> Unit = System.err::println): Int? {
    try {
        val options = Options(arguments)
        val open = { options.model?.let { DigitReader.open(it) } ?: DigitReader.own() }
        if (options.help) {
            out(HELP)
        } else if (options.images.isEmpty()) {
            return openWindow(open)
        } else {
            val clock = Clock()
            val reader = open()
            for (file in options.images) out(lineOf(file, reader).also { clock.answered() })
            if (options.time) out(clock.report(reader))
        }
        return 0
    } catch (wrong: RankineException) {
        error("desktop: ${wrong.message}")
        return 2
    }
}

private fun openWindow(open: () -> DigitReader): Int? {
    val hint = "\n  hint: --image FILE.png says what a picture is taken for, without a window"
    if (GraphicsEnvironment.isHeadless()) throw OptionException("there is no display for a window$hint")
    try {
        SwingUtilities.invokeAndWait { Window(open).show() }
    } catch (e: java.lang.reflect.InvocationTargetException) {
        throw OptionException("the display cannot be used: ${e.cause?.message}$hint")
    } catch (e: AWTError) {
        throw OptionException("the display cannot be used: ${e.message}$hint")
    }
    return null
}

/** `seven.png  7  99.8 %`, and the next two. */
private fun lineOf(file: Path, reader: DigitReader): String {
    val ink = Ink.of(imageIn(file))
    if (ink.isBlank) throw FormatException("$file", "there is nothing to read: the picture is of one colour")
    val found = reader.probabilities(ink.centred())
    val (first, second, third) = found.indices.sortedByDescending { found[it] }
    return "$file  $first  ${percent(found[first])}  (then $second ${percent(found[second])}, $third ${percent(found[third])})"
}

private fun imageIn(file: Path): BufferedImage {
    if (!Files.isRegularFile(file)) throw FormatException("$file", if (Files.exists(file)) "is a folder, not a file" else "does not exist")
    return try {
        ImageIO.read(file.toFile()) ?: throw FormatException("$file", "is no picture that Java can read", "make it a PNG")
    } catch (e: IOException) {
        throw FormatException("$file", "cannot be read: ${e.message}", cause = e)
    }
}

/** `99.8 %`. */
internal fun percent(probability: Float): String = "%.1f %%".format(Locale.ROOT, 100 * probability)

/** Starts the program; `--help` lists its options. */
public fun main(arguments: Array<String>) {
    desktop(arguments.toList())?.let { exitProcess(it) }
}
