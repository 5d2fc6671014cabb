"""What an analysis reads out of the figures, and whether the figures bear it out."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from prongsai.errors import Text
from prongsai.model.arithmetic import mean
from prongsai.model.fields import Instrument
from prongsai.model.year import IndicatorScore, Mention
from prongsai.rules.rule import Confidence
from prongsai.rules.score._figures import Figures, plain

_INSTRUMENT_NAMES = ("iit", "eit", "oit", "แบบวัด", "แบบตรวจ", "เครื่องมือ")


@dataclass(frozen=True)
class Contradiction:
    """Why a mention is wrong; ``place`` is where it stands in its list, ``key`` what of it is at fault."""

    place: int
    mention: Mention
    reason: Text
    key: str = "name"
    confidence: Confidence = "high"
    slight: bool = False


@dataclass(frozen=True)
class _Read:
    """A mention whose figure is known."""

    place: int
    mention: Mention
    value: Decimal
    instrument: Instrument | None


def contradictions(each: Figures, key: str) -> Iterator[Contradiction]:
    """The mentions of the list ``key`` that the figures contradict, each once."""
    mentions: Sequence[Mention] = getattr(each.scores.analysis, key)
    read: list[_Read] = []
    for place, mention in enumerate(mentions):
        if each.names.fault(mention.number, mention.name):
            continue
        number = each.names.match(mention.name)
        found = [(row, value) for _, row, value in each.rows if each.means(row, mention)]
        found.sort(key=lambda pair: number is None or each.names.match(pair[0].name) != number)
        if fault := _figure(each, place, mention, found):
            yield fault
        elif found:
            row, value = next((pair for pair in found if pair[1] == mention.stated), found[0])
            instrument = each.instrument_of(row)
            if instrument not in each.doubtful:
                read.append(_Read(place, mention, value, instrument))
    if not each.ranked:
        return
    sign = 1 if key in ("strengths", "highest") else -1
    if key in ("highest", "lowest"):
        yield from _extremes(each, read, len(mentions), sign)
    else:
        yield from _sides(each, read, mentions, sign)


def _figure(
    each: Figures, place: int, mention: Mention, found: list[tuple[IndicatorScore, Decimal]]
) -> Contradiction | None:
    """A stated figure that is not the indicator's, or one that is given for no indicator."""
    stated = mention.stated
    if stated is None or any(value == stated for _, value in found):
        return None
    owners = [row for _, row, value in each.rows if value == stated]
    owner = _told(each, owners[0]) if owners else None
    th = f" คะแนน {plain(stated)} เป็นของ{owner.th}" if owner else ""
    en = f"; {plain(stated)} is the score of {owner.en}" if owner else ""
    if found:
        value = plain(found[0][1])
        reason = Text(f"ในตารางคะแนนคือ {value}{th}", f"the scores give {value}{en}")
        return Contradiction(place, mention, reason, "stated")
    name = (mention.name or "").lower()
    if each.names.match(mention.name) or any(word in name for word in _INSTRUMENT_NAMES):
        return None
    reason = Text(f"ไม่มีตัวชี้วัดชื่อนี้{th}", f"there is no indicator of this name{en}")
    return Contradiction(place, mention, reason, confidence="high" if owner else "medium")


def _extremes(each: Figures, read: list[_Read], count: int, sign: int) -> Iterator[Contradiction]:
    """Of ``count`` named each is among so many of the highest; of several, the best of an instrument."""
    ordered = sorted(each.ranked, key=lambda row: -sign * row[2])
    bound = ordered[min(count, len(ordered)) - 1][2]
    for one in read:
        if sign * one.value >= sign * bound or (count > 1 and _leads(each, one, sign)):
            continue
        _, row, value = ordered[0]
        told = _told(each, row)
        th, en = ("สูงสุด", "highest") if sign > 0 else ("ต่ำสุด", "lowest")
        reason = Text(
            f"ได้ {plain(one.value)} ไม่ใช่คะแนน{th} คะแนน{th}คือ{told.th} {plain(value)}",
            f"its score, {plain(one.value)}, is not the {en}, which is that of {told.en}, {plain(value)}",
        )
        yield Contradiction(one.place, one.mention, reason)


def _sides(each: Figures, read: list[_Read], listed: Sequence[Mention], sign: int) -> Iterator[Contradiction]:
    """No strength is the worst of all, or below the mean, where better ones are not called strengths.

    Below the mean, the best of an instrument may be that instrument's. For weaknesses the other way round.
    With most figures unknown nothing is said.
    """
    values = [value for _, _, value in each.ranked]
    if 2 * len(values) < len(each.names.names):
        return
    others = [
        value for _, row, value in each.ranked if not any(each.means(row, mention) for mention in listed)
    ]
    worst, middle = min(sign * value for value in values), mean(values) or Decimal(0)
    for one in read:
        value = sign * one.value
        if not any(sign * other > value for other in others):
            continue
        if value == worst:
            yield Contradiction(one.place, one.mention, _worst(one.value, sign))
        elif value < sign * middle and not _leads(each, one, sign):
            reason = _off_side(one.value, middle, sign)
            yield Contradiction(one.place, one.mention, reason, confidence="medium", slight=True)


def _worst(value: Decimal, sign: int) -> Text:
    th, en = ("ต่ำสุด", "lowest") if sign > 0 else ("สูงสุด", "highest")
    return Text(
        f"ได้ {plain(value)} ซึ่งเป็นคะแนน{th}ของทุกตัวชี้วัด",
        f"its score, {plain(value)}, is the {en} of all indicators",
    )


def _off_side(value: Decimal, middle: Decimal, sign: int) -> Text:
    th, en = ("ต่ำ", "below") if sign > 0 else ("สูง", "above")
    told = plain(round(middle, 2))
    return Text(
        f"ได้ {plain(value)} {th}กว่าค่าเฉลี่ยของทุกตัวชี้วัด ({told}) และมีตัวชี้วัดอื่นที่ควรกล่าวถึงก่อน",
        f"its score, {plain(value)}, is {en} the mean of all indicators ({told}), and others come before it",
    )


def _leads(each: Figures, one: _Read, sign: int) -> bool:
    """Whether none of its instrument's indicators outdoes it."""
    own = [value for _, row, value in each.ranked if each.instrument_of(row) == one.instrument]
    return all(sign * value <= sign * one.value for value in own)


def _told(each: Figures, row: IndicatorScore) -> Text:
    if row.number is None:
        return Text(row.name or "-", row.name or "-")
    name = f"{row.number} {row.name or each.names.names.get(row.number, '')}".strip()
    return Text(f"ตัวชี้วัดที่ {name}", f"indicator {name}")
