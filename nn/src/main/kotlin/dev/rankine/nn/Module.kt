package dev.rankine.nn

import dev.rankine.ops.Evaluator
import dev.rankine.ops.Value
import dev.rankine.ops.copyFrom
import dev.rankine.ops.detach
import dev.rankine.ops.noGrad
import dev.rankine.shapes.AnyShape
import dev.rankine.shapes.Axis
import dev.rankine.shapes.Cube
import dev.rankine.shapes.Dim
import dev.rankine.shapes.Mat
import dev.rankine.shapes.Rank4
import dev.rankine.shapes.Rank5
import dev.rankine.shapes.Shape
import dev.rankine.shapes.Sizes
import dev.rankine.shapes.Vec
import kotlin.properties.PropertyDelegateProvider
import kotlin.properties.ReadOnlyProperty
import kotlin.reflect.KProperty
import dev.rankine.ops.scope as scopeOfOps

/** What `by` accepts inside a module. */
public typealias Declared<T> = PropertyDelegateProvider<Module, ReadOnlyProperty<Module, T>>

/**
 * What has parameters, buffers and children. Their names are the names of the properties that hold them:
 * `val fc by Linear(Pixels, Digit)` gives `fc.weight` and `fc.bias`, as PyTorch's state_dict does. No reflection is involved.
 *
 * A module may stand in several places of a model: its parameters are then shared. They count once, under the first of their names;
 * the state_dict has all names, as PyTorch's has.
 *
 * In evaluation mode many threads may call one module at once.
 */
public abstract class Module {
    private val ownParameters = LinkedHashMap<String, Parameter<*>>()
    private val ownBuffers = LinkedHashMap<String, Buffer>()
    private val ownChildren = LinkedHashMap<String, Module>()

    /** The word that messages and [toString] use: the name of the class. */
    internal open val word: String get() = this::class.java.simpleName.ifEmpty { "module" }

    @Volatile
    private var mode = true

    /** The module whose parts this one shows: itself, or what a lazy module has made. */
    internal open val shown: Module get() = this

    /** Whether dropout drops and batch statistics are taken; set by [train] and [eval], and false in what [Inference] calls. */
    public val isTraining: Boolean get() = shown.mode && !isEvaluating

    /** Whether [train] or [eval] came last, whatever [Inference] or a [Summary] does meanwhile. */
    internal val isSetToTrain: Boolean get() = shown.mode

    /** The modules that this one holds, by name. */
    public val children: Map<String, Module> get() = shown.ownChildren

    /**
     * All parameters of this module and those below it, each once, in the order of PyTorch's state_dict. Each is told its full name.
     *
     * @throws UninitializedException if a lazy module has not seen its first batch.
     */
    public fun parameters(): List<Parameter<*>> = namedParameters().values.toList()

    /** [parameters] by full name; one that stands in several places has the first of its names. */
    public fun namedParameters(): Map<String, Parameter<*>> {
        val first = LinkedHashMap<Parameter<*>, String>()
        walk("") { path, module -> for ((name, parameter) in module.made(path).ownParameters) first.putIfAbsent(parameter, path + name) }
        first.forEach { (parameter, name) -> parameter.isCalled(name) }
        return first.entries.associate { (parameter, name) -> name to parameter }
    }

    /** All buffers by full name, each once. */
    public fun namedBuffers(): Map<String, Buffer> {
        val first = LinkedHashMap<Buffer, String>()
        walk("") { path, module -> for ((name, buffer) in module.made(path).ownBuffers) first.putIfAbsent(buffer, path + name) }
        return first.entries.associate { (buffer, name) -> name to buffer }
    }

    /** How many numbers the parameters have together; shared ones count once, frozen ones not if [trainableOnly]. */
    @JvmOverloads
    public fun parameterCount(trainableOnly: Boolean = false): Long =
        parameters().filter { it.isTrainable || !trainableOnly }.sumOf { it.value.elements.toLong() }

    /** Sets training mode here and below; with [on] false, evaluation mode. */
    @JvmOverloads
    public fun train(on: Boolean = true) {
        walk("") { _, module -> module.mode = on }
    }

