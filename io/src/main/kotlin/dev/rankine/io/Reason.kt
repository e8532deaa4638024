package dev.rankine.io

import java.io.IOException
import java.nio.channels.ClosedByInterruptException
import java.nio.file.AccessDeniedException
import java.nio.file.FileSystemException
import java.nio.file.NoSuchFileException

/** What stands behind the colon in `cannot be read: ` and `cannot be written: `, without the path, which the message names already. */
internal fun reason(e: IOException): String =
    when (e) {
        is AccessDeniedException -> "permission denied"
        is NoSuchFileException -> "the directory is gone"
        is FileSystemException -> e.reason ?: e.javaClass.simpleName
        is ClosedByInterruptException -> "the thread was interrupted"
        else -> e.message ?: e.javaClass.simpleName
    }
