package dev.rankine.samples.desktop

import dev.rankine.io.ModelFile
import dev.rankine.io.SafetensorsFile
import dev.rankine.nn.Layer
import dev.rankine.nn.Linear
import dev.rankine.nn.relu
import dev.rankine.nn.then
import dev.rankine.ops.noGrad
import dev.rankine.ops.scope
import dev.rankine.shapes.Dim
import dev.rankine.shapes.FormatException
import dev.rankine.shapes.of
import dev.rankine.tensor.softmax
import dev.rankine.tensor.tensorOf
import dev.rankine.tensor.toFloatArray
import java.nio.file.Path

internal object Picture : Dim<Picture>()

internal object Pixels : Dim<Pixels>(SIDE * SIDE)

internal object Hidden : Dim<Hidden>()

internal object Digit : Dim<Digit>(10)

/** The height and width of the pictures that the model knows. */
internal const val SIDE = 28

/** A trained model and how it wants its pixels. Many threads may ask at once. */
internal class DigitReader private constructor(
    private val model: Layer<Pixels, Digit>,
    private val mean: Float,
    private val deviation: Float,
) {
    /** The probabilities of the ten digits, from ink between 0 and 1 in [SIDE] rows of [SIDE]. */
    fun probabilities(ink: FloatArray): FloatArray =
        noGrad {
            scope("read") {
                val numbers = FloatArray(ink.size) { (ink[it] - mean) / deviation }
                model(tensorOf(numbers, Picture of 1, Pixels)).softmax(Digit).toFloatArray()
            }
        }

    companion object {
        private const val OWN = "digits.safetensors"

        /**
         * The model in the file at [path], as the quickstart saves it.
         *
         * @throws dev.rankine.shapes.RankineException if there is none.
         */
        fun open(path: Path): DigitReader = of(SafetensorsFile.open(path))

        /** The model that comes with the program. */
        fun own(): DigitReader {
            val resource = checkNotNull(DigitReader::class.java.getResourceAsStream("/$OWN")) { "$OWN is not on the class path" }
            return of(SafetensorsFile.of(resource.use { it.readBytes() }, OWN))
        }

        private fun of(file: SafetensorsFile): DigitReader {
            val model = modelFor(file)
            val metadata = ModelFile.load(file, model)
            model.eval()
            val (mean, deviation) = listOf("mean", "deviation").map { number(file, metadata, it) }
            if (deviation <= 0) throw FormatException(file.name, "its metadata are damaged: deviation $deviation")
            return DigitReader(model, mean, deviation)
        }

        /** A linear classifier, or a network whose hidden layer has as many numbers as the file says. */
        private fun modelFor(file: SafetensorsFile): Layer<Pixels, Digit> {
            val weight = file.tensors["0.weight"]?.sizes
            if (weight == null || weight.rank != 2) return Linear(Pixels, Digit)
            val hidden = Hidden of weight[0]
            return Linear(Pixels, hidden).relu() then Linear(hidden, Digit)
        }

        private fun number(file: SafetensorsFile, metadata: Map<String, String>, key: String): Float {
            val text =
                metadata[key] ?: throw FormatException(file.name, "its metadata do not say how pixels are normalized: $key is missing")
            return text.toFloatOrNull()?.takeIf { it.isFinite() }
                ?: throw FormatException(file.name, "its metadata are damaged: $key is not a number: $text")
        }
    }
}
