"""Where a fact stands: files, lines and keys, and what can be wrong with them."""
