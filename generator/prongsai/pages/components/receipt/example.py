"""What the last visit to an address found, told by words, shape and the line beside it."""

from prongsai.pages.components.sample import TO, States, T, item
from prongsai.pages.edition import component


def states() -> States:
    """Each state with its HTML."""
    own = component("receipt")
    _, moved, gone, busy, new = item("o1").evidence
    for one, name in (
        (moved, "pass"),
        (gone, "fail, with a kept copy"),
        (busy, "unknown"),
        (new, "never visited"),
    ):
        yield name, own.visits(one, TO, T) + own.copy_folded(one, TO, T)
    yield "with the whole hash, on the sheet", own.visits_whole(moved, TO, T)
    yield "how to check from outside, for those who use the program", own.again_by_program(T)
