package dev.rankine.ops

/** `a == b`, element by element. NaN equals nothing. */
public val eq: Op2<Unit> = comparison("eq", Names("eq", "equal"), { a, b -> a == b }) { a, b -> a == b }

/** `a != b`, element by element. NaN differs from everything. */
public val ne: Op2<Unit> = comparison("ne", Names("ne", "not_equal"), { a, b -> a != b }) { a, b -> a != b }

/** `a < b`, element by element. */
public val lt: Op2<Unit> = comparison("lt", Names("lt", "less"), { a, b -> a < b }) { a, b -> a < b }

/** `a <= b`, element by element. */
public val le: Op2<Unit> = comparison("le", Names("le", "less_equal"), { a, b -> a <= b }) { a, b -> a <= b }

/** `a > b`, element by element. */
public val gt: Op2<Unit> = comparison("gt", Names("gt", "greater"), { a, b -> a > b }) { a, b -> a > b }

/** `a >= b`, element by element. */
public val ge: Op2<Unit> = comparison("ge", Names("ge", "greater_equal"), { a, b -> a >= b }) { a, b -> a >= b }
