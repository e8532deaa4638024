# one side of a comparison: reads commands line by line, answers each with one line
import sys
import time

import numpy as np

inputs = []
work = None
for line in sys.stdin:
    word, _, rest = line.rstrip("\n").partition(" ")
    if word == "input":
        path, kind, *sizes = rest.split(" ")
        shape = [int(size) for size in sizes if size]
        if kind == "bool":
            inputs.append(np.fromfile(path, "f4").reshape(shape) != 0)
        else:
            inputs.append(np.fromfile(path, kind).reshape(shape))
        print("ok")
    elif word == "code":
        names = ", ".join("x%d" % i for i in range(len(inputs)))
        *before, last = rest.split(";")
        body = "".join("  %s\n" % statement for statement in before)
        scope = {"np": np}
        exec("def work(%s):\n%s  return %s\n" % (names, body, last.strip()), scope)
        work = scope["work"]
        print("ok")
    elif word == "run":
        start = time.perf_counter_ns()
        for _ in range(int(rest)):
            work(*inputs)
        print(time.perf_counter_ns() - start)
    elif word == "results":
        results = work(*inputs)
        for i, result in enumerate(results):
            np.ascontiguousarray(result, dtype="f4").tofile("%s/result%d" % (rest, i))
        print(len(results))
