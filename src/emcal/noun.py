"""The one pydantic configuration that every noun of the pipeline shares."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict


class Noun(BaseModel):
    """A frozen value: equal when its fields are, and no field beyond those named."""

    model_config = ConfigDict(frozen=True, extra="forbid")
