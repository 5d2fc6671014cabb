"""Scores: an estimate of what an agency would be given, from what it shows and what was found."""
