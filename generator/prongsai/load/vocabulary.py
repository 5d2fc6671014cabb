"""The words that people search with, which ship beside the frameworks."""

from functools import cache
from importlib import resources

from prongsai.errors import ProjectError
from prongsai.load.shape import shape
from prongsai.model.vocabulary import Vocabulary
from prongsai.source import yaml
from prongsai.source.problems import Problems

NAME = "vocabulary.yml"


@cache
def vocabulary() -> Vocabulary:
    """The words inside the package.

    Raises:
        ProjectError: the installation is damaged.
    """
    problems = Problems()
    text = (resources.files("prongsai") / "frameworks" / NAME).read_text("utf-8")
    found = shape(Vocabulary, yaml.parse(text, NAME, problems), NAME, problems)
    if found is None or problems.found:
        told = f" ({problems.found[0].message('en')})" if problems.found else ""
        raise ProjectError(
            f"คำค้นที่มากับโปรแกรมเสียหาย{told} — ติดตั้ง Prongsai ใหม่",
            f"the words of the search that ship are damaged{told} — install Prongsai again",
        )
    return found
