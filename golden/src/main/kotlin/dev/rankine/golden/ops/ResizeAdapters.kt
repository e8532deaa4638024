package dev.rankine.golden.ops

import dev.rankine.golden.absent
import dev.rankine.ops.InterpolateMode
import dev.rankine.ops.interpolate
import dev.rankine.ops.pixelShuffle
import dev.rankine.ops.pixelUnshuffle

internal fun AdapterTable.resizing() {
    op("nn.functional.interpolate", "input size scale_factor mode align_corners recompute_scale_factor antialias") {
        if (flag("antialias", false)) absent("antialias")
        val mode = interpolateMode()
        val (align, recompute) = flag("align_corners", false) to flag("recompute_scale_factor", false)
        interpolate(tensor("input"), intsOrNull("size"), scales(), mode, align, recompute)
    }
    op("nn.functional.upsample_nearest", "input size scale_factor") { interpolate(tensor("input"), intsOrNull("size"), scales()) }
    op("nn.functional.upsample_bilinear", "input size scale_factor") {
        interpolate(tensor("input"), intsOrNull("size"), scales(), InterpolateMode.BILINEAR, alignCorners = true)
    }
    op("nn.functional.pixel_shuffle", "input upscale_factor") { pixelShuffle(tensor("input"), int("upscale_factor")) }
    op("nn.functional.pixel_unshuffle", "input downscale_factor") { pixelUnshuffle(tensor("input"), int("downscale_factor")) }
}

/** PyTorch's word as a mode. */
internal fun Arguments.interpolateMode(): InterpolateMode {
    val word = text("mode", "nearest")
    return InterpolateMode.entries.find { it.word == word } ?: absent("mode $word")
}

/** The scale as a list; one number stands for all directions. */
internal fun Arguments.scales(): List<Double>? = numberOrNull("scale_factor")?.let { listOf(it.toDouble()) }
