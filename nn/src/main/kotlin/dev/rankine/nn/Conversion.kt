@file:JvmName("Layers")
@file:JvmMultifileClass

package dev.rankine.nn

import dev.rankine.ops.noGrad
import dev.rankine.ops.to
import dev.rankine.shapes.DType
import dev.rankine.shapes.DTypeException

/**
 * Converts all floating-point parameters and buffers to [dtype], and returns the module. Gradients are forgotten, and an optimizer that
 * has taken steps keeps its state in the old type: make it afterwards.
 *
 * @throws DTypeException if [dtype] is no floating-point type.
 */
public fun <M : Module> M.to(dtype: DType): M {
    if (!dtype.isFloating) throw DTypeException("to: parameters must be floating-point numbers: $dtype given")
    noGrad {
        parameters().forEach { it.replace(to(it.value, dtype)) }
        namedBuffers().values.forEach { if (it.value.dtype.isFloating) it.value = to(it.value, dtype) }
    }
    return this
}