    /** Sets evaluation mode here and below. */
    public fun eval(): Unit = train(false)

    /** Forgets all gradients. */
    public fun zeroGradients(): Unit = parameters().forEach { it.zeroGradient() }

    /**
     * Parameters and buffers by name, in PyTorch's order: a module's own first, then its children's. The values are not copied:
     * later steps change them too; no gradient flows through them.
     */
    public fun stateDict(): Map<String, Value> {
        val all = LinkedHashMap<String, Value>()
        walk("") { path, module ->
            for ((name, parameter) in module.made(path).ownParameters) all[path + name] = parameter.value.detach()
            for ((name, buffer) in module.made(path).ownBuffers) all[path + name] = buffer.value
        }
        return all
    }

    /**
     * Overwrites all parameters and buffers, converting to their element types: floats and integers to floats, integers to integers.
     *
     * @throws StateException listing everything that is missing, unexpected, of other sizes or of a type that is not converted,
     * before anything is changed.
     * @throws dev.rankine.ops.ReleasedException if a value of [state] is gone, before anything is changed.
     */
    public fun loadStateDict(state: Map<String, Value>) {
        val own = stateDict()
        val given = withNewNames(own.keys, state)
        StateDifference(own.mapValues { it.value.sizes to it.value.dtype }, given.mapValues { it.value.sizes to it.value.dtype }).check()
        own.keys.forEach { Evaluator.store(given.getValue(it), "loadStateDict") }
        noGrad { own.forEach { (name, value) -> value.copyFrom(given.getValue(name)) } }
    }

    /** What stands in the parentheses when the module is printed: its sizes and settings. */
    protected open fun details(): String = ""

    /** The module and those below it, a line for each, as PyTorch prints them. */
    override fun toString(): String {
        if (ownChildren.isEmpty()) return "$word(${details()})"
        val own = listOf(details()).filter { it.isNotEmpty() }
        val lines = own + ownChildren.map { (name, child) -> "($name): $child" }
        return lines.joinToString("\n", "$word(\n", "\n)") { it.prependIndent("  ") }
    }

    /** Declares a parameter of sizes `[a]`: `val bias by parameter(output) { ... }`. */
    protected fun <A : Dim<*>> parameter(a: Axis<A>, initial: (Sizes) -> Value): Declared<Parameter<Vec<A>>> =
        declare(Sizes.named(a), initial)

    /** Declares a parameter of sizes `[a, b]`. */
    protected fun <A : Dim<*>, B : Dim<*>> parameter(a: Axis<A>, b: Axis<B>, initial: (Sizes) -> Value): Declared<Parameter<Mat<A, B>>> =
        declare(Sizes.named(a, b), initial)

    /** Declares a parameter of sizes `[a, b, c]`. */
    protected fun <A : Dim<*>, B : Dim<*>, C : Dim<*>> parameter(
        a: Axis<A>,
        b: Axis<B>,
        c: Axis<C>,
        initial: (Sizes) -> Value,
    ): Declared<Parameter<Cube<A, B, C>>> = declare(Sizes.named(a, b, c), initial)

    /** Declares a parameter of sizes `[a, b, c, d]`. */
    protected fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>> parameter(
        a: Axis<A>,
        b: Axis<B>,
        c: Axis<C>,
        d: Axis<D>,
        initial: (Sizes) -> Value,
    ): Declared<Parameter<Rank4<A, B, C, D>>> = declare(Sizes.named(a, b, c, d), initial)

    /** Declares a parameter of sizes `[a, b, c, d, e]`. */
    protected fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> parameter(
        a: Axis<A>,
        b: Axis<B>,
        c: Axis<C>,
        d: Axis<D>,
        e: Axis<E>,
        initial: (Sizes) -> Value,
    ): Declared<Parameter<Rank5<A, B, C, D, E>>> = declare(Sizes.named(a, b, c, d, e), initial)

    /** [declared] if [present], else a property that is null: `val bias by optional(bias, parameter(output) { ... })`. */
    protected fun <T : Any> optional(present: Boolean, declared: Declared<T>): Declared<T?> =
        PropertyDelegateProvider { owner, property ->
            val held = if (present) declared.provideDelegate(owner, property) else null
            ReadOnlyProperty { module, name -> held?.getValue(module, name) }
        }

