"""Events told by a noun: "the 19th NATO exercise", «заседание совместной коллегии»."""

from __future__ import annotations

import re
from collections.abc import Iterator

from emcal.mentions.candidate import Candidate
from emcal.mentions.lexicon import Hit, Lexicon
from emcal.mentions.line import Line, Reading
from emcal.mentions.names import Name

GENERIC = "generic"  # "the event": a noun that says no kind
_JOIN = re.compile(r"[\s\"«»“”„'’‘-]*")  # between words of one noun phrase; no comma, no stop
_ROMAN = re.compile(r"[IVXLC]{1,6}")
_COUNTED = re.compile(r"(\d{1,3})(?:st|nd|rd|th|-?[а-я]{1,3}|-?(?:chi|ci|cı|cü|cu|inci|ıncı|üncü|uncu))")
_NUMERAL = re.compile(r"[ivxlc]+")
_LONGEST_NAME = 12  # words; longer quotations are speech
_MAX_LEFT, _MAX_RIGHT = 9, 14
_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}


def nominal(reading: Reading, line: Line) -> Iterator[Candidate]:
    """A candidate for every event noun of the line that heads its noun phrase."""
    hits = [h for h in line.hits if h.role == "kind"]
    inside: tuple[int, int] = (-1, -1)
    for hit, following in zip(hits, [*hits[1:], None], strict=False):
        if following is not None and _compound(reading, line, hit, following):
            continue
        if _absorbed(reading, line, hit):
            continue
        candidate = _candidate(reading, line, hit)
        dependent = inside[0] <= line.tokens[hit.first].start < inside[1]
        if dependent and candidate.name is None:
            continue
        candidate.dependent = dependent
        if not dependent:
            inside = candidate.phrase
        yield candidate


def _compound(reading: Reading, line: Line, hit: Hit, following: Hit) -> bool:
    """Whether the next event noun heads the phrase that this one only qualifies ("exercise planning conference")."""
    if not reading.lexicon.head_last or following.first - hit.last > 2 or following.first == hit.first:
        return following.first == hit.first and following.last >= hit.last
    gap = reading.text[line.tokens[hit.last].stop : line.tokens[following.first].start]
    between = [t.word for t in line.tokens[hit.last + 1 : following.first]]
    plain = not re.search(r"[^\w\s]", gap) and not any(
        w in reading.lexicon.stop | reading.lexicon.link for w in between
    )
    return plain and not any(n.start < line.tokens[following.first].start < n.stop for n in line.names)


def _absorbed(reading: Reading, line: Line, hit: Hit) -> bool:
    """Whether the noun only qualifies a thing that is no event ("exercise scenario", «участники форума»)."""
    before = hit.first - 1
    while before >= 0 and line.tokens[before].word in reading.lexicon.of:
        before -= 1
    beside = {before}
    if reading.lexicon.head_last:
        beside = {hit.last + 1} | (beside if before < hit.first - 1 else set())
    return any(
        h.first <= i <= h.last and _touching(reading, line, i, hit)
        for h in line.hits_in("noun", 0, len(line.tokens))
        if h.value == "absorber"
        for i in beside
    )


def _touching(reading: Reading, line: Line, word: int, hit: Hit) -> bool:
    """Whether nothing but words stands between a word and the event noun."""
    low, high = (word, hit.first) if word < hit.first else (hit.last, word)
    return not re.search(r"[^\w\s]", reading.text[line.tokens[low].stop : line.tokens[high].start])


