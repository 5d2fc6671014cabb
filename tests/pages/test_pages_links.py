"""Links between pages, and addresses that stay."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prongsai.pages.links import relative

PAGES = ["", "2565/", "2565/o1/", "2565/9.1/", "2566/o12/", "topics/", "topics/no-gift-policy/", "units/"]


@pytest.mark.parametrize(
    ("source", "target", "link"),
    [
        ("2565/o1/", "2565/o2/", "../o2/index.html"),
        ("2565/o1/", "2565/", "../index.html"),
        ("2565/o1/", "", "../../index.html"),
        ("2565/o1/", "2565/o1/", "index.html"),
        ("", "2565/o1/", "2565/o1/index.html"),
        ("", "", "index.html"),
        ("2565/o1/", "2566/measures/#m1", "../../2566/measures/index.html#m1"),
        ("2566/measures/", "2566/measures/#m1", "#m1"),
        ("2565/o1/", "2565/files/x.pdf", "../files/x.pdf"),
        ("topics/structure/", "data/2565/oit.json", "../../data/2565/oit.json"),
        ("2565/o1/", "2565/files/ก ข%.pdf", "../files/%E0%B8%81%20%E0%B8%82%25.pdf"),
        ("2565/o1/", "units/#กอง", "../../units/index.html#%E0%B8%81%E0%B8%AD%E0%B8%87"),
        ("", "2565/files/a:b.pdf", "2565/files/a%3Ab.pdf"),
    ],
)
def test_relative(source: str, target: str, link: str) -> None:
    assert relative(source, target) == link


@given(st.sampled_from(PAGES), st.sampled_from(PAGES))
def test_relative_leads_there(source: str, target: str) -> None:
    steps = source.split("/")[:-1]
    for step in relative(source, target).split("/"):
        if step == "..":
            steps.pop()
        else:
            steps.append(step)
    assert "/".join(steps) == f"{target}index.html"
