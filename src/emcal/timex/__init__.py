"""Time expressions: found in running text and read as TIMEX3, EDTF and inclusive day bounds."""