def _candidate(reading: Reading, line: Line, hit: Hit) -> Candidate:
    first, pointing = _left(reading, line, hit)
    last = _right(reading, line, hit)
    bare = first == last
    name = _name(reading, line, first, hit, last)
    if name is None and bare and hit.value != GENERIC:
        name = _alias(line, hit)
    elif name is not None:
        bare = False
        last = max(last, _last_inside(line, name))
        first = min(first, line.word_at(name.start))
    clause = line.clause_of(hit.first)
    words = frozenset(t.word for t in line.tokens[first : last + 1])
    return Candidate(
        kind=_kind(line, hit, last),
        line=line,
        trigger=line.span(hit.first, hit.last),
        phrase=line.span(first, last),
        clause=(clause.first, clause.last),
        head=line.tokens[hit.last].word,
        name=name,
        edition=edition(line, first, hit.first),
        words=words,
        bare=bare,
        plural=line.tokens[hit.last].word in reading.lexicon.plural,
        complement=last > hit.last,
        pointing=pointing,
        near=pointing and line.tokens[first - 1].word in reading.lexicon.near,
        novel=first > 0 and line.tokens[first - 1].word in reading.lexicon.new,
        oblique=_oblique(reading, line, first),
        rules=[f"kind {hit.value}: {reading.text[slice(*line.span(hit.first, hit.last))]}"],
    )


def _oblique(reading: Reading, line: Line, first: int) -> bool:
    """Whether a preposition governs the phrase, perhaps with an article between."""
    before = [t.word for t in line.tokens[max(0, first - 2) : first]]
    articles = reading.lexicon.the | reading.lexicon.new
    while before and before[-1] in articles:
        before.pop()
    return bool(before) and before[-1] in reading.lexicon.preposition


def phrase_around(reading: Reading, line: Line, hit: Hit) -> tuple[int, int]:
    """The first and last word of the noun phrase that ``hit`` heads."""
    return _left(reading, line, hit)[0], _right(reading, line, hit)


def _kind(line: Line, hit: Hit, last: int) -> str:
    """The noun's kind; a meeting of two heads of state is a summit."""
    rulers = [h for h in line.hits_in("noun", hit.first, last) if h.value == "ruler"]
    return "summit" if hit.value == "meeting" and len(rulers) > 1 else hit.value


def _left(reading: Reading, line: Line, hit: Hit) -> tuple[int, bool]:
    """The first word of the noun phrase, and whether a word before it points back."""
    first = hit.first
    lexicon = reading.lexicon
    while first > 0 and hit.first - first < _MAX_LEFT:
        token = line.tokens[first - 1]
        gap = reading.text[token.stop : line.tokens[first].start]
        if not _JOIN.fullmatch(gap) or token.word in lexicon.the:
            break
        if token.word in lexicon.stop or _predicate(line, first - 1) or not _modifies(lexicon, token.word):
            break
        first -= 1
    return first, first > 0 and line.tokens[first - 1].word in lexicon.the


def _modifies(lexicon: Lexicon, word: str) -> bool:
    """Whether a word can stand before the noun in its phrase; a language that lists no endings lets any word."""
    return (
        not lexicon.modifier or word.endswith(lexicon.modifier) or word[:1].isdigit() or bool(_NUMERAL.fullmatch(word))
    )


def _right(reading: Reading, line: Line, hit: Hit) -> int:
    """The last word of what follows the noun: complements joined by linking words, names, and nothing with a date."""
    last, lexicon = hit.last, reading.lexicon
    i = last + 1
    while i < len(line.tokens) and i - hit.last < _MAX_RIGHT:
        token = line.tokens[i]
        gap = reading.text[line.tokens[i - 1].stop : token.start]
        if (
            not _JOIN.fullmatch(gap)
            or _predicate(line, i)
            or any(t.span.start <= token.start < t.span.stop for t in line.timexes)
        ):
            break
        if token.word in lexicon.link or (token.word in lexicon.new and line.tokens[i - 1].word in lexicon.link):
            i += 1
            continue
        if token.word in lexicon.stop:
            break
        last = i
        i += 1
    return last


def _predicate(line: Line, word: int) -> bool:
    return any(h.role in ("claim", "verb") and h.first <= word <= h.last for h in line.hits)


