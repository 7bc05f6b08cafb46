"""The languages that the program knows: one folder each."""
