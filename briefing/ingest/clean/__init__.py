"""Marking what is not the article: every rule is a pure function that gives findings with a reason.

Nothing here changes the text. The first rule that marks a line wins, so rules stand in order of how
sure they are. Where no rule is sure a line stays body: a lost paragraph is worse than a kept
widget.
"""
