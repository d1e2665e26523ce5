"""An event's own words: its kind, its standing, its title and who takes part."""

from __future__ import annotations

from collections.abc import Sequence

from emcal.events.event import Event, Standing
from emcal.export.wording.places import country_name
from emcal.export.wording.terms import Language, term
from emcal.mentions.mention import Kind, Participant


def title(event: Event, language: Language) -> str:
    """The event's title; quoted names in it stay as the text has them."""
    return event.titles.ru if language == "ru" else event.titles.en


def kind_label(kind: Kind, language: Language) -> str:
    """The kind in words: "meeting", «встреча»."""
    return term(f"kind.{kind}", language)


def standing_label(standing: Standing, language: Language, kind: Kind | None = None) -> str:
    """The standing in words: "held", «состоялось»; an agreement is "in force", «действует»."""
    return term(f"{'agreement_standing' if kind == 'agreement' else 'standing'}.{standing}", language)


def participants_phrase(participants: Sequence[Participant], language: Language) -> str:
    """All participants, separated by semicolons; an empty text for none."""
    phrases = (participant_phrase(participant, language) for participant in participants)
    return "; ".join(dict.fromkeys(phrase for phrase in phrases if phrase))


def participant_phrase(participant: Participant, language: Language) -> str:
    """One participant: "Major General Anna Petrova (Deputy Minister, Kazakhstan; observer)".

    Rank, role and organisation are in the words of the document. An office holder without a name is said to have none.
    """
    country = country_name(participant.country, language)
    if participant.organisation and country_name(participant.country, "en") in participant.organisation:
        country = ""  # "EMERCOM of Russia" says it
    part = "" if participant.part == "participant" else term(f"part.{participant.part}", language)
    if participant.name:
        name = " ".join(word for word in (participant.rank, participant.name) if word)
        about = _about((participant.role, participant.organisation, country), part)
        return term("people.named", language).format(name=name, about=about) if about else name
    if participant.role:
        about = _about((participant.organisation, country, term("people.unnamed", language)), part)
        return term("people.named", language).format(name=participant.role, about=about)
    if participant.organisation:
        about = _about((country if country not in participant.organisation else "",), part)
        return f"{participant.organisation} ({about})" if about else participant.organisation
    return f"{country} ({part})" if part and country else country


def _about(facts: Sequence[str | None], part: str) -> str:
    known = ", ".join(fact for fact in facts if fact)
    return "; ".join(words for words in (known, part) if words)
