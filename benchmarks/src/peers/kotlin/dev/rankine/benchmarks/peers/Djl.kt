package dev.rankine.benchmarks.peers

import ai.djl.Model
import ai.djl.engine.Engine
import ai.djl.ndarray.NDArray
import ai.djl.ndarray.NDList
import ai.djl.ndarray.NDManager
import ai.djl.ndarray.types.DataType
import ai.djl.ndarray.types.Shape
import ai.djl.pytorch.engine.PtSymbolBlock
import ai.djl.pytorch.jni.IValueUtils
import ai.djl.pytorch.jni.JniUtils
import dev.rankine.benchmarks.compare.Peer
import dev.rankine.benchmarks.compare.PeerSide
import dev.rankine.benchmarks.compare.Row
import dev.rankine.benchmarks.compare.Script
import dev.rankine.ops.Value
import dev.rankine.ops.toFloatArray
import dev.rankine.ops.toLongArray
import dev.rankine.shapes.DType
import java.nio.file.Path

/** The official libtorch 2.7 with oneDNN and MKL, as ai.djl brings it. */
internal class Djl : Peer {
    override val name: String get() = "libtorch-2.7"

    override val isTorch: Boolean get() = true

    override fun describe(): String = "libtorch ${Engine.getEngine("PyTorch").version} (ai.djl; oneDNN, MKL)"

    override fun open(row: Row, inputs: List<Value>, threads: Int): PeerSide {
        System.setProperty("ai.djl.pytorch.graph_optimizer", "false")
        Engine.getEngine("PyTorch")
        JniUtils.setNumThreads(threads)
        JniUtils.setGradMode(true)
        JniUtils.setGraphExecutorOptimize(false)
        return Side(Script.file(row.script, inputs.size).toPath().toAbsolutePath(), inputs)
    }

    private class Side(file: Path, inputs: List<Value>) : PeerSide {
        private val manager = NDManager.newBaseManager("PyTorch")
        private val model = Model.newInstance("work", "PyTorch").apply { load(file) }
        private val block = model.block as PtSymbolBlock
        private val arguments = NDList(inputs.map { array(it) })

        override fun run(times: Int): Long {
            val start = System.nanoTime()
            repeat(times) { IValueUtils.forward(block, arguments, true).close() }
            return System.nanoTime() - start
        }

        override fun results(): List<FloatArray> =
            IValueUtils.forward(block, arguments, true).use { results ->
                results.map { it.toType(DataType.FLOAT32, false).toFloatArray() }
            }

        override fun close() {
            model.close()
            manager.close()
        }

        private fun array(value: Value): NDArray {
            val shape = Shape(*LongArray(value.rank) { value.sizes[it].toLong() })
            return when (value.dtype) {
                DType.F32 -> manager.create(value.toFloatArray(), shape)
                DType.I64 -> manager.create(value.toLongArray(), shape)
                DType.BOOL -> manager.create(value.toFloatArray(), shape).toType(DataType.BOOLEAN, false)
                else -> error("inputs are float32, int64 or bool: ${value.dtype}")
            }
        }
    }
}
