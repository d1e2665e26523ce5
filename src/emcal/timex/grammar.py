"""The rules of a language made ready for recognition: which of them can begin with which word."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from functools import cache, cached_property
from importlib import resources
from typing import Literal

from emcal.languages import available, load
from emcal.languages.time import TimeRule, TimeSection
from emcal.timex import notation, numerals
from emcal.timex.folding import plain
from emcal.timex.tense import Cues

Style = Literal["calendar", "timeml"]
Slots = dict[str, int | str]

DIGIT = "0"
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
_GROUP = re.compile(r"\(\?P<\w+>")
_WORTH_A_GATE = 3
_BEGINNING = 4
_PATIENCE = 50
_GATE_AFTER = 1000
_AHEAD = 200
_ANY_DIGIT = re.compile("[0-9]")
_RANGES = frozenset({"range", "days", "years"})
_FOLDED = ("past", "present", "future", "decisive", "conjunctions", "numbered", "counted")
_END = r"(?![\w%°])(?![.,:/][0-9])"
_INNER = re.compile(r"\{it\}|\{that\}")


class Form:
    """One pattern of one rule.

    ``joins`` tells how many other expressions stand in it: none, ``{it}``, or ``{it}`` and ``{that}``. The regular
    expressions are compiled when first needed.
    """

    __slots__ = (
        "_compiled", "_labels", "_passed", "grammar", "joins", "openings", "outside", "parts", "rank", "rule",
    )  # fmt: skip

    def __init__(self, rule: TimeRule, pattern: str, grammar: Grammar, rank: int) -> None:
        self.rule, self.grammar, self.rank = rule, grammar, rank
        pattern = plain(pattern)
        left, found, right = pattern.partition(" < ")
        self.outside = left if found else ""
        self.parts = tuple(_INNER.split(right if found else pattern))
        self.joins = len(self.parts) - 1
        self._labels = 0
        self._compiled: dict[int, re.Pattern[str]] = {}
        self._passed: dict[int, int] = {}
        nodes = notation.parse(left.split(">")[0], grammar.section.slots)
        self.openings = notation.openings(nodes, grammar.opening)

    def __getitem__(self, part: int) -> re.Pattern[str]:
        """The regular expression before, between or after the inner expressions."""
        if part not in self._compiled:
            self._compiled[part] = re.compile(self.regex(part))
        return self._compiled[part]

    def match(self, part: int, text: str, at: int) -> re.Match[str] | None:
        """The match of a part at a position.

        To compile a form costs a hundred times what it costs to see that its words are not there: a form is compiled
        when the text ahead has them, or when it has been passed over often.
        """
        compiled = self._compiled.get(part)
        if compiled is None:
            passed = self._passed[part] = self._passed.get(part, 0) + 1
            if passed < _PATIENCE and not self._may_match(part, text[at : at + _AHEAD]):
                return None
            compiled = self[part]
        return compiled.match(text, at)

    def _may_match(self, part: int, ahead: str) -> bool:
        """Whether the text ahead has a word for everything that the part cannot do without."""
        pattern = self.parts[part].partition(" > ")[0]
        if self.outside and part == 0:
            pattern = f"{self.outside} {pattern}"
        digits = _ANY_DIGIT.search(ahead) is not None
        for need in _needs(self.grammar, pattern):
            if not (digits and DIGIT in need) and not any(word in ahead for word in need):
                return False
        return True

    def regex(self, part: int) -> str:
        """The regular expression of a part as text."""
        inside, found, after = self.parts[part].partition(" > ")
        self._labels = 0
        text = self._spelled(inside)
        if found:
            ahead = self._spelled(after)
            return rf"{text}(?=\s{{0,3}}{ahead}(?!\w))"
        last = part == self.joins and bool(inside)
        text = text + _END if last else text
        return f"{self._spelled(self.outside + ' ')}(?P<span>{text})" if self.outside and part == 0 else text

    def _spelled(self, pattern: str) -> str:
        return notation.regex(notation.parse(pattern, self.grammar.section.slots), self._labelled)

    def _labelled(self, name: str) -> str:
        """A slot as a group; the number in its label tells it from others of its name in the same pattern."""
        self._labels += 1
        return self.grammar.slot(name, f"{name}__{self._labels}")


@cache
def _needs(grammar: Grammar, pattern: str) -> tuple[frozenset[str], ...]:
    """What a pattern cannot do without, as beginnings of words; digits are ``0``."""
    return notation.needs(notation.parse(pattern, grammar.section.slots), grammar.opening)


class Gate:
    """The forms that share an opening word.

    Where it has been tried often, one regular expression for all of them tells that none matches.
    """

    __slots__ = ("_tried", "all", "alone", "joined", "pattern")

    def __init__(self, forms: tuple[Form, ...]) -> None:
        self.all = forms
        self.alone = tuple(form for form in forms if not form.joins)
        self.joined = tuple(form for form in forms if form.joins)
        self.pattern: re.Pattern[str] | None = None
        self._tried = 0

    def at(self, text: str, position: int) -> tuple[Form, ...]:
        """The forms worth trying at a position."""
        if self.pattern is not None:
            return self.all if self.pattern.match(text, position) else self.joined
        self._tried += 1
        if self._tried == _GATE_AFTER and len(self.alone) >= _WORTH_A_GATE:
            self.pattern = re.compile("|".join(dict.fromkeys(_GROUP.sub("(?:", f.regex(0)) for f in self.alone)))
        return self.all


class Grammar:
    """The time section of a language, together with the rules that all languages share."""

    def __init__(self, section: TimeSection, style: Style) -> None:
        self.section, self.style = section, style
        self.cues = Cues(section)
        self.words = {name: _lookup(values) for name, values in section.words.items()}
        written = [
            (rule, pattern)
            for rule in section.rules
            if rule.style in (None, style) and not (style == "timeml" and rule.means in _RANGES)
            for pattern in rule.patterns
        ]
        forms = [Form(rule, pattern, self, rank) for rank, (rule, pattern) in enumerate(written)]
        self.tails = tuple(form for form in forms if form.joins and not (form.parts[0] or form.outside))
        self._heads: dict[str, list[Form]] = {}
        self._growing = set(_first_words(self.words.get("ngen", {})))
        for form in forms:
            if form.parts[0] or form.outside:
                for word in form.openings:
                    self._heads.setdefault(word.rstrip("*"), []).append(form)
                self._growing |= {word.rstrip("*") for word in form.openings if word.endswith("*")}

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

    @cached_property
    def trigger(self) -> re.Pattern[str]:
        """Where an expression can begin: a digit, or the beginning of a word that opens one."""
        return re.compile(rf"(?<!\w)(?:(?<![0-9][.,:/-])(?<![+$€£№#])[0-9]{self._opening_word})")

    @cached_property
    def inner(self) -> re.Pattern[str]:
        """What an expression inside another can begin with; the other one has seen to what stands before it."""
        return re.compile(rf"[0-9]{self._opening_word}")

    @cached_property
    def _opening_word(self) -> str:
        """A word that opens an expression; whole, unless what it stands for may grow endings or a second part."""
        words = frozenset(word for word in self._heads if word != DIGIT)
        growing = words if "end" in self.words else words & self._growing
        firsts = "".join(sorted({re.escape(word[0]) for word in words}))
        options = [notation.alternation(words - growing) + r"(?![^\W\d_])"] if words - growing else []
        if growing:
            options.append(notation.alternation(frozenset(growing)))
        return f"|(?=[{firsts}])(?:{'|'.join(options)})" if words else ""

    @cache  # noqa: B019 - a grammar lives as long as the process
    def gate(self, hit: str) -> Gate:
        """The forms that can begin where the trigger found this."""
        return self._gate(self.candidates(hit))

    @cache  # noqa: B019
    def _gate(self, forms: tuple[Form, ...]) -> Gate:
        return Gate(forms)

    def candidates(self, hit: str) -> tuple[Form, ...]:
        """The forms that can begin with this word."""
        if hit[0].isdigit():
            return tuple(self._heads.get(DIGIT, ()))
        found = [form for length in range(1, len(hit) + 1) for form in self._heads.get(hit[:length], ())]
        return tuple(sorted(set(found), key=lambda form: form.rank))

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
    return rf"{notation.alternation(found)}[^\W\d_]{{0,12}}" if found else ""


def _first_words(words: Mapping[str, int | str]) -> frozenset[str]:
    found = (re.match(r"\w+", word) for word in words)
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
