package dev.rankine.optim

import dev.rankine.ops.Value
import dev.rankine.shapes.DType
import dev.rankine.shapes.Sizes

/** What one entry of the state that an optimizer keeps of a parameter must look like: `exp_avg` is like the parameter, `mu_product` a number. */
public fun interface StateForm {
    /** What is needed for [parameter], in words, if an entry has other [sizes] or another [dtype]; null if it fits. */
    public fun needed(parameter: Value, sizes: Sizes, dtype: DType): String?

    /** Whether a state of [parameter] without such an entry is incomplete. */
    public fun isNeeded(parameter: Value): Boolean = true

    /** This form for an entry that a state is complete without, unless [needed]. */
    public fun optional(needed: Boolean = false): StateForm {
        val form = this
        return object : StateForm {
            override fun needed(parameter: Value, sizes: Sizes, dtype: DType): String? = form.needed(parameter, sizes, dtype)

            override fun isNeeded(parameter: Value): Boolean = needed
        }
    }

    /** This form for the parameters that [holds] is true of; others have no such entry. */
    public fun where(holds: (Value) -> Boolean): StateForm {
        val form = this
        return object : StateForm {
            override fun needed(parameter: Value, sizes: Sizes, dtype: DType): String? =
                if (holds(parameter)) form.needed(parameter, sizes, dtype) else NOTHING

            override fun isNeeded(parameter: Value): Boolean = holds(parameter) && form.isNeeded(parameter)
        }
    }

    /** The forms that most entries have. */
    public companion object {
        /** Of the parameter's sizes and type. */
        public val LIKE_PARAMETER: StateForm = ofSizes { it.sizes }

        /** One number of any floating type. */
        public val NUMBER: StateForm =
            StateForm { _, sizes, dtype -> if (sizes.rank == 0 && dtype.isFloating) null else "a floating scalar" }

        /** Of the parameter's type and the sizes that [sizes] gives for it. */
        @JvmStatic
        public fun ofSizes(sizes: (Value) -> Sizes): StateForm =
            StateForm { parameter, given, dtype ->
                val needed = sizes(parameter)
                if (given.toList() != needed.toList()) {
                    "$needed"
                } else if (dtype != parameter.dtype) {
                    "${parameter.dtype}"
                } else {
                    null
                }
            }

        /** What is needed where there is no such entry. */
        internal const val NOTHING: String = "nothing of that name"

        /** Entries of these [names] that are like the parameter. */
        internal fun likeParameter(vararg names: String): Map<String, StateForm> = names.associateWith { LIKE_PARAMETER }

        /** The count of steps, for a rule that needs it. */
        internal val COUNT: Map<String, StateForm> = mapOf(ParameterState.STEP to NUMBER)

        /** Entries of these [names] that are numbers. */
        internal fun numbers(vararg names: String): Map<String, StateForm> = names.associateWith { NUMBER }
    }
}
