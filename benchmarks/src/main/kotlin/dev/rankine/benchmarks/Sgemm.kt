package dev.rankine.benchmarks

import com.github.ajalt.clikt.parameters.options.default
import com.github.ajalt.clikt.parameters.options.option
import com.github.ajalt.clikt.parameters.types.int
import dev.rankine.kernels.VectorBackend
import dev.rankine.ops.Backend
import dev.rankine.ops.invoke
import dev.rankine.ops.matmul
import dev.rankine.ops.noGrad
import dev.rankine.ops.scope
import dev.rankine.ops.valueOf
import java.util.Locale
import java.util.Random

/** Products of square float32 matrices, beside the micro-kernel that they are made of. */
internal class Sgemm : Benchmark("sgemm", "products of square float32 matrices") {
    private val size by option(help = "rows and columns (default: 1024)").int().default(1024)

    override fun measure(backend: Backend) {
        val random = Random(1)
        val (a, b) = List(2) { valueOf(FloatArray(size * size) { random.nextFloat() - 0.5f }, size, size) }
        val times = Times.of(WARM_UP, REPEATS) { noGrad { scope { matmul(a, b).elements } } }
        val rate = 2.0 * size * size * size / times.median()
        echo("sgemm $size: ${times.text(1e6, "ms")}, %.1f GFLOP/s".format(Locale.ROOT, rate))
        if (backend is VectorBackend) {
            val bare = BareTile.rate(WARM_UP, REPEATS)
            echo(
                "bare micro-kernel in the first cache, one thread: %.1f GFLOP/s; the product reaches %.2f of it".format(
                    Locale.ROOT,
                    bare,
                    rate / bare,
                ),
            )
        }
    }

    private companion object {
        const val WARM_UP = 60
        const val REPEATS = 60
    }
}
