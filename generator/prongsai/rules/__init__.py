"""Rules: each finds one thing that costs points or does harm, and says how to mend it.

A rule is a pure function from the site to hits; the register lists all of them.
"""
