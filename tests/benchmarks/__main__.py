"""`python -m tests.benchmarks [NAME…]` runs the benchmarks of this folder, all of them without a name."""

from __future__ import annotations

import pkgutil
import sys
from importlib import import_module

import tests.benchmarks

names = sys.argv[1:] or sorted(m.name for m in pkgutil.iter_modules(tests.benchmarks.__path__) if m.name != "__main__")
for name in names:
    module = import_module(f"tests.benchmarks.{name}")
    if hasattr(module, "run"):
        print(f"== {name}")
        module.run()
