package dev.rankine.data

import java.io.IOException
import java.nio.file.AccessDeniedException
import java.nio.file.FileSystemException

/** Why a file cannot be read or written, in a few words. */
internal fun reason(e: IOException): String =
    when (e) {
        is AccessDeniedException -> "permission denied"
        is FileSystemException -> e.reason ?: e.javaClass.simpleName
        else -> e.message ?: e.javaClass.simpleName
    }
