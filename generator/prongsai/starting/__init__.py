"""Sources that are begun or added to: a new agency's, the next year's, a document under an item."""
