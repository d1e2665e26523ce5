"""Documents: a file's text with its source, language, dateline and date; spans that slice back to the raw file."""

from emcal.documents.document import Clue, Creation, Dateline, Document, Source, Span
from emcal.documents.reading import find, read
from emcal.documents.segmentation import paragraphs, sentences

__all__ = ["Clue", "Creation", "Dateline", "Document", "Source", "Span", "find", "paragraphs", "read", "sentences"]
