"""The tree of components, RFC 5545 section 3.6: what is inside what, and what each must and may hold."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from emcal.export.check.content import Property
from emcal.export.check.defect import Defect
from emcal.export.check.lines import Line

# What RFC 5545 section 3.6, RFC 7986 and RFC 9073 section 7 require of each component.
_REQUIRED: dict[str, tuple[str, ...]] = {
    "VCALENDAR": ("PRODID", "VERSION"),
    "VEVENT": ("UID", "DTSTAMP"),
    "VTODO": ("UID", "DTSTAMP"),
    "VJOURNAL": ("UID", "DTSTAMP"),
    "VFREEBUSY": ("UID", "DTSTAMP"),
    "VALARM": ("ACTION", "TRIGGER"),
    "VTIMEZONE": ("TZID",),
    "STANDARD": ("DTSTART", "TZOFFSETFROM", "TZOFFSETTO"),
    "DAYLIGHT": ("DTSTART", "TZOFFSETFROM", "TZOFFSETTO"),
    "VLOCATION": ("UID",),
    "VRESOURCE": ("UID",),
    "PARTICIPANT": ("UID", "PARTICIPANT-TYPE"),
}
_ONCE = {
    "PRODID", "VERSION", "CALSCALE", "METHOD", "UID", "DTSTAMP", "DTSTART", "DTEND", "DURATION", "DUE", "CLASS",
    "CREATED", "GEO", "LAST-MODIFIED", "LOCATION", "ORGANIZER", "PRIORITY", "SEQUENCE", "STATUS", "SUMMARY",
    "TRANSP", "URL", "RECURRENCE-ID", "COLOR", "REFRESH-INTERVAL", "SOURCE", "TZID", "TZOFFSETFROM", "TZOFFSETTO",
    "ACTION", "TRIGGER", "REPEAT", "PARTICIPANT-TYPE", "COMPLETED", "PERCENT-COMPLETE",
}  # fmt: skip
# DESCRIPTION may come once in an event; NAME and DESCRIPTION of a calendar may come once a language (RFC 7986 section 5).
_ONCE_IN = {"DESCRIPTION": ("VEVENT", "VTODO", "VALARM")}
_INSIDE: dict[str, tuple[str, ...]] = {
    "VCALENDAR": ("",),
    "VEVENT": ("VCALENDAR",),
    "VTODO": ("VCALENDAR",),
    "VJOURNAL": ("VCALENDAR",),
    "VFREEBUSY": ("VCALENDAR",),
    "VTIMEZONE": ("VCALENDAR",),
    "VALARM": ("VEVENT", "VTODO"),
    "STANDARD": ("VTIMEZONE",),
    "DAYLIGHT": ("VTIMEZONE",),
}


@dataclass
class Component:
    """A component while the file is read: its name, its properties and the components in it."""

    name: str
    line: Line
    properties: list[Property] = field(default_factory=list)
    components: list[Component] = field(default_factory=list)

    def all(self, name: str) -> list[Property]:
        """Its properties of one name."""
        return [each for each in self.properties if each.name == name]

    def first(self, name: str) -> Property | None:
        """The first of them."""
        return next((each for each in self.properties if each.name == name), None)

    def defect(self, code: str, message: str, warning: bool = False) -> Defect:
        """A defect at its BEGIN."""
        line, column = self.line.position()
        severity = "warning" if warning else "error"
        return Defect(code=code, line=line, column=column, message=f"{self.name}: {message}", severity=severity)

    def walk(self) -> Iterator[Component]:
        """The component and all inside it."""
        yield self
        for inner in self.components:
            yield from inner.walk()


def tree(lines: Iterable[Property]) -> tuple[list[Component], list[Defect]]:
    """The components of a file, outermost first, and what is wrong with their nesting."""
    roots: list[Component] = []
    open_: list[Component] = []
    defects: list[Defect] = []
    for each in lines:
        if each.name == "BEGIN":
            component = Component(each.value.upper(), each.line)
            defects.extend(_misplaced(component, open_))
            (open_[-1].components if open_ else roots).append(component)
            open_.append(component)
        elif each.name == "END":
            defects.extend(_close(each, open_))
        elif open_:
            open_[-1].properties.append(each)
        else:
            defects.append(each.defect("structure", "stands outside every component"))
    defects.extend(component.defect("structure", "is never ended") for component in open_)
    return roots, defects


def _misplaced(component: Component, open_: list[Component]) -> Iterator[Defect]:
    outer = open_[-1].name if open_ else ""
    if outer not in _INSIDE.get(component.name, (outer,)) or (not outer and component.name != "VCALENDAR"):
        yield component.defect(
            "structure", f"does not belong inside {outer}" if outer else "stands outside a VCALENDAR"
        )


def _close(end: Property, open_: list[Component]) -> Iterator[Defect]:
    """Close the component that an END names; those left open inside it are defects."""
    name = end.value.upper()
    if name not in {component.name for component in open_}:
        yield end.defect("structure", f"{name} was never begun")
        return
    while (component := open_.pop()).name != name:
        yield component.defect("structure", f"is not ended before the END of {name}")


def property_counts(component: Component, *, scheduled: bool) -> Iterator[Defect]:
    """Properties that are missing, and those that come twice and may not.

    An event needs a DTSTART unless its calendar is a scheduling message, one with a METHOD (RFC 5545 section 3.6.1).
    """
    required = _REQUIRED.get(component.name, ())
    if component.name == "VEVENT" and not scheduled:
        required = (*required, "DTSTART")
    for name in required:
        if component.first(name) is None:
            yield component.defect("missing-property", f"{name} is required")
    for name in dict.fromkeys(each.name for each in component.properties):
        once = name in _ONCE or component.name in _ONCE_IN.get(name, ())
        twice = component.all(name)[1:]
        if once and twice:
            yield twice[0].defect("repeated-property", "may come only once")
