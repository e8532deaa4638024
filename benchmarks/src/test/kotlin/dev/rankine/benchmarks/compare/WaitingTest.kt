package dev.rankine.benchmarks.compare

import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.shouldBe

internal class WaitingTest :
    FunSpec({
        val common =
            listOf("OMP_NUM_THREADS", "MKL_NUM_THREADS", "OPENBLAS_NUM_THREADS").associateWith { "2" } +
                mapOf("OMP_DYNAMIC" to "FALSE", "MKL_DYNAMIC" to "FALSE", "PATH" to "/bin")

        fun pinned(waiting: Waiting) =
            hashMapOf(
                "PATH" to "/bin",
                "OMP_WAIT_POLICY" to "ACTIVE",
                "GOMP_CPU_AFFINITY" to "0",
                "MKL_VERBOSE" to "1",
                "OPENBLAS_THREAD_TIMEOUT" to "30",
            ).also { waiting.pin(it, threads = 2) }

        test("sleeping workers: all of OpenMP and OpenBLAS is pinned, whatever stood in the environment") {
            pinned(Waiting.PASSIVE) shouldBe common +
                mapOf("OMP_WAIT_POLICY" to "PASSIVE", "GOMP_SPINCOUNT" to "0", "KMP_BLOCKTIME" to "0", "OPENBLAS_THREAD_TIMEOUT" to "4")
        }
        test("spinning workers") {
            pinned(Waiting.SPINNING) shouldBe common +
                mapOf("GOMP_SPINCOUNT" to "30000", "KMP_BLOCKTIME" to "1", "OPENBLAS_THREAD_TIMEOUT" to "18")
        }
    })
