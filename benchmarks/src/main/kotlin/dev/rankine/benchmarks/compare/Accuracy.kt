package dev.rankine.benchmarks.compare

import com.github.ajalt.clikt.core.CliktCommand
import com.github.ajalt.clikt.core.CliktError
import com.github.ajalt.clikt.core.Context
import com.github.ajalt.clikt.parameters.options.default
import com.github.ajalt.clikt.parameters.options.option
import com.github.ajalt.clikt.parameters.types.int
import dev.rankine.ops.Backends
import dev.rankine.ops.Value
import dev.rankine.ops.erf
import dev.rankine.ops.erfc
import dev.rankine.ops.exp
import dev.rankine.ops.expm1
import dev.rankine.ops.gelu
import dev.rankine.ops.invoke
import dev.rankine.ops.log
import dev.rankine.ops.log1p
import dev.rankine.ops.scope
import dev.rankine.ops.sigmoid
import dev.rankine.ops.silu
import dev.rankine.ops.sin
import dev.rankine.ops.sqrt
import dev.rankine.ops.tanh
import dev.rankine.ops.toDoubleArray
import dev.rankine.ops.toFloatArray
import dev.rankine.ops.valueOf
import dev.rankine.shapes.DType
import dev.rankine.shapes.Sizes
import java.util.Locale
import kotlin.math.abs

/**
 * How far float32 functions of ours and of one peer are from float64 ones of the portable backend, in units in the last place: the largest and the mean
 * error over float32 numbers of all sizes. Results that are no normal numbers are left out: some libraries have none.
 */
internal class Accuracy : CliktCommand(name = "accuracy") {
    private val peer by option(help = "a peer; two libtorchs need two processes (default: the first that is on the class path)")
    private val step by option(help = "every so many bit patterns (default: 4099)").int().default(STEP)

    override fun help(context: Context): String = "compares errors of functions with those of libtorch"

    override fun run() {
        val other =
            if (peer == null) Peers.all.firstOrNull() else Peers.all.firstOrNull { it.name == peer }
        if (other ==
            null
        ) {
            throw CliktError("accuracy: no peer ${peer ?: "at all"}\n  hint: libtorch comes with the profile peers", statusCode = 2)
        }
        val numbers = FloatArray(((1L shl BITS) / step).toInt()) { Float.fromBits((it.toLong() * step).toInt()) }
        val x = numbers.filter { it.isFinite() }.toFloatArray()
        echo("${x.size} numbers; ${Backends.description()}; ${other.describe()}")
        echo("%-10s %28s %28s".format(Locale.ROOT, "", "Rankine", other.name))
        for ((name, function) in FUNCTIONS) line(name, function, x, other)
    }

    private fun line(name: String, function: (Value) -> Value, x: FloatArray, peer: Peer) {
        val row = Row("accuracy", name, 0.0, "return [torch.$name(x0)]", NUMPY[name]?.let { "[$it(x0)]" }) { error("not timed") }
        val input = valueOf(x, x.size)
        val plain = Backends["plain"]
        val double = DoubleArray(x.size) { x[it].toDouble() }
        val expected = scope { Holds(function(valueOf(double, DType.F64, Sizes.of(x.size), plain)).toDoubleArray()) }.numbers
        val ours = scope { Holds(DoubleArray(0), function(input).toFloatArray()) }.floats
        val theirs = peer.open(row, listOf(input), 1)?.use { it.results()[0] }
        echo("%-10s %28s %28s".format(Locale.ROOT, name, errors(x, ours, expected), theirs?.let { errors(x, it, expected) } ?: "-"))
    }

    private class Holds(val numbers: DoubleArray, val floats: FloatArray = FloatArray(0))

    private fun errors(x: FloatArray, y: FloatArray, expected: DoubleArray): String {
        var worst = 0.0
        var at = 0f
        var sum = 0.0
        var count = 0
        for (i in x.indices) {
            val size = abs(expected[i])
            if (!(size >= SMALLEST && size < Float.MAX_VALUE)) continue
            val units = abs(y[i] - expected[i]) / Math.ulp(expected[i].toFloat())
            sum += units
            count++
            if (!(units <= worst)) {
                worst = units
                at = x[i]
            }
        }
        return "%.2f at %.6g, mean %.3f".format(Locale.ROOT, worst, at, sum / count)
    }

    private companion object {
        const val BITS = 32
        const val STEP = 4099

        /** The smallest normal number. */
        const val SMALLEST = 1.17549435e-38

        val NUMPY =
            mapOf(
                "exp" to "np.exp",
                "tanh" to "np.tanh",
                "log" to "np.log",
                "sin" to "np.sin",
                "sqrt" to "np.sqrt",
                "expm1" to "np.expm1",
            )

        val FUNCTIONS: List<Pair<String, (Value) -> Value>> =
            listOf(
                "exp" to { exp(it) },
                "expm1" to { expm1(it) },
                "log" to { log(it) },
                "log1p" to { log1p(it) },
                "tanh" to { tanh(it) },
                "sigmoid" to { sigmoid(it) },
                "silu" to { silu(it) },
                "erf" to { erf(it) },
                "erfc" to { erfc(it) },
                "gelu" to { gelu(it) },
                "sin" to { sin(it) },
                "sqrt" to { sqrt(it) },
            )
    }
}
