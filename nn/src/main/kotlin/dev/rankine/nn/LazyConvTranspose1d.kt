package dev.rankine.nn

import dev.rankine.shapes.Dim
import dev.rankine.shapes.Dyn
import dev.rankine.shapes.Sized
import dev.rankine.shapes.of

/**
 * A [ConvTranspose1d] that finds its input's channels at its first batch. `[N, c, L] -> [N, Out, L']`, with or without `N`.
 *
 * @throws dev.rankine.shapes.ShapeException if a dim declares no size; at the first batch, whatever [ConvTranspose1d] throws.
 */
public class LazyConvTranspose1d<Out : Dim<*>>(
    output: Sized<Out>,
    kernel: Int,
    stride: Int = 1,
    padding: Int = 0,
    outputPadding: Int = 0,
    groups: Int = 1,
    bias: Boolean = true,
    dilation: Int = 1,
) : LazyMapping(
        "${output.toAxis()}, kernel = $kernel",
        channelsBefore(1),
        { ConvTranspose1d(Dyn of it, output, kernel, stride, padding, outputPadding, groups, bias, dilation) },
    )
