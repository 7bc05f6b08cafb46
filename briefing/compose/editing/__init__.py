"""Letting an editor choose: what it is asked, how its answers are read, and what they may change."""
