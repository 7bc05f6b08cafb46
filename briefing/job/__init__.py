"""What is asked for: config, the list of sources and the analyst's file, read and ready to work
with.
"""
