"""The overall score as reported, as computed, and its target."""

from types import SimpleNamespace

from prongsai.pages.components.sample import States, T
from prongsai.pages.edition import component
from prongsai.pages.scores import ScoreRow


def states() -> States:
    """Each state with its HTML."""
    own = component("score")
    whole = ScoreRow("รวม", None, "79.84", "79.8398", T.same, ("ผ่าน",), "79.84")
    yield (
        "agrees",
        own.total_score(SimpleNamespace(overall=whole, target="85", target_met=T.target_missed), T),
    )
    two = ScoreRow("รวม", None, "90.1", "89.2", T.differs, ("ต้องปรับปรุง", "ผ่าน"), "90.1")
    yield (
        "differs, two grades",
        own.total_score(SimpleNamespace(overall=two, target=None, target_met=None), T),
    )
    none = ScoreRow("รวม", None, None, None, T.not_comparable, (), None)
    yield "not given", own.total_score(SimpleNamespace(overall=none, target=None, target_met=None), T)
