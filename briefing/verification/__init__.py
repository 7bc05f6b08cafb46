"""All that `verify` asks: whether a brief says what its sources bear out, and nothing less."""
