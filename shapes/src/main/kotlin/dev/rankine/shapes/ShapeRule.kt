package dev.rankine.shapes

/**
 * The [Rule] of a function, or of what a class does to one tensor, for the compiler plugin: it evaluates the rule where the arguments are
 * known when the program is compiled. Nothing reads it at run time.
 *
 * The inputs of the rule are the tensors of a call in the order of the declaration, the receiver first. Its integers and lists are the
 * parameters of the same names: of the function, or of the constructor that made the receiver. A dim or an axis stands for its size,
 * a Boolean for 1 or 0, an entry of an enum for its ordinal; a list is a `List`, an array, a `vararg` or `Sizes`, or one number. An argument
 * that is left out or null takes the rule's default. A list or `vararg` of tensors gives its elements, one after the other, to the inputs
 * that a rule takes in any number (`values*`). What cannot be seen, or what no parameter says, is unknown.
 * A rule on a function that gives no tensor but an object with a rule is the rule of that object, and the call stands for its constructor.
 *
 * @property rule see [Rule].
 * @property bind how integers and lists of the rule are called in the declaration, where they differ: `"sh = stride"`. `"sh = stride[0]"`
 * is an element of a list, or the number itself where it is one number for all directions; `"n = this"` is the receiver.
 */
@Retention(AnnotationRetention.BINARY)
@Target(AnnotationTarget.FUNCTION, AnnotationTarget.CLASS)
public annotation class ShapeRule(public val rule: String, vararg val bind: String) {
    public companion object {
        /** The result has the sizes of the only tensor. */
        public const val SAME: String = "a -> a"

        /** The result has the sizes to which both tensors broadcast. */
        public const val BROADCAST: String = "a b -> broadcast(a, b)"

        /** The second tensor broadcasts to the first, which is written. */
        public const val IN_PLACE: String = "a b -> a where broadcast(a, b) == a \"the result does not fit\""
    }
}

/**
 * The size that a dim declares, for the compiler plugin in other modules than the dim's own: there it cannot see the constructor's argument.
 * `@KnownSize(784) object Pixels : Dim<Pixels>(784)`
 *
 * @property size what the dim declares; the plugin refuses another number.
 */
@Retention(AnnotationRetention.BINARY)
@Target(AnnotationTarget.CLASS)
public annotation class KnownSize(public val size: Int)
