"""Russian titles: of a Russian text its own noun phrase in the nominative, of others what the structure gives."""

from __future__ import annotations

import re

from emcal.gazetteer import countries
from emcal.gazetteer.series import Series
from emcal.mentions import sides
from emcal.mentions.candidate import Candidate
from emcal.mentions.glossary import glossary
from emcal.mentions.line import Reading
from emcal.mentions.mention import Mention, Participant, Place
from emcal.mentions.names import Name
from emcal.mentions.sides import Side
from emcal.mentions.tokens import Token
from emcal.mentions.translation import TOGETHER, Structure, bounds

_STEM = 5
_SHORT = 3  # words; a shorter title needs its place
_SPACE = re.compile(r"\s+")
_EDGES = " ,.;:-–—•("
_YEAR = re.compile(r"(?:19|20)\d\d")
_NUMBER = re.compile(r"([IVXLC]+)|(\d+)(?:st|nd|rd|th)")
_OBLIQUE = re.compile(r".*(?:[аяыиуюе]|[оеё]в|[еио]й|[ыиоая]х|[оеыая]м|[ое]го)")
_VERB = re.compile(r".*(?:нены|заны|ваны|даны|лены|жены|чены|щены|лся|лась|лись|ется|ются|аются)")
_ADJECTIVE = re.compile(
    r".*(?:ый|ий|ая|яя|ое|ее|ые|ие|ого|его|ому|ему|ым|им|ую|юю|ых|их|ыми|ими|ной|ской)(?<!ний)(?<!тий)(?<!вий)(?<!сий)"
)
_SMALL = re.compile(r"^(?:[a-zа-яё]+ )+(?=[A-ZА-ЯЁ])")  # a preposition before a bare name
_DASH = re.compile(r"\s*[-–—]\s*")
_ROW = re.compile(r"(?:, [А-ЯЁ][\w-]+)*,? и [А-ЯЁ][\w-]+")  # the rest of "России, Китая и Монголии"
_ENDINGS = {"f": "ая", "n": "ое", "p": "ые", "m": "ый"}
_COUNTED = {"f": "я", "n": "е", "p": "е", "m": "й"}


def russian(
    reading: Reading, candidate: Candidate, found: Structure, place: Place | None, people: tuple[Participant, ...],
    who: tuple[Side, ...], known: Series | None, frame: Mention | None,
) -> str:  # fmt: skip
    """The Russian title; ``who`` are the sides, ``known`` is the series that the name belongs to."""
    if known and (whole := _whole(known, found)):
        return f"{whole} – {candidate.name.year}" if candidate.name and candidate.name.year else whole
    noun = _noun(reading, candidate, found)
    head = " ".join((*_modifiers(found.scopes if not candidate.verbal else (), noun), noun))
    name = _name(candidate.name, known)
    if who and any(s.russian for s in who):
        return f"{head}: {' – '.join(s.russian for s in who if s.russian)}"
    if candidate.kind == "signing":
        title = _signing(found, people, head)
    elif reading.document.language.startswith("ru") and not candidate.verbal:
        behind = _complement(reading, candidate, found)
        late = candidate.name and candidate.name.start > candidate.line.tokens[found.head[1] - 1].stop + 2
        title = f"{head} {behind}{name}" if behind and late else f"{head}{name}{' ' if behind else ''}{behind}"
    else:
        title = f"{head}{_of_lands(candidate, found, people)}{name}"
    title = _dated(candidate, title)
    return title if name or len(title.split()) > _SHORT else f"{title}{_at(place, frame, ' ' not in title)}"


def _at(place: Place | None, frame: Mention | None, bare: bool) -> str:
    """What tells a title that says little from its like: the town, else the larger event, else the country."""
    where = (place.name_ru or place.name) if place else None
    if where:
        return f" ({where})"
    if frame and frame.name:
        return f" («{frame.name.strip('«»“”')}»)"
    return f" ({countries.name(place.country, 'ru')})" if bare and place and place.country else ""


def _whole(known: Series, found: Structure) -> str:
    """The name of a series that says itself what it is («Учение „…“», «Совместное учение …»)."""
    noun = glossary("ru").noun.get(found.noun, "")
    return known.russian if noun and noun[:_STEM] in known.russian.lower() else ""


def _noun(reading: Reading, candidate: Candidate, found: Structure) -> str:
    """The noun in the nominative: the text's own, else what the glossary has for its English."""
    words = glossary("ru")
    own = _own(reading, candidate, found)
    if own:
        return own
    if candidate.kind == "signing":
        return words.noun["signing"]
    return words.noun.get(found.noun) or words.noun.get(candidate.kind) or words.noun["event"]


def _own(reading: Reading, candidate: Candidate, found: Structure) -> str | None:
    """The dictionary form of a Russian text's own noun."""
    russian = reading.document.language.startswith("ru") and not candidate.verbal
    return reading.lexicon.base(candidate.line.tokens[found.head[0]].word) if russian else None


def _modifiers(scopes: tuple[str, ...], noun: str) -> list[str]:
    """The scopes in Russian, agreed with the noun; one that the glossary does not know is left out."""
    words, gender = glossary("ru"), _gender(noun)
    said = []
    for scope in scopes:
        number = _NUMBER.fullmatch(scope)
        if number:
            said.append(number[1] or f"{number[2]}-{_COUNTED[gender]}")
        elif adjective := words.adjective.get(scope):
            said.append(_agreed(adjective, gender))
    return said


