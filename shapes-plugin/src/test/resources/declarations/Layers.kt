package dev.rankine.nn

import dev.rankine.ops.Value
import dev.rankine.shapes.*
import dev.rankine.tensor.Tensor
import kotlin.properties.PropertyDelegateProvider
import kotlin.properties.ReadOnlyProperty
import kotlin.reflect.KProperty

class Parameter<S : Shape> {
    val value: Value get() = error("compiled, never run")
    val tensor: Tensor<S> get() = error("compiled, never run")

    @ShapeRule(ShapeRule.IN_PLACE)
    fun assign(source: Value) {}
}

abstract class Module {
    operator fun <M : Module> M.provideDelegate(owner: Module, property: KProperty<*>): ReadOnlyProperty<Module, M> = error("compiled, never run")

    fun <A : Dim<*>, B : Dim<*>> parameter(a: Axis<A>, b: Axis<B>): PropertyDelegateProvider<Module, ReadOnlyProperty<Module, Parameter<Mat<A, B>>>> = error("compiled, never run")
}

abstract class Mapping : Module() {
    fun call(x: Value): Value = x

    @JvmName("invokeUntyped")
    operator fun invoke(x: Tensor<AnyShape>): Tensor<AnyShape> = Tensor()
}

abstract class Layer<I : Dim<*>, O : Dim<*>> : Mapping() {
    @ShapeChain
    infix fun <P : Dim<*>> then(next: Layer<O, P>): Layer<I, P> = error("compiled, never run")

    @JvmName("invoke2")
    operator fun <A : Dim<*>> invoke(x: Tensor<Mat<A, I>>): Tensor<Mat<A, O>> = Tensor()
}

private const val LINEAR_RULE = "[*p, n] input=? output=? -> [*p, output] where n == input \"inputs of the layer\""

@ShapeRule(LINEAR_RULE)
class Linear<I : Dim<*>, O : Dim<*>>(input: Sized<I>, output: Sized<O>, bias: Boolean = true) : Layer<I, O>()

@ShapeRule(LINEAR_RULE)
fun untypedLinear(input: Int, output: Int): Linear<Dyn, Dyn> = Linear(Dyn of input, Dyn of output)

@ShapeChain
@ShapeRule("[*p, n] out=? -> [*p, out]")
infix fun <I : Dim<*>, O : Dim<*>> Layer<I, O>.linear(out: Int): Layer<I, Dyn> = error("compiled, never run")

@ShapeChain
fun <I : Dim<*>, O : Dim<*>> Layer<I, O>.relu(): Layer<I, O> = this

@ShapeChain
@ShapeRule(ShapeRule.SAME)
fun <I : Dim<*>, O : Dim<*>> Layer<I, O>.dropout(p: Double): Layer<I, O> = this

@ShapeChain
@ShapeRule(ShapeRule.SAME)
fun <I : Dim<*>, O : Dim<*>> Layer<I, O>.activation(name: String, function: (Value) -> Value): Layer<I, O> = this

@ShapeRule(
    "[*n, c, h, w] input=? output=? kernel=? stride=1 padding=0 -> " +
        "[*n, output, (h + 2*padding - kernel)/stride + 1, (w + 2*padding - kernel)/stride + 1] where " +
        "c == input \"channels\", h + 2*padding >= kernel \"kernel is taller than the padded input\"",
)
class Conv2d<In : Dim<*>, Out : Dim<*>>(
    input: Sized<In>,
    output: Sized<Out>,
    kernel: List<Int>,
    stride: List<Int> = listOf(1),
    padding: Int = 0,
) : Mapping() {
    constructor(input: Sized<In>, output: Sized<Out>, kernel: Int, stride: Int = 1, padding: Int = 0) :
        this(input, output, listOf(kernel), listOf(stride), padding)

    @ShapeRule(
        "[n, c, h, w] input=? output=? kernel=? stride=1 padding=0 -> [n, output, h, w] where " +
            "h == (h + 2*padding - kernel)/stride + 1 \"rows are not kept\"",
    )
    @JvmName("invokeKeeping")
    operator fun <N : Dim<*>, H : Dim<*>, W : Dim<*>> invoke(x: Tensor<Rank4<N, In, H, W>>): Tensor<Rank4<N, Out, H, W>> = Tensor()

    operator fun <N : Dim<*>, H : Dim<*>, W : Dim<*>, R : Dim<*>, C : Dim<*>> invoke(
        x: Tensor<Rank4<N, In, H, W>>,
        rows: Sized<R>,
        columns: Sized<C>,
    ): Tensor<Rank4<N, Out, R, C>> = Tensor()
}

@ShapeRule("[n, *p] -> [n, prod(p)]")
class Flatten : Mapping()

abstract class Windows : Mapping() {
    @ShapeRule("[n, *p] kernel=? dilation=3 -> [n, *p] where n >= dilation*kernel \"kernel is too long\"")
    fun slide(x: Value): Value = x
}

@ShapeRule("[n, *p] kernel=? -> [n, *p]")
class Slide(kernel: Int) : Windows()

@ShapeRule("[*p, n] heads=? -> [*p, n] where n % heads == 0 \"the features do not divide into heads\"")
class Encoder(heads: Int) : Mapping() {
    fun call(x: Value, mask: Value? = null): Value = x
}

@ShapeChain
class Sequential(val parts: List<Mapping>) : Mapping() {
    constructor(vararg parts: Mapping) : this(parts.toList())
}

@ShapeRule("[*p, o] [k, o] -> [*p, k]")
fun <A : Dim<*>, B : Dim<*>, C : Dim<*>> weighted(x: Tensor<Mat<A, B>>, weight: Parameter<Mat<B, C>>): Tensor<Mat<A, C>> = Tensor()
