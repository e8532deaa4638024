package dev.rankine.guide

/** What is wrong with a page, and where; [line] counts from 1. */
internal data class Problem(val page: String, val line: Int, val text: String) {
    override fun toString(): String = "$page:$line: $text"
}
