"""Asking a model: the one door to it. What it is asked, and what an answer may change, is decided
elsewhere.
"""
