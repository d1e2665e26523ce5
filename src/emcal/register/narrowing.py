"""A query as SQL that narrows the search; what is exactly meant, ``emcal.register.query.matches`` decides."""

from __future__ import annotations

from typing import Any

from emcal.events.event import Standing
from emcal.register.query import Query, fold, words

_CLAIMS: dict[Standing, tuple[str, ...]] = {
    "planned": ("planned", "ongoing"),
    "ongoing": ("planned", "ongoing"),
    "held": ("held", "ongoing"),
    "unconfirmed": ("planned",),
    "expired": ("planned", "ongoing"),
    "postponed": ("postponed",),
    "cancelled": ("cancelled",),
}
"""The claims that a standing can come from."""


def narrowed(query: Query) -> tuple[str, dict[str, Any]]:
    """The clauses after ``FROM revision r`` and their values: the states that may pass, by date, kind and uid."""
    if query.known_on is not None:
        last = "SELECT max(number) FROM revision WHERE at <= :known GROUP BY uid"
        return f"WHERE r.number IN ({last}) AND r.body IS NOT NULL ORDER BY r.uid", {
            "known": f"{query.known_on.isoformat()}T23:59:59Z"
        }
    clauses, values = _conditions(query)
    condition = f"WHERE {' AND '.join(clauses)}" if clauses else ""
    order = "ORDER BY e.earliest IS NULL, e.earliest, e.kind, e.uid"
    return f"JOIN event e ON e.number = r.number {condition} {order}", values


def _conditions(query: Query) -> tuple[list[str], dict[str, Any]]:
    tests: list[tuple[object, str, dict[str, Any]]] = [
        (query.kind, "e.kind = :kind", {"kind": query.kind}),
        (query.country, "e.countries LIKE :country", {"country": f"% {(query.country or '').upper()} %"}),
        (query.since, "coalesce(e.latest, '9999') >= :since", {"since": str(query.since)}),
        (query.until, "coalesce(e.earliest, '0000') <= :until", {"until": str(query.until)}),
        (query.series, "instr(e.series, :series)", {"series": fold(query.series or "")}),
        (
            words(query.text or ""),
            "e.number IN (SELECT rowid FROM words WHERE words MATCH :text)",
            {"text": _match(query)},
        ),
    ]
    if query.standing:
        claims = ", ".join(f"'{claim}'" for claim in _CLAIMS[query.standing])
        tests.append((True, f"e.claim IN ({claims})", {}))
    if query.standing in ("unconfirmed", "expired"):
        tests.append((query.as_of, "e.latest < :as_of", {"as_of": str(query.as_of)}))
    asked = [(clause, values) for wanted, clause, values in tests if wanted]
    return [clause for clause, _ in asked], {key: value for _, values in asked for key, value in values.items()}


def _match(query: Query) -> str:
    """FTS5 syntax: every word is the beginning of a word."""
    return " ".join(f'"{word}"*' for word in words(query.text or ""))
