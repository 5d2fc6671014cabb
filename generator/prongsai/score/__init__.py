"""Scores: what follows by arithmetic from what an agency was given."""
