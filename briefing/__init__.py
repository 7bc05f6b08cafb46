"""A folder of news articles and a YAML file in; a brief an analyst can sign out."""

__version__ = "0.1.0"
