"""What stands around the statements of a brief, made anew and compared, a part of it a file."""
