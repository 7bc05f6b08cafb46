"""Looking without making: problems, sources, passages, and why a statement is in."""
