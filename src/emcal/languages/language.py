"""One language: the sections of its TOML file, checked on load."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib import resources

from pydantic import ValidationError

from emcal.errors import LanguageError
from emcal.languages.event import EventSection
from emcal.languages.identification import Identification
from emcal.languages.page import Page
from emcal.languages.person import PersonSection
from emcal.languages.segmentation import Segmentation
from emcal.languages.time import TimeSection
from emcal.noun import Noun


class Language(Noun):
    """Everything emcal knows of a language; a floor that finds its section empty says nothing in that language."""

    tag: str
    name: str
    identification: Identification = Identification()
    segmentation: Segmentation = Segmentation()
    page: Page = Page()
    time: TimeSection = TimeSection()
    event: EventSection = EventSection()
    person: PersonSection = PersonSection()


@cache
def available() -> tuple[str, ...]:
    """The primary tags that have a file, sorted."""
    files = resources.files(__package__).iterdir()
    return tuple(sorted(f.name.removesuffix(".toml") for f in files if f.name.endswith(".toml")))


@cache
def load(tag: str) -> Language:
    """The language of a BCP 47 tag; script and region subtags are ignored. Raises ``LanguageError``."""
    primary = tag.split("-", maxsplit=1)[0].lower()
    if primary not in available():
        raise LanguageError(f"{tag}: no such language; there are {', '.join(available())}")
    name = f"{primary}.toml"
    try:
        table = tomllib.loads((resources.files(__package__) / name).read_text(encoding="utf-8"))
        return Language.model_validate(table)
    except (tomllib.TOMLDecodeError, ValidationError) as error:
        raise LanguageError(f"{name}: {error}") from error
