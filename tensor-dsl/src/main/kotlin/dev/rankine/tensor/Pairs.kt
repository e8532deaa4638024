package dev.rankine.tensor

/** What the compiler says where a vector meets a column of its own axis; the overloads are generated. */
internal const val PAIRS: String =
    "shape: a vector and a column of one axis would give all pairs of it: squeezeLast() makes the column a vector; if pairs are meant, name one axis otherwise"
