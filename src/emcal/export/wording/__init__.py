"""How exports put the nouns into words, in English and in Russian: nothing else in ``export`` holds a language's words.

Every function is total: what is not known comes back as words that say so, never as a guess.
"""

from emcal.export.wording.dates import date_phrase, day_phrase, precision_phrase
from emcal.export.wording.events import kind_label, standing_label, title
from emcal.export.wording.people import office, organisation, participant_phrase, participants_phrase, person
from emcal.export.wording.places import country_name, place_phrase
from emcal.export.wording.relative import left_phrase, relative_phrase
from emcal.export.wording.terms import Language, counted, has_term, plural_form, term

__all__ = [
    "Language",
    "counted",
    "country_name",
    "date_phrase",
    "day_phrase",
    "has_term",
    "kind_label",
    "left_phrase",
    "office",
    "organisation",
    "participant_phrase",
    "participants_phrase",
    "person",
    "place_phrase",
    "plural_form",
    "precision_phrase",
    "relative_phrase",
    "standing_label",
    "term",
    "title",
]
