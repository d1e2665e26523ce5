"""A brief in words: one page of sections, tables and footnotes in one language, for every format alike."""
