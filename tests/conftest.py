"""Hypothesis profiles: quick for ``make check``, ``EMCAL_DEEP=1`` for ``make check-deep``."""

import os

from hypothesis import HealthCheck, settings

_SLOW = [HealthCheck.too_slow, HealthCheck.data_too_large]
settings.register_profile("quick", max_examples=200, deadline=None, suppress_health_check=_SLOW)
settings.register_profile("deep", max_examples=2000, deadline=None, suppress_health_check=_SLOW)
settings.load_profile("deep" if os.environ.get("EMCAL_DEEP") else "quick")
