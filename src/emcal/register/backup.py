"""The human part of a register as JSON Lines that people read and git merges: one decision or added document a line."""

from __future__ import annotations

import json
from datetime import datetime
from typing import Annotated, Literal, NamedTuple

from pydantic import Field, TypeAdapter, ValidationError

from emcal.errors import CorrectionError
from emcal.register.corrections import checked
from emcal.register.decision import Correction, Judgement, Undo
from emcal.register.reading import DocumentReading
from emcal.register.storage import Alias, Storage


class Added(DocumentReading):
    """A document that people wrote into the register, such as a row added to the workbook."""

    type: Literal["document"]
    extractor: Literal["analyst"]


_line: TypeAdapter[Added | Correction | Judgement | Undo] = TypeAdapter(
    Annotated[Added | Correction | Judgement | Undo, Field(discriminator="type")]
)


class Backup(NamedTuple):
    """What people told a register: documents of their own, and decisions in the order they were made."""

    documents: tuple[DocumentReading, ...]
    decisions: tuple[Correction | Judgement | Undo, ...]


def dumped(told: Backup) -> str:
    """One line a document, then one line a decision."""
    documents = ({"type": "document", **one.model_dump(mode="json", exclude_defaults=True)} for one in told.documents)
    decisions = (one.model_dump(mode="json") for one in told.decisions)
    return "".join(json.dumps(one, ensure_ascii=False) + "\n" for one in (*documents, *decisions))


def loaded(text: str) -> Backup:
    """What a text written by ``dumped`` holds. Raises ``CorrectionError`` with the line."""
    found = [_read(number, line) for number, line in enumerate(text.split("\n"), start=1) if line.strip()]
    documents = tuple(_reading(one) for one in found if isinstance(one, Added))
    return Backup(documents, tuple(one for one in found if not isinstance(one, Added)))


def _read(number: int, line: str) -> Added | Correction | Judgement | Undo:
    try:
        read = _line.validate_json(line)
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(map(str, first["loc"]))
        raise CorrectionError(f"line {number}: {place or 'not a decision'}: {first['msg']}") from error
    if isinstance(read, Correction):
        checked(read.field, read.value)
    return read


def _reading(added: Added) -> DocumentReading:
    return DocumentReading(**{name: getattr(added, name) for name in DocumentReading.model_fields})


def remember(storage: Storage, decision: Correction | Judgement | Undo, at: datetime) -> None:
    """Keeps the uids that a restored decision speaks of: for mentions still to come, and as aliases of what is here."""
    if isinstance(decision, Correction):
        _remember(storage, decision.uid, decision.mentions, at)
    elif isinstance(decision, Judgement):
        _remember(storage, decision.left, decision.left_mentions, at)
        _remember(storage, decision.right, decision.right_mentions, at)


def _remember(storage: Storage, uid: str, mentions: tuple[str, ...], at: datetime) -> None:
    if storage.minted(uid) or uid in mentions:
        return
    known = storage.belongings(mentions)
    if known:
        storage.alias(Alias(uid, known[min(known)], at))
    else:
        storage.belong(dict.fromkeys(mentions, uid))
