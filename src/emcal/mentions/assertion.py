"""Whether a text asserts an event at a place, or only speaks of one that it knows, imagines or denies."""

from __future__ import annotations

from emcal.mentions.candidate import Candidate
from emcal.mentions.dating import loosely_dated
from emcal.mentions.line import Reading
from emcal.mentions.nominal import GENERIC

_REACH = 5  # words
_LASTING = frozenset(("visit", "mission"))  # "this visit" is still going on, "this meeting" is over


def assert_event(reading: Reading, candidate: Candidate) -> None:
    """Marks the candidate as asserted, recalled and framed, as its own clause has it."""
    line = candidate.line
    candidate.recap = line.cue("recap") is not None
    candidate.framed = line.cue("frame") is not None or line.cue("then") is not None
    if _beside(candidate, "habit", 2 * _REACH) or _denied(candidate) or organises(candidate):
        candidate.asserted = False
        return
    if candidate.verbal:
        candidate.asserted = candidate.kind != "other" or candidate.anchor != "" or loosely_dated(reading, candidate)
        return
    if candidate.near and candidate.kind in _LASTING and candidate.anchor == "":
        candidate.asserted, candidate.claim = True, "ongoing"
        candidate.rules.append("claim ongoing: spoken of as at hand")
        return
    if _recalled(reading, candidate):
        return
    dated = candidate.anchor in ("explicit", "spread") or loosely_dated(reading, candidate)
    candidate.asserted = dated or _claimed(candidate) or _named(candidate) or (line.headline and not candidate.plural)
    if not candidate.asserted and _attended(reading, candidate):
        candidate.asserted = True
        candidate.claim = "held"
        candidate.rules.append("claim held: attended")


def organises(candidate: Candidate) -> bool:
    """Whether the noun is in the name of who holds another event ("the Arctic Forum will hold an exercise")."""
    line, last = candidate.line, candidate.clause[1]
    held = line.cue("organise", line.word_at(candidate.trigger[1] - 1) + 1, last)
    if held is None or (candidate.name is not None and candidate.name.year is not None):
        return False
    return any(h.first <= held.last + 2 * _REACH for h in line.hits_in("kind", held.last + 1, last))


def _recalled(reading: Reading, candidate: Candidate) -> bool:
    """Whether the noun only places something else ("at the meeting", "under the presidents' chairmanship")."""
    if not candidate.oblique or candidate.timex is not None or candidate.claim in ("postponed", "cancelled"):
        return False
    articles = bool(reading.lexicon.new)
    return candidate.kind == "other" or (candidate.bare and (candidate.pointing or not articles))


def _denied(candidate: Candidate) -> bool:
    """Whether the clause only proposes or denies; words that move or cancel an event are no denial."""
    if candidate.claim in ("postponed", "cancelled"):
        return False
    if not candidate.verbal and (candidate.anchor in ("explicit", "spread") or candidate.name is not None):
        return False
    return _beside(candidate, "negative", _REACH)


def _beside(candidate: Candidate, cue: str, reach: int) -> bool:
    """Whether such a cue stands near the trigger or the verb, and not inside a name."""
    line, (first, last) = candidate.line, candidate.clause
    spots = [line.word_at(candidate.trigger[0])] + ([candidate.cue_word] if candidate.cue_word >= 0 else [])
    hits = (h for h in line.hits if h.role == "cue" and h.value == cue and first <= h.first <= last)
    return any(abs(h.first - spot) <= reach and not _quoted(candidate, h.first) for h in hits for spot in spots)


def _quoted(candidate: Candidate, word: int) -> bool:
    start = candidate.line.tokens[word].start
    return any(n.start < start < n.stop for n in candidate.line.names)


def _claimed(candidate: Candidate) -> bool:
    """Whether a verb says of it that it was or will be; of events in the plural, only that they are moved."""
    if not candidate.told:
        return False
    return not candidate.plural or candidate.claim in ("postponed", "cancelled")


def _named(candidate: Candidate) -> bool:
    return candidate.name is not None and candidate.name.year is not None and candidate.kind != GENERIC


def _attended(reading: Reading, candidate: Candidate) -> bool:
    """Whether something was said or done at this very gathering: "at the session of the council", with its own words."""
    line = candidate.line
    if candidate.bare or candidate.plural or candidate.kind not in ("meeting", "conference", "forum", "summit"):
        return False
    before = line.word_at(candidate.phrase[0]) - 1
    return any(h.role == "cue" and h.value == "at" and before - 1 <= h.last <= before for h in line.hits)
