"""What the program remembers: the store, the editions, the lock, and what went into the last
build.
"""
