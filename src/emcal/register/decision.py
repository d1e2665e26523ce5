"""What people decided: the precious part of the register, kept beside what was extracted and never overwritten.

A decision names its events by uid and by *anchors*, the ids of the mentions that the events held: so it finds them again
in a register that was built anew, and after a document was read again.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from datetime import datetime
from typing import Annotated, Literal, TypeVar

from pydantic import Field, TypeAdapter

from emcal.noun import Noun

Verdict = Literal["same", "different"]


class Correction(Noun):
    """One field of one event as a person knows it; ``was`` is what the field held then. Later corrections win."""

    type: Literal["correction"] = "correction"
    id: str = ""
    at: datetime
    uid: str
    field: str
    value: str
    was: str = ""
    who: str = ""
    why: str = ""
    mentions: tuple[str, ...] = ()


class Judgement(Noun):
    """Whether two events are the same one; the mentions of either side are linked, or kept apart."""

    type: Literal["judgement"] = "judgement"
    id: str = ""
    at: datetime
    verdict: Verdict
    left: str
    right: str
    who: str = ""
    why: str = ""
    left_mentions: tuple[str, ...] = ()
    right_mentions: tuple[str, ...] = ()


class Undo(Noun):
    """A correction or judgement, named by its id, taken back."""

    type: Literal["undo"] = "undo"
    id: str = ""
    at: datetime
    of: str
    who: str = ""
    why: str = ""


Decision = Annotated[Correction | Judgement | Undo, Field(discriminator="type")]
decision_adapter: TypeAdapter[Correction | Judgement | Undo] = TypeAdapter(Decision)


D = TypeVar("D", Correction, Judgement, Undo)


def sealed(decision: D, taken: Iterable[str]) -> D:
    """The decision with its id: a hash of what it says, told apart from equal decisions by counting."""
    said = decision.model_dump_json(exclude={"id", "mentions", "left_mentions", "right_mentions"})
    ids = (hashlib.sha256(f"{said}#{count}".encode()).hexdigest()[:12] for count in range(1_000_000))
    used = frozenset(taken)
    return decision.model_copy(update={"id": next(key for key in ids if key not in used)})


def active(decisions: Iterable[Correction | Judgement | Undo]) -> tuple[Correction | Judgement, ...]:
    """The corrections and judgements that nobody took back, in the order they were made."""
    made = tuple(decisions)
    undone = {decision.of for decision in made if isinstance(decision, Undo)}
    return tuple(decision for decision in made if not isinstance(decision, Undo) and decision.id not in undone)


def corrections(decisions: Iterable[Correction | Judgement | Undo]) -> tuple[Correction, ...]:
    """The corrections that stand."""
    return tuple(decision for decision in active(decisions) if isinstance(decision, Correction))


def judgements(decisions: Iterable[Correction | Judgement | Undo]) -> tuple[Judgement, ...]:
    """The judgements that stand."""
    return tuple(decision for decision in active(decisions) if isinstance(decision, Judgement))