def _name(reading: Reading, line: Line, first: int, hit: Hit, last: int) -> Name | None:
    """The name that stands in the noun phrase or touches it."""
    start, stop = line.tokens[first].start, line.tokens[last].stop
    best: tuple[int, Name] | None = None
    for name in line.names:
        distance = _distance(reading, line, name, start, stop, hit)
        if distance is not None and (best is None or distance < best[0]):
            best = distance, name
    return best[1] if best else None


def _alias(line: Line, hit: Hit) -> Name | None:
    """The one bare name with a year that the sentence gives to a noun that stands alone ("the exercise … X-2017")."""
    named = [n for n in line.names if n.year is not None and not n.quoted]
    alone = len(line.hits_in("kind", 0, len(line.tokens))) == 1
    return named[0] if alone and len(named) == 1 and named[0].start > line.tokens[hit.last].stop else None


def _distance(reading: Reading, line: Line, name: Name, start: int, stop: int, hit: Hit) -> int | None:
    """How far a name is from the noun in characters; ``None`` when it names something else."""
    if _topic(reading, line, name) or _spoken(line, name):
        return None
    trigger = line.tokens[hit.first].start, line.tokens[hit.last].stop
    if name.start <= trigger[0] < name.stop:
        return 0
    if name.start >= trigger[1]:
        gap = reading.text[trigger[1] : name.start]
        near = name.start <= stop + 3 or len(gap.strip()) <= 1
        between = line.hits_in("kind", hit.last + 1, line.word_at(name.start))
        return (
            name.start - trigger[1]
            if near and not [h for h in between if line.tokens[h.first].stop <= name.start]
            else None
        )
    gap = reading.text[name.stop : trigger[0]]
    if "," in gap or "." in gap or len(gap) > 60 or name.stop < start - 60:
        return None
    if name.stop >= start - 3 or (name.year is not None and _copula(line, name, hit)):
        return trigger[0] - name.stop
    return None


def _copula(line: Line, name: Name, hit: Hit) -> bool:
    """Whether a named subject is said to be the event ("X-2021 was the 19th exercise")."""
    after = line.word_at(name.stop)
    return hit.first - after <= 5 and not [h for h in line.hits if h.role in ("kind",) and after <= h.first < hit.first]


def _spoken(line: Line, name: Name) -> bool:
    """Whether quotation marks hold speech: many words, or a verb."""
    if name.year is not None and not name.quoted:
        return False
    first, last = line.words_in(name.start, name.stop)
    return last - first >= _LONGEST_NAME or bool(
        line.hits_in("verb", first, last) or line.hits_in("claim", first, last)
    )


def _topic(reading: Reading, line: Line, name: Name) -> bool:
    """Whether the quoted words are a theme or a slogan rather than a name."""
    if name.year is not None or not name.quoted:
        return False
    before, after = line.word_at(name.start) - 1, line.word_at(name.stop)
    return any(
        h.role == "noun" and h.value == "topic" and (h.last in (before, before - 1) or h.first == after)
        for h in line.hits
    )


def _last_inside(line: Line, name: Name) -> int:
    return max(i for i, t in enumerate(line.tokens) if t.start < name.stop)


def edition(line: Line, first: int, last: int) -> int | None:
    """The ordinal number before the noun: Roman, digits or a word of the language; normalised to an integer."""
    for i in range(last - 1, first - 1, -1):
        if any(t.span.start <= line.tokens[i].start < t.span.stop for t in line.timexes):
            continue
        counted = _COUNTED.fullmatch(line.tokens[i].word)
        if counted:
            return int(counted[1])
        word = line.tokens[i].word.upper()
        if _ROMAN.fullmatch(word):
            return roman(word)
    ordinal = next((h for h in line.hits if h.role == "ordinal" and first <= h.first < last), None)
    return int(ordinal.value) if ordinal else None


def roman(numeral: str) -> int:
    """The value of a Roman numeral."""
    values = [_VALUES[c] for c in numeral]
    return sum(-v if v < following else v for v, following in zip(values, [*values[1:], 0], strict=True))
