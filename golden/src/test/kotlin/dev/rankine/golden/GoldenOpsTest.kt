package dev.rankine.golden

import io.kotest.core.spec.style.FunSpec
import io.kotest.engine.spec.tempdir
import io.kotest.matchers.shouldBe

/** The ops that every release has, with all of PyTorch's cases for them. */
internal val REQUIRED: List<String> =
    """
    add sub mul div neg abs pow square exp log log1p expm1 sqrt rsqrt reciprocal sin cos tanh erf sigmoid
    nn.functional.relu nn.functional.gelu nn.functional.silu nn.functional.leaky_relu maximum minimum clamp
    eq ne lt le gt ge logical_and logical_or logical_not logical_xor where to
    sum mean amax amin argmax argmin var std logsumexp
    matmul mm bmm mv dot nn.functional.linear nn.functional.conv2d nn.functional.max_pool2d nn.functional.avg_pool2d
    reshape view permute transpose t slice select narrow cat stack split expand broadcast_to squeeze unsqueeze flatten
    nn.functional.pad constant_pad_nd gather scatter_add index_select nn.functional.embedding
    cumsum cumprod cummax cummin logcumsumexp outer nn.functional._scaled_dot_product_attention
    softmax log_softmax nn.functional.layer_norm nn.functional.batch_norm
    nn.functional.cross_entropy nn.functional.nll_loss nn.functional.mse_loss
    zeros ones full_like arange nn.functional.one_hot tril triu masked_fill
    """.trim().split(Regex("\\s+"))

/** On the plain backend; [GoldenDataTest] says that vectors do the same. */
internal class GoldenOpsTest :
    FunSpec({
        val zip = goldenZip("ops.zip", tempdir().toPath())
        val names = REQUIRED.joinToString("|") { Regex.escape(it) }
        test("the required ops agree with PyTorch in every case") {
            val printed = runGolden("--backend", "plain", "--verbose", "--only", "^($names)$", zip.toString())
            val problems = printed.lines.filter { it.startsWith("  ") }
            problems shouldBe emptyList()
            printed.lines.last() shouldBe "960 passed, 0 failed, 0 absent"
            printed.status shouldBe 0
        }
    })
