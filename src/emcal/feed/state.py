"""The register as it is served: the last good one, with the bytes made of it, renewed when the file or the day changes."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable, Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path

from emcal.errors import EmcalError
from emcal.export.format import RenderingKey
from emcal.export.wording import Language
from emcal.feed import views
from emcal.feed.facets import Facets, facets
from emcal.feed.representation import Representation
from emcal.feed.selection import Selection
from emcal.register.register import Entry, Register

Clock = Callable[[], datetime]
_MOST_OCTETS = 64_000_000
_MOST_PIECES = 256_000_000
Print = tuple[tuple[int, ...], ...]


class Pieces:
    """Rendered events in memory, of the register that is served alone."""

    def __init__(self) -> None:
        self._kept: dict[tuple[str, str], dict[RenderingKey, bytes]] = {}
        self._octets = 0

    def renderings(self, profile: str, language: str) -> Mapping[RenderingKey, bytes]:
        """All that is kept for a profile and a language."""
        return self._kept.get((profile, language), {})

    def keep_renderings(self, profile: str, language: str, bodies: Mapping[RenderingKey, bytes]) -> None:
        """Keeps more; another profile goes when all of them take too much memory."""
        self._kept.setdefault((profile, language), {}).update(bodies)
        self._octets += sum(map(len, bodies.values()))
        for place in [place for place in self._kept if place != (profile, language)]:
            if self._octets > _MOST_PIECES:
                self._octets -= sum(map(len, self._kept.pop(place).values()))

    def forget(self, register: Register) -> None:
        """Drop what is of no event, or of no revision, of the register."""
        alive = {(entry.event.uid, entry.revision) for entry in register.entries}
        for place, bodies in self._kept.items():
            self._kept[place] = {key: body for key, body in bodies.items() if key[:2] in alive}
        self._octets = sum(len(body) for bodies in self._kept.values() for body in bodies.values())


class Served:
    """One register on one day, never changed: its events by uid and by alias, and what was made of it so far."""

    def __init__(self, register: Register, now: datetime, site: str | None, pieces: Pieces) -> None:
        self.register = register
        self.now = now.replace(microsecond=0)
        self.as_of = now.date()
        self.site = site
        self.by_uid: dict[str, Entry] = {entry.event.uid: entry for entry in register.entries}
        self.aliases = {alias: entry.event.uid for entry in register.entries for alias in entry.aliases}
        self._pieces = pieces
        self._made: OrderedDict[Hashable, Representation] = OrderedDict()
        self._facets: dict[Language, Facets] = {}
        self._octets = 0
        self._lock = threading.RLock()

    def known(self, key: Hashable) -> Representation | None:
        """What was made before under a key."""
        return self._made.get(key)

    def made(self, key: Hashable, make: Callable[[], Representation]) -> Representation:
        """What was made under a key, or is made now: by one thread, while others that want it wait."""
        with self._lock:
            known = self.known(key)
            if known is None:
                known = make()
                known.prepare()
                self._keep(key, known)
        return known

    def feed(self, view: str, selection: Selection) -> Representation:
        """A feed with its validators. Its Last-Modified is when this register began to be served: never too early."""
        return self.made((view, selection), lambda: self._feed(view, selection))

    def _feed(self, view: str, selection: Selection) -> Representation:
        options = selection.options(self.as_of, site=self.site, cache=self._pieces)
        body = views.render(view, self.register.entries, selection, options)
        return Representation(
            body=body, media_type=views.media_type(view) or "", modified=self.now, fixed=views.FEED_HEADERS
        )

    def facets(self, language: Language) -> Facets:
        """What there is to choose from."""
        if language not in self._facets:
            self._facets[language] = facets(self.register.entries, self.as_of, language)
        return self._facets[language]

    def _keep(self, key: Hashable, made: Representation) -> None:
        """Remember what was made; the oldest goes when all of it takes too much memory."""
        self._octets += len(made.body)
        self._made[key] = made
        while self._octets > _MOST_OCTETS and len(self._made) > 1:
            self._octets -= len(self._made.popitem(last=False)[1].body)


class State:
    """What the server holds: the last good register, and whether it is still the one on disk.

    ``load`` reads the register and raises an ``EmcalError`` when it cannot. ``renew`` may be called from any thread.
    """

    def __init__(self, path: Path, load: Callable[[], Register], clock: Clock, site: str | None = None) -> None:
        self._path, self._load, self._clock, self._site = path, load, clock, site
        self._pieces = Pieces()
        self.trouble: str | None = None
        self.reloads = {"done": 0, "failed": 0}
        self._print = self._fingerprint()
        self.served = Served(load(), clock(), site, self._pieces)

    @property
    def loaded(self) -> datetime:
        """When the served register was read, or the day changed, in UTC."""
        return self.served.now.astimezone(UTC)

    def renew(self) -> None:
        """Look whether the file or the day has changed, and serve what is there now; on any trouble go on as before."""
        now = self._clock()
        fingerprint = self._fingerprint()
        if not fingerprint:
            self.trouble = f"{self._path}: the register is gone"
        elif fingerprint != self._print or self.trouble:
            self._reload(now, fingerprint)
        if now.date() != self.served.as_of:
            self.served = Served(self.served.register, now, self._site, self._pieces)

    def _reload(self, now: datetime, fingerprint: Print) -> None:
        try:
            register = self._load()
        except EmcalError as error:
            self.trouble = str(error)
            self.reloads["failed"] += 1
            return
        self._print, self.trouble = fingerprint, None
        self.reloads["done"] += 1
        if register != self.served.register:
            self._pieces.forget(register)
            # Never the same second again: a client that compares dates alone would miss the change.
            later = max(now, self.served.now + timedelta(seconds=1))
            self.served = Served(register, later, self._site, self._pieces)

    def _fingerprint(self) -> Print:
        """Size and time of the register's file and of the log beside it; nothing when the file is gone."""
        log = self._path.with_name(f"{self._path.name}-wal")
        prints = tuple(_print(path) for path in (self._path, log))
        return prints if prints[0] else ()


def _print(path: Path) -> tuple[int, ...]:
    try:
        found = path.stat()
    except OSError:
        return ()
    return found.st_ino, found.st_mtime_ns, found.st_size
