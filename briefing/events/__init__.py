"""What several articles tell of one happening: clauses joined, and what follows from it."""
