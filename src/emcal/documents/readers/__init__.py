"""One module a file type: ``suffixes`` and ``read(path) -> Document``."""
