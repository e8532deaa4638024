package dev.rankine.shapes

/**
 * The [Rule] of a function, or of what a class does to one tensor, for the compiler plugin: it evaluates the rule where the arguments are
 * known when the program is compiled. Nothing reads it at run time.
 *
 * The inputs of the rule are the tensors of a call in the order of the declaration, the receiver first. Its integers and lists are the
 * parameters of the same names: of the function, or of the constructor that made the receiver. A dim or an axis stands for its size.
 * A rule on a function that gives no tensor but an object with a rule is the rule of that object, and the call stands for its constructor.
 *
 * @property rule see [Rule].
 * @property bind how integers and lists of the rule are called in the declaration, where they differ: `"sh = stride"`. `"sh = stride[0]"`
 * is an element of a list, or the number itself where it is one number for all directions; `"n = this"` is the receiver.
 */
@Retention(AnnotationRetention.BINARY)
@Target(AnnotationTarget.FUNCTION, AnnotationTarget.CLASS)
public annotation class ShapeRule(public val rule: String, vararg val bind: String)

/**
 * What strings mappings together: its instances, or what a function gives, do to one tensor what the parts do one after the other. The
 * parts are the receiver and the arguments that have a rule or a chain of their own, in order, also those in lists; a [ShapeRule] beside
 * this annotation is the last part.
 */
@Retention(AnnotationRetention.BINARY)
@Target(AnnotationTarget.FUNCTION, AnnotationTarget.CLASS)
public annotation class ShapeChain

/**
 * The size that a dim declares, for the compiler plugin in other modules than the dim's own: there it cannot see the constructor's argument.
 * `@KnownSize(784) object Pixels : Dim<Pixels>(784)`
 *
 * @property size what the dim declares; the plugin refuses another number.
 */
@Retention(AnnotationRetention.BINARY)
@Target(AnnotationTarget.CLASS)
public annotation class KnownSize(public val size: Int)
