"""The register: events with their history, human decisions that survive, uids that never change."""

from emcal.register.decision import Correction, Judgement, Undo
from emcal.register.query import Query
from emcal.register.reading import DocumentReading, Report
from emcal.register.register import Change, DocumentRecord, Entry, Register
from emcal.register.store import Store, open_register

__all__ = [
    "Change",
    "Correction",
    "DocumentReading",
    "DocumentRecord",
    "Entry",
    "Judgement",
    "Query",
    "Register",
    "Report",
    "Store",
    "Undo",
    "open_register",
]
