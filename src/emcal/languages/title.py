"""The section ``[event.title]`` of a language file: the closed glossaries that titles are translated with."""

from __future__ import annotations

from pydantic import Field

from emcal.noun import Noun


class TitleSection(Noun):
    """Patterns are words in lower case, ``*`` at the end of a word stands for any ending; the longest one holds.

    ``head`` gives the English of nouns for events and documents, ``scope`` of the modifiers that a title keeps, ``term``
    of whole phrases behind or before the noun, with their article, ``join`` of what ties those together. ``drop`` are
    words that titles do without: evaluation, and fillers ("on questions of"). ``scope_after`` says that modifiers follow
    their noun, as in Tajik.

    In the English file ``article`` are first words of names that stand with "the". In the Russian file ``noun`` and
    ``adjective`` give the dictionary form for what ``head`` and ``scope`` have in English, ``signed`` the genitive of
    documents, ``plural`` the nouns without a singular, ``whole`` the words that no complement holds.
    """

    head: dict[str, str] = Field(default_factory=dict)
    scope: dict[str, str] = Field(default_factory=dict)
    term: dict[str, str] = Field(default_factory=dict)
    join: dict[str, str] = Field(default_factory=dict)
    scope_after: bool = False
    drop: tuple[str, ...] = ()
    article: tuple[str, ...] = ()
    noun: dict[str, str] = Field(default_factory=dict)
    adjective: dict[str, str] = Field(default_factory=dict)
    signed: dict[str, str] = Field(default_factory=dict)
    plural: tuple[str, ...] = ()
    whole: tuple[str, ...] = ()
