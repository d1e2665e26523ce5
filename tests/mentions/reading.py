"""Documents made of a few sentences, and what is read in them."""

from emcal.documents import Creation, Document, Source
from emcal.edtf import Edtf
from emcal.mentions import Mention, extract
from emcal.timex import tag


def document(text: str, language: str, created: str | None = None) -> Document:
    edtf = Edtf(created) if created else None
    creation = Creation(
        edtf=edtf,
        earliest=edtf.earliest if edtf else None,
        latest=edtf.latest if edtf else None,
        source="header" if edtf else "none",
    )
    return Document(source=Source(path="a.txt", sha256="0" * 64), text=text, language=language, created=creation)


def told(text: str, language: str, created: str | None = None) -> tuple[Mention, ...]:
    made = document(text, language, created)
    return extract(made, tag(text, language, made.created.edtf))


def facts(mentions: tuple[Mention, ...]) -> list[tuple[str, str, str | None]]:
    return [(m.kind, m.claim, str(m.when.edtf) if m.when else None) for m in mentions]
