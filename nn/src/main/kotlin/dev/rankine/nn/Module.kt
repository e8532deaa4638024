package dev.rankine.nn

import dev.rankine.ops.Evaluator
import dev.rankine.ops.Value
import dev.rankine.shapes.Axis
import dev.rankine.shapes.Dim
import dev.rankine.shapes.Mat
import dev.rankine.shapes.Rank4
import dev.rankine.shapes.Shape
import dev.rankine.shapes.Sizes
import dev.rankine.shapes.Vec
import kotlin.properties.PropertyDelegateProvider
import kotlin.properties.ReadOnlyProperty
import kotlin.reflect.KProperty

/**
 * What has parameters, buffers and children. Their names are the names of the properties that hold them:
 * `val fc by Linear(Pixels, Digit)` gives `fc.weight` and `fc.bias`, as PyTorch's state_dict does. No reflection is involved.
 */
public abstract class Module {
    private val ownParameters = LinkedHashMap<String, Parameter<*>>()
    private val ownBuffers = LinkedHashMap<String, Buffer>()
    private val ownChildren = LinkedHashMap<String, Module>()

    /** Whether dropout drops and batch statistics are taken; set by [train] and [eval]. */
    public var isTraining: Boolean = true
        private set

    /** The modules that this one holds, by name. */
    public val children: Map<String, Module> get() = ownChildren

    /** All parameters of this module and those below it, in the order of PyTorch's state_dict; each is told its full name. */
    public fun parameters(): List<Parameter<*>> = namedParameters().values.toList()

    /** All parameters by full name. */
    public fun namedParameters(): Map<String, Parameter<*>> {
        val all = LinkedHashMap<String, Parameter<*>>()
        walk("") { path, module ->
            for ((name, parameter) in module.ownParameters) {
                parameter.name = path + name
                all[path + name] = parameter
            }
        }
        return all
    }

    /** All buffers by full name. */
    public fun namedBuffers(): Map<String, Buffer> {
        val all = LinkedHashMap<String, Buffer>()
        walk("") { path, module -> for ((name, buffer) in module.ownBuffers) all[path + name] = buffer }
        return all
    }

    /** Sets training mode here and below. */
    public fun train(on: Boolean = true) {
        walk("") { _, module -> module.isTraining = on }
    }

    /** Sets evaluation mode here and below. */
    public fun eval(): Unit = train(false)

    /** Forgets all gradients. */
    public fun zeroGradients(): Unit = parameters().forEach { it.zeroGradient() }

    /** Parameters and buffers by name, in PyTorch's order: a module's own first, then its children's. The values are not copied. */
    public fun stateDict(): Map<String, Value> {
        val all = LinkedHashMap<String, Value>()
        walk("") { path, module ->
            for ((name, parameter) in module.ownParameters) all[path + name] = parameter.value
            for ((name, buffer) in module.ownBuffers) all[path + name] = buffer.value
        }
        return all
    }

    /**
     * Overwrites all parameters and buffers.
     *
     * @throws StateException listing everything that is missing, unexpected or of other sizes, before anything is changed.
     */
    public fun loadStateDict(state: Map<String, Value>) {
        StateException.check(stateDict(), state)
        namedParameters().forEach { (name, parameter) -> parameter.assign(state.getValue(name)) }
        namedBuffers().forEach { (name, buffer) -> buffer.assign(state.getValue(name)) }
    }

    /** Declares a parameter of sizes `[a]`: `val bias by parameter(output) { ... }`. */
    protected fun <A : Dim<*>> parameter(a: Axis<A>, initial: (Sizes) -> Value): Declared<Parameter<Vec<A>>> = declare(Sizes.named(a), initial)

    /** Declares a parameter of sizes `[a, b]`. */
    protected fun <A : Dim<*>, B : Dim<*>> parameter(a: Axis<A>, b: Axis<B>, initial: (Sizes) -> Value): Declared<Parameter<Mat<A, B>>> =
        declare(Sizes.named(a, b), initial)

    /** Declares a parameter of sizes `[a, b, c, d]`. */
    protected fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>> parameter(
        a: Axis<A>,
        b: Axis<B>,
        c: Axis<C>,
        d: Axis<D>,
        initial: (Sizes) -> Value,
    ): Declared<Parameter<Rank4<A, B, C, D>>> = declare(Sizes.named(a, b, c, d), initial)

    /** [declared] if [present], else a property that is null: `val bias by optional(bias, parameter(output) { ... })`. */
    protected fun <T : Any> optional(present: Boolean, declared: Declared<T>): Declared<T?> =
        PropertyDelegateProvider { owner, property ->
            val held = if (present) declared.provideDelegate(owner, property) else null
            ReadOnlyProperty { module, name -> held?.getValue(module, name) }
        }

    /** Declares a buffer that starts as [initial]. */
    protected fun buffer(initial: Value): Declared<Buffer> =
        PropertyDelegateProvider { _, property ->
            val buffer = Buffer(initial)
            ownBuffers[property.name] = buffer
            ReadOnlyProperty { _, _ -> buffer }
        }

    /** Adds a child under [name]; property delegation does it by itself. */
    protected fun <M : Module> add(name: String, child: M): M {
        check(ownChildren.put(name, child) == null) { "module: two children are called $name" }
        return child
    }

    internal fun adopt(name: String, child: Module) {
        add(name, child)
    }

    private fun <S : Shape> declare(sizes: Sizes, initial: (Sizes) -> Value): Declared<Parameter<S>> =
        PropertyDelegateProvider { _, property ->
            val value = initial(sizes)
            val parameter = Parameter<S>(property.name, Value(value.dtype, value.layout.named(sizes), value.backend, Evaluator.store(value)))
            ownParameters[property.name] = parameter
            ReadOnlyProperty { _, _ -> parameter }
        }

    private fun walk(path: String, visit: (String, Module) -> Unit) {
        visit(path, this)
        for ((name, child) in ownChildren) child.walk("$path$name.", visit)
    }
}

/** What `by` accepts inside a module. */
public typealias Declared<T> = PropertyDelegateProvider<Module, ReadOnlyProperty<Module, T>>

/** Makes [this] a child under the property's name: `val fc by Linear(Pixels, Digit)`. */
public operator fun <M : Module> M.provideDelegate(owner: Module, property: KProperty<*>): ReadOnlyProperty<Module, M> {
    owner.adopt(property.name, this)
    return ReadOnlyProperty { _, _ -> this }
}
