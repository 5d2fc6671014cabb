"""One module for each kind of file: thin adapters from well-kept libraries to the neutral ``Document``."""
