"""The section ``[person]`` of a language file: ranks, offices and the words around names."""

from __future__ import annotations

from pydantic import Field

from emcal.noun import Noun


class PersonSection(Noun):
    """Words in the nominative; the gazetteer's rules find them in every case. English forms stand on the right.

    ``ranks`` and ``roles`` map to English; ``plural`` are roles of several people at once ("ministers"), mapped to the
    role of one. ``portfolios`` say which generic body of the gazetteer an office leads ("of Emergency Situations" is
    ``emergency``). ``honorifics`` stand before a name and say nothing more. ``delegations`` make a country's adjective
    a participant. ``sources`` stand before an agency that only reports. ``within`` are prepositions that make a country
    a place, ``locative`` endings that do. ``institutions`` are capitalised words that are no names ("General Staff").
    ``links`` may stand inside an office ("of", "the"), ``joins`` between two persons. ``verb_last`` tells that whoever
    stands right before "received" is the one received. The last five are cues of the part that somebody plays: words in
    any form that stand in the same sentence.
    """

    ranks: dict[str, str] = Field(default_factory=dict)
    roles: dict[str, str] = Field(default_factory=dict)
    plural: dict[str, str] = Field(default_factory=dict)
    portfolios: dict[str, str] = Field(default_factory=dict)
    honorifics: tuple[str, ...] = ()
    delegations: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    within: tuple[str, ...] = ()
    locative: tuple[str, ...] = ()
    institutions: tuple[str, ...] = ()
    links: tuple[str, ...] = ()
    verb_last: bool = False
    joins: tuple[str, ...] = ()
    host: tuple[str, ...] = ()
    guest: tuple[str, ...] = ()
    signatory: tuple[str, ...] = ()
    observer: tuple[str, ...] = ()
    invited: tuple[str, ...] = ()
