"""From a released edition to the readers who are owed it, each once."""
