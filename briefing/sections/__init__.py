"""The kinds of section, one a file: each owns all that is particular to it."""
