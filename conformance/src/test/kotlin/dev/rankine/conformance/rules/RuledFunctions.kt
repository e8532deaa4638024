package dev.rankine.conformance.rules

import org.objectweb.asm.AnnotationVisitor
import org.objectweb.asm.ClassReader
import org.objectweb.asm.ClassVisitor
import org.objectweb.asm.Label
import org.objectweb.asm.MethodVisitor
import org.objectweb.asm.Opcodes
import org.objectweb.asm.Type
import java.io.File
import java.util.zip.ZipFile

/** The functions with a shape rule in the module of [member]: one per declaration, without what `@JvmOverloads` adds. */
internal fun ruledFunctions(member: Class<*>): List<RuledFunction> {
    val home =
        File(
            member.protectionDomain.codeSource.location
                .toURI(),
        )
    val all = classFiles(home).flatMap { RuleReader(member.classLoader).read(it) }
    return all.filterNot { one -> all.any { isLonger(it, one) } }
}

private fun classFiles(home: File): List<ByteArray> {
    if (home.isDirectory) {
        return home
            .walk()
            .filter { it.extension == "class" }
            .map { it.readBytes() }
            .toList()
    }
    return ZipFile(home).use { zip ->
        zip.entries().asSequence().filter { it.name.endsWith(".class") && "META-INF" !in it.name }.toList().map { entry ->
            zip.getInputStream(entry).use { it.readBytes() }
        }
    }
}

/** Whether [other] is the function of which [one] leaves out parameters that have defaults. */
private fun isLonger(other: RuledFunction, one: RuledFunction): Boolean {
    val (a, b) = other.method to one.method
    if (a.name != b.name || a.declaringClass != b.declaringClass || other.text != one.text) return false
    if (a.parameterCount <= b.parameterCount) return false
    val rest = a.parameterTypes.iterator()
    return b.parameterTypes.all { type -> rest.asSequence().any { it == type } }
}

/** Reads the rules of one class: annotations and the names of parameters are in the class file only. */
private class RuleReader(private val loader: ClassLoader) : ClassVisitor(Opcodes.ASM9) {
    private val found = ArrayList<RuledFunction>()
    private lateinit var owner: String

    fun read(bytes: ByteArray): List<RuledFunction> {
        ClassReader(bytes).accept(this, ClassReader.SKIP_FRAMES)
        return found
    }

    override fun visit(version: Int, access: Int, name: String, signature: String?, superName: String?, interfaces: Array<out String>?) {
        owner = name.replace('/', '.')
    }

    override fun visitMethod(
        access: Int,
        name: String,
        descriptor: String,
        signature: String?,
        exceptions: Array<out String>?,
    ): MethodVisitor? {
        val isPart = "Values__" in owner
        return if (isPart || access and Opcodes.ACC_PUBLIC == 0 ||
            access and Opcodes.ACC_SYNTHETIC != 0
        ) {
            null
        } else {
            Reader(access, name, descriptor)
        }
    }

    private inner class Reader(access: Int, private val name: String, private val descriptor: String) : MethodVisitor(Opcodes.ASM9) {
        private val types = Type.getArgumentTypes(descriptor)
        private val first = if (access and Opcodes.ACC_STATIC == 0) 1 else 0
        private val names = HashMap<Int, String>()
        private val optional = BooleanArray(types.size)
        private var rule: String? = null
        private val bind = ArrayList<String>()

        override fun visitAnnotation(descriptor: String, visible: Boolean): AnnotationVisitor? =
            if (descriptor ==
                RULE
            ) {
                RuleVisitor()
            } else {
                null
            }

        override fun visitParameterAnnotation(parameter: Int, descriptor: String, visible: Boolean): AnnotationVisitor? {
            if (descriptor.endsWith("/Nullable;")) optional[parameter] = true
            return null
        }

        override fun visitLocalVariable(name: String, descriptor: String, signature: String?, start: Label, end: Label, index: Int) {
            names.putIfAbsent(index, name)
        }

        override fun visitEnd() {
            val text = rule ?: return
            val slots = types.runningFold(first) { slot, type -> slot + type.size }.dropLast(1)
            val method =
                Class.forName(owner, false, loader).declaredMethods.single {
                    it.name == name &&
                        Type.getMethodDescriptor(it) == descriptor
                }
            val pairs = bind.associate { pair -> pair.split('=').map { it.trim() }.let { (name, parameter) -> name to parameter } }
            found.add(RuledFunction(method, text, pairs, slots.map { names[it] ?: "?" }, optional.asList()))
        }

        private inner class RuleVisitor : AnnotationVisitor(Opcodes.ASM9) {
            override fun visit(name: String?, value: Any) {
                if (name == "rule") rule = value as String else bind.add(value as String)
            }

            override fun visitArray(name: String): AnnotationVisitor = this
        }
    }

    private companion object {
        const val RULE = "Ldev/rankine/shapes/ShapeRule;"
    }
}
