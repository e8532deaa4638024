package dev.rankine.ops

import dev.rankine.shapes.Layout
import dev.rankine.shapes.ShapeException
import dev.rankine.shapes.Sizes

/** The single door: every op call of every surface comes through here. */
public object Evaluator {
    /**
     * Runs [op] on [given].
     *
     * @param backend where to run an op without inputs; the backend of the inputs otherwise.
     * @throws dev.rankine.shapes.ShapeException if sizes do not fit.
     * @throws dev.rankine.shapes.DTypeException if an element type is not taken.
     * @throws kotlinx.coroutines.CancellationException if the coroutine was cancelled whose thread settings these are; see [Cancellation].
     */
    @JvmStatic
    @JvmOverloads
    public fun <A : Any> apply(op: Op<A>, attributes: A, given: Array<Value>, backend: Backend? = null): Array<Value> {
        val thread = ThreadState.get()
        val name = thread.outermost ?: op.name
        val inputs = op.prepare?.prepare(name, given) ?: given
        val call = Call(op, name, attributes, inputs)
        thread.trace?.let { return it.apply(call, backend) }
        if (thread.checking) {
            if (thread.outermost == null) thread.line = UserLine.find()
            call.line = thread.line
        }
        Cancellation.check()
        val home = home(call, backend)
        val recorder = if (thread.recording && inputs.any { it.origin != null }) Recorder.installed else null
        val body = op.body
        if (body is Definition && recorder != null && op.gradients === Gradients.Derived) {
            return define(thread, call, body).also { if (thread.outermost == null) thread.observer?.called(call, it) }
        }
        val outputs =
            when (body) {
                is View -> arrayOf(view(call, body))
                is Loop -> compute(thread, call, op.signature!!.infer(call), home)
                is Definition -> composite(thread, call, body, home)
            }
        if (recorder != null) {
            recorder.record(call, outputs)
            if (body is View) (call.x.content as? Storage)?.hasRecordedView = true
        }
        if (thread.checking) Anomaly.check(call, outputs)
        if (thread.outermost == null) thread.observer?.called(call, outputs)
        return outputs
    }

    /**
     * The bytes behind [value]; computes them if they are pending. The only way to them.
     *
     * @throws ReleasedException if the scope that made the value has ended.
     */
    @JvmStatic
    public fun store(value: Value, op: String = "read"): Storage =
        when (val content = value.content) {
            is Storage -> content.also { it.checkAlive(op) }
            is Pending -> content.result(op).also { it.checkAlive(op) }.also { value.content = it }
            is Symbol -> error("$op: a definition or gradient cannot read the numbers of its operands")
            else -> error("$op: unknown content ${content::class.java.name}")
        }

    /** New storage of [backend] for [spec], owned by the scope that runs now. */
    @JvmStatic
    public fun allocate(spec: Spec, backend: Backend): Value = allocate(ThreadState.get(), spec, backend)

    /** The whole of a new [storage] of [backend] in row-major order, owned by the scope that runs now. */
    @JvmStatic
    public fun own(storage: Storage, sizes: Sizes, backend: Backend): Value = own(ThreadState.get(), storage, sizes, backend)

    private fun own(thread: ThreadState, storage: Storage, sizes: Sizes, backend: Backend): Value {
        thread.scope?.own(storage)
        return Value(storage.dtype, Layout.of(sizes), backend, storage)
    }

    private fun allocate(thread: ThreadState, spec: Spec, backend: Backend): Value =
        own(thread, backend.allocate(spec.dtype, spec.sizes.elements), spec.sizes, backend)

    /** Runs the definition of a composite; messages name the composite that the user called. */
    internal fun <A : Any> define(thread: ThreadState, call: Call<A>, body: Definition<A>): Array<Value> {
        val before = thread.outermost
        thread.outermost = call.name
        try {
            call.op.signature?.infer(call)
            return body.define(call.attributes, call.inputs)
        } finally {
            thread.outermost = before
        }
    }

