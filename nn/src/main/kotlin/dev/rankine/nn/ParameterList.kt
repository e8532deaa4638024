package dev.rankine.nn

import dev.rankine.ops.Value
import dev.rankine.shapes.AnyShape

/**
 * Parameters whose number is not known when the program is written, PyTorch's `nn.ParameterList`:
 * `val scales by ParameterList(List(depth) { ones(Sizes.of(8)) })`. They are called `0`, `1`, ... in the state_dict.
 */
public class ParameterList private constructor(private val held: ArrayList<Parameter<AnyShape>>) :
    Module(),
    List<Parameter<AnyShape>> by held {
        internal override val isHolder: Boolean get() = true

        /** Parameters that start as [initial]. */
        public constructor(initial: List<Value>) : this(ArrayList<Parameter<AnyShape>>()) {
            initial.forEachIndexed { i, value -> held += addParameter("$i", value) }
        }
    }

/**
 * Parameters under names that are not known when the program is written, PyTorch's `nn.ParameterDict`. They are called as their keys in the
 * state_dict.
 */
public class ParameterDict private constructor(private val held: LinkedHashMap<String, Parameter<AnyShape>>) :
    Module(),
    Map<String, Parameter<AnyShape>> by held {
        internal override val isHolder: Boolean get() = true

        /** Parameters that start as [initial]. Throws [IllegalArgumentException] if a key is empty or has a dot. */
        public constructor(initial: Map<String, Value>) : this(LinkedHashMap<String, Parameter<AnyShape>>()) {
            initial.forEach { (name, value) -> held[name] = addParameter(name, value) }
        }
    }
