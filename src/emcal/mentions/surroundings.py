"""Places and people of a document, given to the events that they belong to."""

from __future__ import annotations

from dataclasses import dataclass

from emcal.documents import Document, Span
from emcal.mentions.candidate import Candidate
from emcal.mentions.line import Reading
from emcal.mentions.mention import Participant, Place
from emcal.mentions.merging import Cluster

try:
    from emcal.mentions.participants import find_participants
    from emcal.mentions.places import find_places
except ImportError:
    find_participants = find_places = lambda document: ()


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The places and the people of one document, in the order of the text."""

    places: tuple[Place, ...]
    participants: tuple[Participant, ...]

    def place(self, reading: Reading, cluster: Cluster, best: Candidate) -> Place | None:
        """The place that the event's own sentences give."""
        return None

    def people(self, cluster: Cluster, best: Candidate) -> tuple[Participant, ...]:
        """Those whom the event's own sentence names."""
        line = best.line
        return tuple(p for p in self.participants if p.span and line.start <= p.span.start < line.stop)


def survey(document: Document) -> Surroundings:
    """All places and participants of the document."""
    return Surroundings(find_places(document), find_participants(document))
