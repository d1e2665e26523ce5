"""The human part of a register as JSON Lines that people read and git merges: one decision a line."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import datetime

from pydantic import ValidationError

from emcal.errors import CorrectionError
from emcal.register.corrections import checked
from emcal.register.decision import Correction, Judgement, Undo, decision_adapter
from emcal.register.storage import Alias, Storage


def dumped(decisions: Iterable[Correction | Judgement | Undo]) -> str:
    """One line a decision."""
    told = (json.dumps(one.model_dump(mode="json"), ensure_ascii=False) + "\n" for one in decisions)
    return "".join(told)


def loaded(text: str) -> list[Correction | Judgement | Undo]:
    """The decisions of a text written by ``dumped``. Raises ``CorrectionError`` with the line."""
    found: list[Correction | Judgement | Undo] = []
    for number, line in enumerate(text.split("\n"), start=1):
        if not line.strip():
            continue
        try:
            decision = decision_adapter.validate_json(line)
        except ValidationError as error:
            first = error.errors()[0]
            place = ".".join(map(str, first["loc"]))
            raise CorrectionError(f"line {number}: {place or 'not a decision'}: {first['msg']}") from error
        if isinstance(decision, Correction):
            checked(decision.field, decision.value)
        found.append(decision)
    return found


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
