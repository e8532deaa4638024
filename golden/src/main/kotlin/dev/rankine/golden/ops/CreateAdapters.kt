package dev.rankine.golden.ops

import dev.rankine.golden.absent
import dev.rankine.ops.arange
import dev.rankine.ops.eye
import dev.rankine.ops.fullLike
import dev.rankine.ops.linspace
import dev.rankine.ops.ones
import dev.rankine.ops.zeros
import dev.rankine.shapes.DType

internal fun AdapterTable.creations() {
    op("zeros", "size") {
        ignore("device")
        zeros(sizes("size"), dtypeOrNull("dtype") ?: DType.DEFAULT)
    }
    op("ones", "size") {
        ignore("device")
        ones(sizes("size"), dtypeOrNull("dtype") ?: DType.DEFAULT)
    }
    op("full_like", "input fill_value") {
        ignore("device")
        fullLike(tensor("input"), number("fill_value"), dtypeOrNull("dtype") ?: tensor("input").dtype)
    }
    op("arange", "start end step") {
        ignore("device")
        if (has("end")) {
            arange(number("start"), number("end"), numberOrNull("step") ?: 1, dtypeOrNull("dtype"))
        } else {
            arange(number("start"), dtypeOrNull("dtype"))
        }
    }
    op("linspace", "start end steps") {
        ignore("device")
        val dtype = dtypeOrNull("dtype") ?: DType.DEFAULT
        // PyTorch 1.13 truncates what it adds up block by block: its integers jump back (3, 2, 2, 2, 3, 2, ...)
        if (!dtype.isFloating) absent("linspace of $dtype")
        linspace(number("start").toDouble(), number("end").toDouble(), int("steps"), dtype)
    }
    op("eye", "n m") {
        ignore("device", "requires_grad")
        eye(int("n"), int("m", int("n")), dtypeOrNull("dtype") ?: DType.DEFAULT)
    }
}
