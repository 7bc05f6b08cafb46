"""Why passages are not told, read off what the walk itself decided of them."""
