package dev.rankine.tensor

import dev.rankine.ops.exp
import dev.rankine.ops.invoke
import dev.rankine.ops.log
import dev.rankine.shapes.Shape

/** `e^x` of every element. */
public fun <S : Shape> Tensor<S>.exp(): Tensor<S> = Tensor(exp(value))

/** The natural logarithm of every element; NaN below zero. */
public fun <S : Shape> Tensor<S>.log(): Tensor<S> = Tensor(log(value))
