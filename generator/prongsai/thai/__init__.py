"""Thai digits, dates, item codes and text: the lowest floor, standard library alone.

Other floors import from the modules (``digits``, ``dates``, ``codes``, ``text``) directly.
"""