def _gender(noun: str) -> str:
    first = noun.split(" ", maxsplit=1)[0]
    if first in glossary("ru").plural:
        return "p"
    first = noun.rsplit(" ", maxsplit=1)[-1] if first.endswith(("ый", "ая", "ое")) else first
    return "f" if first.endswith(("а", "я")) else "n" if first.endswith(("о", "е")) else "m"


def _agreed(adjective: str, gender: str) -> str:
    stem, ending = adjective[:-2], adjective[-2:]
    if gender == "m":
        return adjective
    if adjective == "третий":
        return {"f": "третья", "n": "третье", "p": "третьи"}[gender]
    if ending == "ий" and stem.endswith("н"):
        return stem + {"f": "яя", "n": "ее", "p": "ие"}[gender]
    if ending == "ий":
        soft = "ее" if stem[-1] in "чшщж" else "ое"
        return stem + {"f": "ая", "n": soft, "p": "ие"}[gender]
    return stem + _ENDINGS[gender]


def _name(name: Name | None, known: Series | None) -> str:
    """The name in guillemets, inner ones as the second kind; of a series its Russian name with the year."""
    if name is None:
        return ""
    text = f"{known.russian} – {name.year}" if known and name.year else known.russian if known else name.text
    text = text if name.quoted else _SMALL.sub("", text)
    text = text.strip('«»“”„" ') if text.count("«") == 0 or text.startswith("«") else text
    return f" «{text.replace('«', '„').replace('»', '“')}»"


def _signing(found: Structure, people: tuple[Participant, ...], head: str) -> str:
    """What is signed in the genitive, and who signs."""
    document = glossary("ru").signed.get(found.noun, "")
    told = [s.russian for s in sides.bodies(people) if s.russian]
    title = f"подписание {document}" if document else head
    return f"{title}: {' – '.join(told)}" if len(told) > 1 else title


def _of_lands(candidate: Candidate, found: Structure, people: tuple[Participant, ...]) -> str:
    """The countries that share the event, in the genitive."""
    codes = sides.lands(people)
    together = candidate.kind == "meeting" or TOGETHER.intersection(found.scopes)
    if candidate.name is not None or candidate.listed or len(codes) < 2 or not together:
        return ""
    told = [countries.genitive(code) for code in codes]
    return f" {', '.join(told[:-1])} и {told[-1]}"


def _complement(reading: Reading, candidate: Candidate, found: Structure) -> str:
    """The text's own words behind the noun, up to the first that does not belong to it."""
    text, tokens, name = reading.text, candidate.line.tokens, candidate.name
    first = found.head[0] + 1 if _own(reading, candidate, found) else found.head[1]
    stop = first
    for i in range(first, _last(text, candidate) + 1):
        if name is not None and name.start <= tokens[i].start:
            break
        if any(t.span.start <= tokens[i].start < t.span.stop for t in candidate.line.timexes):
            break
        if not _belongs(reading, text[tokens[i].start : tokens[i].stop], tokens[i].word, opening=i == first):
            break
        stop = i + 1
    while stop > first and _dangles(reading, tokens, stop - 1):
        stop -= 1
    if stop == first:
        return ""
    dash = "– " if _DASH.fullmatch(text[tokens[first - 1].stop : tokens[first].start]) else ""
    row = _ROW.match(text, tokens[stop - 1].stop) if text[tokens[stop - 1].start].isupper() else None
    return dash + _tidy(text[tokens[first].start : row.end() if row else tokens[stop - 1].stop])


def _belongs(reading: Reading, written: str, word: str, opening: bool) -> bool:
    """Whether a word can stand in a complement: linking, capitalised or a number, else in an oblique case."""
    if word in reading.lexicon.link:
        return True
    if word in glossary("ru").whole or _VERB.fullmatch(word):
        return False
    return not opening or bool(_OBLIQUE.fullmatch(word)) or written.isupper()


def _last(text: str, candidate: Candidate) -> int:
    """The last word of the phrase, which never ends between an adjective and its noun."""
    tokens, (_, last) = candidate.line.tokens, bounds(candidate)
    said = {i for h in candidate.line.hits if h.role in ("claim", "verb") for i in range(h.first, h.last + 1)}
    while last + 1 < len(tokens) and _open(tokens, last) and last + 1 not in said and _near(text, tokens, last):
        last += 1
    return last


def _open(tokens: list[Token], at: int) -> bool:
    """Whether the word is an adjective that needs a noun behind it; «пожарных» needs none."""
    term = glossary("ru").at(tokens, at, "term")
    return bool(_ADJECTIVE.fullmatch(tokens[at].word)) and not (term and term.length == 1)


def _near(text: str, tokens: list[Token], at: int) -> bool:
    return text[tokens[at].stop : tokens[at + 1].start].isspace()


def _dangles(reading: Reading, tokens: list[Token], at: int) -> bool:
    word, lexicon = tokens[at].word, reading.lexicon
    small = word in glossary("ru").plain_join or word in lexicon.preposition
    return small or word in lexicon.link or word in lexicon.stop or _open(tokens, at)


def _tidy(words: str) -> str:
    words = _SPACE.sub(" ", words).strip(_EDGES)
    for opening, closing in (("«", "»"), ("“", "”"), ("(", ")")):
        if words.count(opening) > words.count(closing):
            words += closing
        elif words.count(opening) < words.count(closing):
            words = words.replace(closing, "")
    return words


def _dated(candidate: Candidate, title: str) -> str:
    """A plan with the years that it is for."""
    years = _YEAR.findall(candidate.when.edtf) if candidate.when and candidate.kind == "agreement" else []
    if not years or any(year in title for year in years):
        return title
    return f"{title} на {years[0]}–{years[-1]} годы" if years[-1] != years[0] else f"{title} на {years[0]} год"
