"""How fast the program is, beside others and beside itself: ratios taken in one run, never
promises.

`python -m benchmarks` (`make bench`) prints every table; `python -m benchmarks NAME…` those named.
One module answers one question; `measure` runs programs turn about and `articles` makes up what
they read.
"""
