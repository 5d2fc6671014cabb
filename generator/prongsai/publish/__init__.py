"""Putting a finished site where people reach it, without ever breaking the one that stands there."""
