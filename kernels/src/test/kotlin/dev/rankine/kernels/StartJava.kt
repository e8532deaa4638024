package dev.rankine.kernels

import java.nio.file.Paths

/** Starts the main function of [program] with one [argument] in a Java of its own that may use the vector backend. */
internal fun startJava(program: Class<*>, argument: String, vararg flags: String): Process {
    val java = Paths.get(System.getProperty("java.home"), "bin", "java").toString()
    val needed = listOf("--add-modules", "jdk.incubator.vector", "--enable-native-access=ALL-UNNAMED")
    val command = listOf(java) + needed + flags + listOf("-cp", System.getProperty("java.class.path"), program.name, argument)
    return ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start()
}
