"""English: names, speech, dates, antecedents, and what may be rewritten."""
