"""The engine under packs of level 0 and 1: all that they know of their language is data."""
