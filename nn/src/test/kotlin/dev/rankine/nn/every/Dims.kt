package dev.rankine.nn.every

import dev.rankine.shapes.Dim

internal object From : Dim<From>(4)

internal object To : Dim<To>(3)

internal object Model : Dim<Model>(4)

internal object Vocabulary : Dim<Vocabulary>(5)
