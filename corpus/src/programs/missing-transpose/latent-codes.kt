// Latent codes come with one code in each column, and the layer reads rows.
// source: https://github.com/nv-tlabs/datasetGAN_release/issues/49
// caught: types

import dev.rankine.nn.*
import dev.rankine.shapes.*
import dev.rankine.tensor.*

object Latent : Dim<Latent>(512)
object Sample : Dim<Sample>()
object Style : Dim<Style>(1024)

fun wrong() {
    val codes = normal(Latent, Sample of 18)
    val styles = Linear(Latent, Style)(codes)
}

fun right() {
    val codes = normal(Latent, Sample of 18)
    val styles = Linear(Latent, Style)(codes.t())
}

// message:
// 'fun <A : Dim<*>, Last : Dim<*>> invoke(x: Tensor<Mat<A, Last>>, takes: Latent?): Tensor<Mat<A, Style>>' is deprecated. shape: the last axis of the tensor is not the input axis of the layer.
