"""What can go wrong, one branch for each thing it goes wrong with.

Messages are lowercase, without a full stop, and name the file and the place. Ambiguity is a value, not an error.
"""

from __future__ import annotations


class EmcalError(Exception):
    """The root of every error that emcal raises on purpose."""


class SourceError(EmcalError):
    """A file that cannot be read as a document."""

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(f"{path}: {reason}")
        self.path = path
        self.reason = reason


class EdtfError(EmcalError, ValueError):
    """A text that is no EDTF date; also a ``ValueError`` because pydantic collects only those."""

    def __init__(self, text: str, reason: str = "not an EDTF date") -> None:
        super().__init__(f"{text!r}: {reason}")
        self.text = text
        self.reason = reason


class LanguageError(EmcalError):
    """A language file whose words, rules or examples do not hold together."""


class RegisterError(EmcalError):
    """A register that cannot be opened, read or written."""


class CorrectionError(EmcalError):
    """A human correction or judgement that cannot be applied."""


class ExportError(EmcalError):
    """A format that cannot render or cannot be written."""
