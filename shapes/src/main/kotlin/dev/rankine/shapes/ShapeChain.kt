package dev.rankine.shapes

/**
 * What strings mappings together: its instances, or what a function gives, do to one tensor what the parts do one after the other. The
 * parts are the receiver and the arguments that have a rule or a chain of their own, in order, also those in lists; a [ShapeRule] beside
 * this annotation is the last part.
 */
@Retention(AnnotationRetention.BINARY)
@Target(AnnotationTarget.FUNCTION, AnnotationTarget.CLASS)
public annotation class ShapeChain
