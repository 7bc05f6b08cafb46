"""Letting an editor choose: what it is asked, how answers are read, and what they may change."""
