"""The catalogue of all articles that were read: kept up to date, article by article, at the cost of
what changed.
"""
