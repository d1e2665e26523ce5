"""What an error looks like to the person at the terminal: one line, no traceback, and an exit code that says which kind.

0 done (notes and warnings may stand), 1 done with errors, 2 usage, 3 nothing could be read or written.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from emcal.errors import CorrectionError, EdtfError, EmcalError

DONE, ERRORS, USAGE, NOTHING = 0, 1, 2, 3


@contextmanager
def reported() -> Iterator[None]:
    """Turn the errors that emcal raises on purpose, and a reader that went away, into one line and an exit code."""
    try:
        yield
    except EmcalError as error:
        print(f"emcal: {error}", file=sys.stderr)
        raise SystemExit(USAGE if isinstance(error, (EdtfError, CorrectionError)) else NOTHING) from error
    except BrokenPipeError:
        # The reader of a pipe (head, less) has gone: point stdout nowhere so that the flush at exit stays silent.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise SystemExit(DONE) from None
    except KeyboardInterrupt:
        raise SystemExit(130) from None
