"""The rules of a language made ready for recognition: which of them can begin with which word."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from functools import cache, cached_property, lru_cache
from importlib import resources
from typing import Literal

from emcal.languages import available, load
from emcal.languages.time import TimeRule, TimeSection
from emcal.timex import lookahead, notation, numerals
from emcal.timex.folding import plain
from emcal.timex.form import Form
from emcal.timex.lookahead import DIGIT, State, Step
from emcal.timex.tense import Cues

Style = Literal["calendar", "timeml"]
Slots = dict[str, int | str]

_NUMERIC = {
    "dd": r"[0-9]{1,2}(?![0-9])",
    "mm": r"[0-9]{1,2}(?![0-9])",
    "yy": r"[0-9]{2}(?![0-9])",
    "yyyy": r"(?:1[0-9]|2[01])[0-9]{2}(?![0-9])",
    "ww": r"[0-9]{2}(?![0-9])",
    "hh": r"(?:[01]?[0-9]|2[0-4])(?![0-9])",
    "mi": r"[0-5][0-9](?![0-9])",
    "digits": r"[0-9]{1,4}(?![0-9])",
    "decade": r"(?:1[5-9]|20)?[0-9]0(?![0-9])",
    "century": r"[0-9]{1,2}(?![0-9])",
    "ss": r"[0-5][0-9](?![0-9])",
    "q": r"[1-4](?![0-9])",
    "h": r"[12](?![0-9])",
}
_ROMANS = dict.fromkeys(("roman", "qroman", "hroman"), r"[ivxі]{1,4}(?!\w)")
_ALIASES = {
    name: key
    for key, names in {
        "day": "dd dth",
        "month": "mm monthadj monthname",
        "year": "yyyy yword ynth",
        "n": "digits nword nth roman ngen nstem",
        "quarter": "q qroman qth quartercode",
        "half": "h hroman hth halfcode",
        "unit": "unitone unitadj each unitname units eachlong",
        "weekday": "wday weekdayset",
        "daypart": "daytime",
        "decade": "decadeword",
        "end": "head",
    }.items()
    for name in names.split()
}
_NUMBER_WORDS = frozenset({"nword", "yword"})
_ORDINALS = frozenset({"dth", "nth", "ynth", "qth", "hth"})
_CLASSES = {"week": "shift", "nstem": "cardinal"}
_SIGN = "[+-]"
_FIRST_CHARACTERS = dict.fromkeys(_ROMANS, "ivxі") | {"sign": "+-"}
_FIRST_WORD = re.compile(r"\w+").match
_BEGINNING = 4
_REMEMBERED = 8192
_RANGES = frozenset({"range", "days", "years"})
_FOLDED = ("past", "present", "future", "decisive", "conjunctions", "plans", "numbered", "counted")


class Grammar:
    """The time section of a language, together with the rules that all languages share."""

    def __init__(self, section: TimeSection, style: Style) -> None:
        self.section, self.style = section, style
        self.cues = Cues(section)
        self.plans = re.compile(rf"(?<!\w)(?:{'|'.join(section.plans) or '(?!)'})(?!\w)")
        self.words = {name: _lookup(values) for name, values in section.words.items()}
        written = [
            (rule, pattern)
            for rule in section.rules
            if rule.style in (None, style) and not (style == "timeml" and rule.means in _RANGES)
            for pattern in rule.patterns
        ]
        self._nodes: dict[str, tuple[notation.Node, ...]] = {}
        self.forms = tuple(Form(rule, pattern, self, rank) for rank, (rule, pattern) in enumerate(written))
        self._tails = tuple(form for form in self.forms if form.is_tail)
        self._heads: dict[str, list[Form]] = {}
        self._growing = set(_first_words(self.words.get("ngen", {})))
        for form in self.forms:
            if not form.is_tail:
                for word in form.openings:
                    self._heads.setdefault(word.rstrip("*"), []).append(form)
                self._growing |= {word.rstrip("*") for word in form.openings if word.endswith("*")}
        if "end" in self.words:
            self._growing |= self._heads.keys()

    def nodes(self, pattern: str) -> tuple[notation.Node, ...]:
        """A pattern, or a part of one, as nodes."""
        if pattern not in self._nodes:
            self._nodes[pattern] = notation.parse(pattern, self.section.slots)
        return self._nodes[pattern]

    def slot(self, name: str, label: str) -> str:
        """The regular expression of a slot, as a group of that label."""
        return f"(?P<{label}>{self._inside(name.rstrip('23'))})"

    def _inside(self, base: str) -> str:
        if base in _NUMERIC:
            return _NUMERIC[base]
        if base in _ROMANS:
            return _ROMANS[base]
        if base == "sign":
            return _SIGN
        if base in _NUMBER_WORDS:
            return rf"{self._cardinal}(?:[\s-]{{1,3}}(?:and\s)?{self._cardinal}){{0,5}}(?!\w)"
        if base in _ORDINALS:
            return rf"(?:{self._cardinal}[\s-]{{1,3}}){{0,3}}{self._ordinal}(?!\w)"
        base = _CLASSES.get(base, base)
        if base not in self.words:
            raise ValueError(f"no such class of words: {base}")
        return notation.alternation(frozenset(self.words[base]))

    @cached_property
    def _cardinal(self) -> str:
        return _beginnings(self.words.get("cardinal", {}))

    @cached_property
    def _numbers(self) -> dict[str, int | str]:
        return self.words["cardinal"] | self.words.get("ordinal", {})

    @cached_property
    def _ordinal(self) -> str:
        return _beginnings(self.words.get("ordinal", {}))

    def spelled(self, pattern: str) -> str:
        """The regular expression of a whole pattern, what stands around it and its inner expressions left out."""
        rule = TimeRule(name="", means="", patterns=(pattern,), examples=())
        form = Form(rule, pattern, self, 0)
        return "".join(form.regex(part) for part in range(form.joins + 1))

    def key(self, name: str) -> str:
        """The name that the value of a slot goes by."""
        return _key(name)

    @cache  # noqa: B019
    def opening(self, name: str) -> frozenset[str]:
        """The words that a slot can begin with."""
        base = name.rstrip("23")
        if base in _NUMERIC:
            return frozenset({DIGIT})
        if base in _NUMBER_WORDS:
            return _first_words(self.words.get("cardinal", {}))
        if base in _ORDINALS:
            return _first_words(self.words.get("cardinal", {})) | _first_words(self.words.get("ordinal", {}))
        if base in _ROMANS:
            return frozenset({"i*", "v*", "x*", "і*"})
        return _first_words(self.words.get(_CLASSES.get(base, base), {}))

    @cache  # noqa: B019 - a grammar lives as long as the process
    def step(self, name: str, state: State, first: str) -> Step:
        """Where a slot leads from a state; see ``emcal.timex.lookahead``."""
        base = name.rstrip("23")
        if base in _NUMBER_WORDS or base in _ORDINALS:
            words = self.words.get("cardinal", {}) | self.words.get("ordinal", {})
            firsts = frozenset(word[:_BEGINNING] for word in words)
            return lookahead.step(state, firsts, firsts | {"-", "and"}, first)
        if base in _ROMANS or base in _NUMERIC or base == "sign":
            return lookahead.step(state, _FIRST_CHARACTERS.get(base, DIGIT), (), first)
        return lookahead.step(state, self.words[_CLASSES.get(base, base)], (), first)

    @cached_property
    def trigger(self) -> re.Pattern[str]:
        """Where an expression may begin: a digit, or what a word that opens one begins with."""
        words = frozenset(word for word in self._heads if word != DIGIT)
        whole = frozenset(word for word in words if len(word) < _BEGINNING and word not in self._growing)
        begun = frozenset(word[:_BEGINNING] for word in words - whole)
        options = [notation.alternation(whole) + r"(?![^\W\d_])"] if whole else []
        options += [notation.alternation(begun)] if begun else []
        firsts = "".join(sorted({re.escape(word[0]) for word in words}))
        opening = f"|(?=[{firsts}])(?:{'|'.join(options)})" if words else ""
        return re.compile(rf"(?<!\w)(?:(?<![0-9][.,:/-])(?<![+$€£№#])[0-9]{opening})")

    def _opening(self, token: str) -> str:
        """The word that opens an expression where a token stands, empty if none does.

        It is whole, unless what it stands for may grow endings or a second part.
        """
        if token[:1].isdigit():
            return DIGIT
        lengths = range(len(token), 0, -1)
        whole = (n for n in lengths if token[:n] in self._heads and token[:n] not in self._growing)
        found = next((n for n in whole if not token[n : n + 1].isalpha()), 0)
        return token[: found or next((n for n in lengths if token[:n] in self._growing & self._heads.keys()), 0)]

    @lru_cache(maxsize=_REMEMBERED)  # noqa: B019
    def opens(self, token: str) -> bool:
        """Whether an expression can begin with this token."""
        return bool(self._opening(token))

    @lru_cache(maxsize=_REMEMBERED)  # noqa: B019
    def candidates(self, token: str, following: str) -> tuple[Form, ...]:
        """The forms that can begin with a token that another one follows, in the order of the rules."""
        if following.isdigit():
            following = DIGIT
        opening = self._opening(token)
        found = {form for n in range(1, len(opening) + 1) for form in self._heads.get(opening[:n], ())}
        return tuple(sorted((form for form in found if form.allows(following, opening)), key=lambda form: form.rank))

    @lru_cache(maxsize=_REMEMBERED)  # noqa: B019
    def tails(self, token: str) -> tuple[Form, ...]:
        """The forms that begin with another expression and go on with this token."""
        return tuple(form for form in self._tails if form.allows(DIGIT if token.isdigit() else token))

    def read(self, groups: Mapping[str, str | None]) -> Slots | None:
        """What the words in the slots mean; ``None`` when one only begins like a number."""
        slots: Slots = {}
        for label, text in groups.items():
            if text and label != "span":
                name = label.partition("__")[0]
                value = self._value(name.rstrip("23"), text)
                if value is None:
                    return None
                slots[_key(name)] = value
        if "centuryword" in slots:
            slots["year"] = int(slots["centuryword"]) + int(slots["rest"])
        return slots

    def _value(self, base: str, text: str) -> int | str | None:
        if base == "yy":
            return 2000 + int(text) if int(text) < 70 else 1900 + int(text)
        if base in _NUMERIC:
            return int(text)
        if base in _ROMANS:
            return numerals.roman(text)
        if base in _NUMBER_WORDS or base in _ORDINALS:
            return numerals.number(text, self._numbers)
        if base == "sign":
            return text
        return self.words[_CLASSES.get(base, base)][" ".join(text.split())]


def _key(name: str) -> str:
    base = name.rstrip("23")
    return _ALIASES.get(base, "year" if base == "yy" else base) + name[len(base) :]


def _lookup(values: Mapping[str, str]) -> dict[str, int | str]:
    return {
        plain(form): int(value) if value.lstrip("-").isdigit() else value
        for value, forms in values.items()
        for form in notation.expand(forms)
    }


def _beginnings(words: Mapping[str, int | str]) -> str:
    """What finds these words by how they begin, much shorter than all of them; reading them tells which they are."""
    found = frozenset(word[:_BEGINNING] for word in words)
    return rf"{notation.alternation(found)}[^\W\d_]{{0,12}}+" if found else ""


def _first_words(words: Mapping[str, int | str]) -> frozenset[str]:
    found = map(_FIRST_WORD, words)
    return frozenset(match[0] for match in found if match)


@cache
def grammar(language: str, style: Style = "calendar") -> Grammar:
    """The grammar of a BCP 47 tag; of an unknown language, what all languages share."""
    primary = language.split("-", maxsplit=1)[0].lower()
    return _grammar(primary if primary in available() else "", style)


@cache
def _grammar(primary: str, style: Style) -> Grammar:
    sections = [_file("shared")]
    if primary:
        own = load(primary).time
        sections = [own, *([_file(own.family)] if own.family else []), *sections]
    words: dict[str, dict[str, str]] = {}
    slots: dict[str, str] = {}
    for section in reversed(sections):
        words |= section.words
        slots |= {name: plain(text) for name, text in section.slots.items()}
    rules = tuple(rule for section in reversed(sections) for rule in section.rules)
    folded = {name: tuple(plain(word) for word in getattr(sections[0], name)) for name in _FOLDED}
    update = {"words": words, "slots": slots, "rules": rules, **folded}
    return Grammar(sections[0].model_copy(update=update), style)


@cache
def _file(name: str) -> TimeSection:
    """Rules that languages share, from a file of this package."""
    table = tomllib.loads((resources.files(__package__) / f"{name}.toml").read_text(encoding="utf-8"))
    return TimeSection.model_validate(table)
