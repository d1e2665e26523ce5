"""Documents into the register: one transaction each, so that whatever stops a build leaves no half document."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import PurePath

from emcal.mentions.mention import Mention
from emcal.register.decision import Correction, Judgement
from emcal.register.meeting import placed
from emcal.register.reading import ANALYST, DocumentReading, Fingerprint
from emcal.register.register import DocumentRecord
from emcal.register.storage import Filed, Storage
from emcal.register.succession import successors


def file(storage: Storage, reading: DocumentReading, day: date) -> None:
    """Keeps what a document says in place of what it said before; inside a transaction."""
    known = storage.document(reading.path)
    before = storage.mentions_of(reading.path) if known else ()
    record = DocumentRecord(
        path=reading.path, sha256=reading.sha256, language=reading.language, created=reading.created,
        headline=reading.headline, read=known.record.read if known else day,
    )  # fmt: skip
    fingerprint = Fingerprint(reading.size, reading.mtime_ns, reading.extractor)
    unique = {mention.id: mention for mention in reading.mentions}
    storage.file(Filed(record, fingerprint), [placed(mention, reading.created) for mention in unique.values()])
    if before:
        _succeed(storage, before, tuple(unique.values()))


def retire(storage: Storage, seen: set[str], folders: Iterable[str], day: date) -> int:
    """Retires documents of ``folders`` that were not seen, brings back those that were; how many were retired."""
    inside = tuple(PurePath(folder) for folder in folders)
    count = 0
    for filed in tuple(storage.documents()):
        path = filed.record.path
        if path in seen:
            if filed.retired_on:
                storage.retire(path, None)
        elif filed.fingerprint.extractor == ANALYST:
            continue  # it was never a file, so no folder can miss it
        elif filed.retired_on is None and any(PurePath(path).is_relative_to(folder) for folder in inside):
            storage.retire(path, day)
            count += 1
    return count


def added(storage: Storage) -> Iterator[DocumentReading]:
    """The documents that people wrote into the register, as they were handed in."""
    for filed in tuple(storage.documents()):
        record, extractor = filed.record, filed.fingerprint.extractor
        if extractor == ANALYST:
            yield DocumentReading(
                path=record.path, sha256=record.sha256, language=record.language, created=record.created,
                headline=record.headline, mentions=storage.mentions_of(record.path), extractor=extractor,
            )  # fmt: skip


def _succeed(storage: Storage, before: tuple[Mention, ...], after: tuple[Mention, ...]) -> None:
    """Hands uids and human decisions on to the mentions that continue those of the reading before."""
    heirs = successors(before, after)
    uids = storage.belongings(heirs)
    known = storage.belongings(heirs.values())
    storage.belong({heirs[mention]: uid for mention, uid in uids.items() if heirs[mention] not in known})
    for decision in storage.decisions() if heirs else ():
        if isinstance(decision, Correction):
            mentions = _with_heirs(decision.mentions, heirs)
            if mentions != decision.mentions:
                storage.decide(decision.model_copy(update={"mentions": mentions}))
        elif isinstance(decision, Judgement):
            sides = {side: _with_heirs(getattr(decision, side), heirs) for side in ("left_mentions", "right_mentions")}
            if any(sides[side] != getattr(decision, side) for side in sides):
                storage.decide(decision.model_copy(update=sides))


def _with_heirs(mentions: tuple[str, ...], heirs: dict[str, str]) -> tuple[str, ...]:
    fresh = (heirs[mention] for mention in mentions if mention in heirs)
    return (*mentions, *(mention for mention in fresh if mention not in mentions))