    private fun <A : Any> composite(thread: ThreadState, call: Call<A>, body: Definition<A>, home: Backend): Array<Value> {
        val isOpened = home.deferral?.isOpened(call.op) == true && call.inputs.any { it.isPending }
        val kernel = if (isOpened) null else home.kernel(call.op, call.attributes, call.inputs)
        if (kernel != null) {
            val specs = call.op.signature?.infer(call) ?: Trace.specs(call)
            deferred(thread, call, specs, home)?.let { return arrayOf(it) }
            val other = pendingKernel(call, home)
            if (other == null) call.inputs.forEach { store(it, call.name) }
            val outputs = Array(specs.size) { allocate(thread, specs[it], home) }
            (other ?: kernel).run(call.attributes, call.inputs, outputs)
            return outputs
        }
        val outputs = recording(false) { scope(call.name) { define(thread, call, body) } }
        // a view of what the definition made itself is a value of its own
        for (output in outputs) if (output.isView && call.inputs.none { it.bytes === output.bytes }) output.isView = false
        return outputs
    }

    private fun <A : Any> compute(thread: ThreadState, call: Call<A>, specs: Array<Spec>, home: Backend): Array<Value> {
        deferred(thread, call, specs, home)?.let { return arrayOf(it) }
        val kernel = pendingKernel(call, home)
        if (kernel == null) for (input in call.inputs) store(input, call.name)
        val outputs = Array(specs.size) { allocate(thread, specs[it], home) }
        if (kernel == null) home.run(call.op, call.attributes, call.inputs, outputs) else kernel.run(call.attributes, call.inputs, outputs)
        return outputs
    }

    /** The result of a call that the backend holds back, or null if the call runs now. */
    private fun <A : Any> deferred(thread: ThreadState, call: Call<A>, specs: Array<Spec>, home: Backend): Value? {
        val deferral = home.deferral ?: return null
        val spec = specs[0]
        if (specs.size != 1 || spec.sizes.elements < deferral.least || thread.checking) return null
        for (input in call.inputs) input.checkAlive(call.name)
        val pending = deferral.defer(call.op, call.attributes, call.inputs, spec) ?: return null
        thread.scope?.own(pending)
        return Value(spec.dtype, Layout.of(spec.sizes), home, pending)
    }

    /** A kernel that reads the pending operands of the call itself, or null. */
    private fun <A : Any> pendingKernel(call: Call<A>, home: Backend): Kernel<A>? {
        val deferral = home.deferral ?: return null
        if (call.inputs.none { it.isPending }) return null
        for (input in call.inputs) input.checkAlive(call.name)
        return deferral.kernel(call.op, call.attributes, call.inputs)
    }

    private fun <A : Any> view(call: Call<A>, body: View<A>): Value {
        val x = call.x
        val spec = call.op.signature!!.infer(call)[0]
        store(x, call.name)
        val layout = body.layout(call.attributes, x.layout)
        if (layout != null) return Value(x.dtype, layout.named(spec.sizes), x.backend, x.content).also { it.isView = true }
        if (!body.copies) {
            throw ShapeException("${call.name}: needs a copy: $x is not laid out in order", hint = "call reshape, or contiguous() first")
        }
        val dense = recording(false) { contiguous(x) }
        return Value(x.dtype, body.layout(call.attributes, dense.layout)!!.named(spec.sizes), x.backend, dense.content)
    }

    private fun home(call: Call<*>, backend: Backend?): Backend {
        if (call.inputs.isEmpty()) return backend ?: Backends.current
        mixedBackends(call.name, call.inputs)?.let { throw BackendUnavailableException(it) }
        return call.inputs[0].backend
    }

    /** What is wrong if [operands] are not all on one backend, else null. */
    internal fun mixedBackends(name: String, operands: Array<Value>): String? {
        if (operands.all { it.backend === operands[0].backend }) return null
        val names = operands.joinToString { it.backend.name }
        return "$name: operands are on different backends: $names\n  hint: create them inside on(backend) { }"
    }
}
