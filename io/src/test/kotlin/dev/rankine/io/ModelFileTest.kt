package dev.rankine.io

import dev.rankine.nn.Linear
import dev.rankine.nn.StateException
import dev.rankine.nn.relu
import dev.rankine.nn.then
import dev.rankine.ops.rankineVersion
import dev.rankine.ops.toFloatArray
import dev.rankine.shapes.Dim
import dev.rankine.shapes.FormatException
import io.kotest.assertions.throwables.shouldThrow
import io.kotest.core.spec.style.FunSpec
import io.kotest.engine.spec.tempdir
import io.kotest.matchers.shouldBe
import io.kotest.matchers.string.shouldStartWith
import java.nio.file.Files

private object In : Dim<In>(3)

private object Mid : Dim<Mid>(4)

private object Out : Dim<Out>(2)

internal class ModelFileTest :
    FunSpec({
        val folder = tempdir().toPath()

        test("a model comes back as it was, with its metadata") {
            val saved = Linear(In, Mid).relu() then Linear(Mid, Out)
            val path = folder.resolve("model.safetensors")
            ModelFile.save(path, saved, mapOf("mean" to "0.5")) shouldBe Files.size(path)
            val loaded = Linear(In, Mid).relu() then Linear(Mid, Out)
            val metadata = ModelFile.load(path, loaded)
            metadata["mean"] shouldBe "0.5"
            metadata["rankine"] shouldBe rankineVersion
            metadata["dims"] shouldBe "0.weight [Mid = 4, In = 3]; 0.bias [Mid = 4]; 2.weight [Out = 2, Mid = 4]; 2.bias [Out = 2]"
            for ((name, value) in saved.stateDict()) {
                loaded
                    .stateDict()
                    .getValue(name)
                    .toFloatArray()
                    .toList() shouldBe
                    value.toFloatArray().toList()
            }
        }
        test("a file of another model: every difference, and nothing is changed") {
            val path = folder.resolve("linear.safetensors")
            ModelFile.save(path, Linear(In, Out))
            val other = Linear(In, Mid)
            val before =
                other.weight.value
                    .toFloatArray()
                    .toList()
            shouldThrow<StateException> { ModelFile.load(path, other) }.message shouldBe
                "$path: loadStateDict: the state is of another model: 0 missing, 0 unexpected, 2 mismatched; nothing was changed\n" +
                "  mismatched  weight [2, 3], the model has [Mid = 4, In = 3]\n" +
                "  mismatched  bias   [2], the model has [Mid = 4]\n" +
                "  hint: build the model with the sizes and types that the state has"
            other.weight.value
                .toFloatArray()
                .toList() shouldBe before
        }
        test("tensors beside the model are not the model's") {
            val path = folder.resolve("beside.safetensors")
            val model = Linear(In, Out)
            ModelFile.save(path, model, beside = mapOf(".more" to model.weight.value))
            SafetensorsFile.open(path).tensors.keys shouldBe setOf("weight", "bias", ".more")
            ModelFile.load(path, Linear(In, Out)).keys shouldBe ModelFile.OWN_TEXTS
            shouldThrow<FormatException> { ModelFile.save(path, model, beside = mapOf("more" to model.weight.value)) }.message shouldBe
                "$path: a tensor beside the model needs a name that begins with a dot: \"more\""
        }
        test("a file that is cut off") {
            val path = folder.resolve("whole.safetensors")
            ModelFile.save(path, Linear(In, Out))
            val cut = folder.resolve("cut.safetensors")
            Files.write(cut, Files.readAllBytes(path).let { it.copyOf(it.size - 5) })
            shouldThrow<FormatException> { ModelFile.load(cut, Linear(In, Out)) }.message!! shouldStartWith "$cut: "
        }
        test("a place that cannot be written is found before training") {
            ModelFile.requireWritable(folder.resolve("new.safetensors"))
            Files.list(folder).use { files -> files.noneMatch { "writable" in it.fileName.toString() } } shouldBe true
            shouldThrow<FormatException> { ModelFile.requireWritable(folder) }.message shouldBe
                "$folder: is a directory, not a file\n  hint: name a file in it"
            val lost = folder.resolve("lost/model.safetensors")
            shouldThrow<FormatException> { ModelFile.requireWritable(lost) }.message shouldBe
                "$lost: cannot be written: ${lost.parent} is no directory\n  hint: create it first"
        }
    })
