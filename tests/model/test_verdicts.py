"""The words of verdicts: each of the closed set has its own, and unknown is never called broken."""

from prongsai.errors import Text
from prongsai.model.receipt import CLASS_OF, FAILURES_THAT_COUNT, Receipt
from prongsai.model.verdicts import BROKEN, UNKNOWN, WORDS, label_of, standing_of

NONE = Text("", "")


def test_the_closed_set_has_words() -> None:
    assert WORDS.keys() == CLASS_OF.keys()
    for words in WORDS.values():
        for text in (words.label, words.meaning, words.remedy):
            assert text.th
            assert text.en
            assert text.th != text.en


def test_labels_follow_the_judgement() -> None:
    for verdict, group in CLASS_OF.items():
        for failures in range(FAILURES_THAT_COUNT + 1):
            receipt = Receipt("u", verdict, NONE, failures=failures)
            assert (label_of(receipt) == UNKNOWN) == (receipt.judgement == "unknown")
            if group == "unknown" and failures == FAILURES_THAT_COUNT:
                assert (label_of(receipt), standing_of(receipt)) == (BROKEN, "fail")


def test_the_two_that_need_a_look() -> None:
    assert standing_of(Receipt("u", "moved", NONE)) == "moved"
    assert standing_of(Receipt("u", "changed", NONE)) == "changed"
    assert standing_of(Receipt("u", "gone", NONE)) == "fail"
