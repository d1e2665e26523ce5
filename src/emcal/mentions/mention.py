"""The noun of the mentions floor: what one document says about one event."""

from __future__ import annotations

from typing import Literal

from emcal.documents.document import Span
from emcal.noun import Noun
from emcal.when import When

Kind = Literal[
    "meeting", "visit", "summit", "forum", "conference", "exhibition", "exercise", "training", "seminar", "signing",
    "agreement", "mission", "competition", "commemoration", "emergency", "other",
]  # fmt: skip
Claim = Literal["held", "planned", "ongoing", "postponed", "cancelled"]
Part = Literal["host", "guest", "organiser", "signatory", "observer", "invited", "participant"]
PlaceCue = Literal["city", "within", "host", "name", "adjective"]
Explicitness = Literal["explicit", "anchored", "inferred"]


class Titles(Noun):
    """A title rendered from structure in both languages of the exports; quoted names stay verbatim."""

    en: str
    ru: str


class Place(Noun):
    """Where an event is: ``name`` is the city or locality in English, ``country`` ISO 3166-1 alpha-2.

    Either may be unknown. ``lat`` and ``lon`` are WGS 84 degrees, ``timezone`` an IANA name, ``venue`` the words of the
    document for a site within the city, ``span`` the words that ground the place. ``cue`` is what says that something is
    there: "city of", a preposition or case that puts it within, the host, a bare name, or an adjective made of it.
    """

    name: str | None = None
    name_ru: str | None = None
    country: str | None = None
    lat: float | None = None
    lon: float | None = None
    timezone: str | None = None
    venue: str | None = None
    span: Span | None = None
    cue: PlaceCue | None = None


class Participant(Noun):
    """Someone who takes part: a person with rank and role, an organisation or a country, and the part they play.

    ``name`` is ``None`` for an unnamed office holder, else in English letters; ``name_ru`` is the nominative that a
    Russian document spells. ``key`` is the regional name key that decides *same person*.
    """

    name: str | None = None
    name_ru: str | None = None
    role: str | None = None
    rank: str | None = None
    organisation: str | None = None
    country: str | None = None
    part: Part = "participant"
    key: str | None = None
    span: Span | None = None


class Mention(Noun):
    """One event as one document tells it (ACE event mention).

    ``document`` is the path as given and ``id`` a hash of document content, evidence, kind and name: the same text gives
    the same id. ``evidence`` is the sentence that says most about the date; further sentences stand in ``also``.
    ``trigger`` is the word that made it an event. ``frame`` is the id of the mention of the larger event that this one is
    part of ("on the sidelines of"). ``rules`` name the words and rules behind kind, claim, date and place.
    """

    id: str
    document: str
    language: str
    kind: Kind
    claim: Claim
    titles: Titles
    name: str | None = None
    edition: int | None = None
    series: str | None = None
    when: When | None = None
    place: Place | None = None
    participants: tuple[Participant, ...] = ()
    trigger: Span
    evidence: Span
    evidence_text: str
    also: tuple[Span, ...] = ()
    also_text: tuple[str, ...] = ()
    explicitness: Explicitness = "anchored"
    main: bool = True
    frame: str | None = None
    parser: str
    rules: tuple[str, ...] = ()
