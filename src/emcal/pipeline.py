"""The story in one function: read, tag, extract, merge."""
