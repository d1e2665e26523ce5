"""Countries, organisations and office holders as English titles name them."""

from __future__ import annotations

import re

from anyascii import anyascii

from emcal.gazetteer import countries
from emcal.mentions.glossary import glossary
from emcal.mentions.mention import Participant

_CYRILLIC = re.compile("[Ѐ-ӿ]")
_SHORT_FORM = re.compile(r".+ \(([A-Z]{2,8})\)")
_HEAD = re.compile(r"^.*?(?= (?:of|for|on|and) | \()")


def land(code: str) -> str:
    """A country in English with its article."""
    return articled(countries.name(code, "en"))


def body(person: Participant) -> str:
    """An office holder or an organisation in English with its article; empty for a country."""
    owner = person.organisation or ""
    if not person.role:
        return articled(owner)
    if person.role.endswith("Minister") and owner.startswith("Ministry of "):
        return articled(f"{person.role} of {owner.removeprefix('Ministry of ')}")
    owner = articled(owner) if owner else land(person.country) if person.country else ""
    return f"the {person.role} of {owner}" if owner else ""


def articled(name: str) -> str:
    """``name`` with "the" where it is made of common nouns; its abbreviation stands for it where it has one."""
    head = _HEAD.match(name)
    noun = (head[0] if head else name).split(" ")[-1]
    short = _SHORT_FORM.fullmatch(name)
    return f"the {short[1] if short else name}" if noun in glossary("en").article else short[1] if short else name


def ordinal(number: int) -> str:
    """``3`` gives ``3rd``."""
    ending = {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th") if number % 100 not in (11, 12, 13) else "th"
    return f"{number}{ending}"


def romanize(text: str) -> str:
    """``text`` in Latin letters; what is Latin already stays as it is."""
    return str(anyascii(text)) if _CYRILLIC.search(text) else text
