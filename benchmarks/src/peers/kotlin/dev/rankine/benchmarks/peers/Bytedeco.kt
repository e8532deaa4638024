package dev.rankine.benchmarks.peers

import dev.rankine.benchmarks.compare.Peer
import dev.rankine.benchmarks.compare.PeerSide
import dev.rankine.benchmarks.compare.Row
import dev.rankine.benchmarks.compare.Script
import dev.rankine.ops.Value
import dev.rankine.ops.toFloatArray
import dev.rankine.ops.toLongArray
import dev.rankine.shapes.DType
import org.bytedeco.javacpp.FloatPointer
import org.bytedeco.javacpp.LongPointer
import org.bytedeco.pytorch.CompilationUnit
import org.bytedeco.pytorch.IValue
import org.bytedeco.pytorch.IValueVector
import org.bytedeco.pytorch.Tensor
import org.bytedeco.pytorch.global.torch

/** libtorch 2.10 with oneDNN and OpenBLAS, as org.bytedeco brings it. */
internal class Bytedeco : Peer {
    override val name: String get() = "libtorch-2.10"

    override val isTorch: Boolean get() = true

    override fun describe(): String = "libtorch 2.10.0 (org.bytedeco; oneDNN, OpenBLAS)"

    override fun open(row: Row, inputs: List<Value>, threads: Int): PeerSide {
        torch.set_num_threads(threads)
        torch.setGraphExecutorOptimize(false)
        return Side(Script.file(row.script, inputs.size).path, inputs)
    }

    private class Side(file: String, inputs: List<Value>) : PeerSide {
        private val module = torch.import_ir_module(CompilationUnit(), file)
        private val arguments: IValueVector

        init {
            arguments = IValueVector()
            for (input in inputs) arguments.push_back(IValue(tensor(input)))
        }

        override fun run(times: Int): Long {
            val start = System.nanoTime()
            repeat(times) { module.forward(arguments).close() }
            return System.nanoTime() - start
        }

        override fun results(): List<FloatArray> {
            val results = module.forward(arguments).toTensorVector()
            return List(results.size().toInt()) { floats(results.get(it.toLong())) }
        }

        override fun close() {
            arguments.close()
            module.close()
        }

        private fun floats(tensor: Tensor): FloatArray {
            val dense = tensor.to(torch.ScalarType.Float).contiguous()
            return FloatArray(dense.numel().toInt()).also { FloatPointer(dense.data_ptr()).get(it) }
        }

        private fun tensor(value: Value): Tensor {
            val sizes = LongArray(value.rank) { value.sizes[it].toLong() }
            return when (value.dtype) {
                DType.F32 -> torch.empty(*sizes).also { FloatPointer(it.data_ptr()).put(*value.toFloatArray()) }
                DType.I64 -> torch.empty(*sizes).to(torch.ScalarType.Long).also { LongPointer(it.data_ptr()).put(*value.toLongArray()) }
                DType.BOOL -> torch.empty(*sizes).also { FloatPointer(it.data_ptr()).put(*value.toFloatArray()) }.to(torch.ScalarType.Bool)
                else -> error("inputs are float32, int64 or bool: ${value.dtype}")
            }
        }
    }
}
