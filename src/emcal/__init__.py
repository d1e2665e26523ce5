"""emcal: press releases in, a calendar out.

Read the packages from the ground up: ``errors``, ``edtf``, ``when``, ``languages``, ``gazetteer``, ``documents``,
``timex``, ``mentions``, ``events``, ``register``, ``export``, ``pipeline``, ``feed``, ``cli``. Each adds one noun that
contains the noun below it.
"""

__version__ = "0.1.0"
