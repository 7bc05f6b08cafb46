"""What a timer calls and an operator asks: runs, their log, alerts, timers, and where a brief
stands.
"""