    /** Declares a buffer that starts as [initial]. In the state_dict it is called [name], or by the name of the property. */
    protected fun buffer(initial: Value, name: String? = null): Declared<Buffer> =
        PropertyDelegateProvider { _, property ->
            val buffer = Buffer(initial)
            val key = name ?: property.name
            claim(key)
            ownBuffers[key] = buffer
            ReadOnlyProperty { _, _ -> buffer }
        }

    /** Makes the module a child under the property's name: `val fc by Linear(Pixels, Digit)`. */
    protected operator fun <M : Module> M.provideDelegate(owner: Module, property: KProperty<*>): ReadOnlyProperty<Module, M> {
        owner.add(property.name, this)
        return ReadOnlyProperty { _, _ -> this }
    }

    /**
     * Adds a child under [name], where the number of children is not known when the program is written; properties do it by themselves.
     *
     * @throws IllegalArgumentException if the name is taken, empty or has a dot, or the child holds this module.
     */
    protected fun <M : Module> add(name: String, child: M): M {
        claim(name)
        child.walk("") { _, module -> require(module !== this) { "module: $word cannot hold itself: $name" } }
        ownChildren[name] = child
        return child
    }

    /**
     * Adds a parameter under [name], where the number of parameters is not known when the program is written.
     *
     * @throws IllegalArgumentException if the name is taken, empty or has a dot.
     */
    protected fun addParameter(name: String, initial: Value): Parameter<AnyShape> = hold(name, initial.sizes) { initial }

    /**
     * A scope of ops; one that has the [word] of the module is a call of it, which a [Summary] sees. It is chosen before the function of the same name
     * in `ops` wherever a module calls `scope`.
     */
    internal inline fun <T> scope(name: String, crossinline block: () -> T): T {
        val calls = ModuleCalls.current
        if (calls == null || name != word) return scopeOfOps(name) { block() }
        calls.begin(this)
        var result: Any? = null
        try {
            return scopeOfOps(name) { block().also { result = it } }
        } finally {
            calls.end(result)
        }
    }

    private fun <S : Shape> declare(sizes: Sizes, initial: (Sizes) -> Value): Declared<Parameter<S>> =
        PropertyDelegateProvider { _, property ->
            val parameter = hold<S>(property.name, sizes, initial)
            ReadOnlyProperty { _, _ -> parameter }
        }

    private fun <S : Shape> hold(name: String, sizes: Sizes, initial: (Sizes) -> Value): Parameter<S> {
        claim(name)
        return Parameter<S>(name, initial(sizes), sizes).also { ownParameters[name] = it }
    }

    private fun claim(name: String) {
        require(name.isNotEmpty() && '.' !in name) { "module: a name cannot be empty or have a dot: \"$name\"" }
        val taken = name in ownParameters || name in ownBuffers || name in ownChildren
        require(!taken) { "module: $word has two parts that are called $name" }
    }

    /** The parameters that this module itself holds, by name. */
    internal val heldParameters: Map<String, Parameter<*>> get() = shown.ownParameters

    /** Whether it only holds parameters of the module above it, and is never called itself. */
    internal open val isHolder: Boolean get() = false

    /** Holds [parameter] no longer, and the child [name] from now on, if it is not there already. */
    internal fun letGo(parameter: String, child: String, inItsPlace: Module) {
        shown.ownParameters.remove(parameter)
        if (child !in children) shown.add(child, inItsPlace)
    }

    /** Holds [parameter] under [name] again, behind the others. */
    internal fun takeBack(name: String, parameter: Parameter<*>) {
        shown.ownParameters[name] = parameter
    }

    /** Holds the child [name] no longer. */
    internal fun letGo(name: String) {
        shown.ownChildren.remove(name)
    }

    /** This module, of which all parts are there; a lazy one at [path] that has made nothing throws. */
    internal open fun made(path: String): Module = this

    private fun walk(path: String, visit: (String, Module) -> Unit) {
        val module = shown
        visit(path, module)
        for ((name, child) in module.ownChildren) child.walk("$path$name.", visit)
    }
}
