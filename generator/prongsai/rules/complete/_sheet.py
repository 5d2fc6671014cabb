"""How spreadsheets name the columns of a table."""


def letter(cell: int) -> str:
    """The letter of a column, from 0: A, B … Z, AA."""
    name = ""
    cell += 1
    while cell:
        cell, rest = divmod(cell - 1, 26)
        name = chr(65 + rest) + name
    return name
