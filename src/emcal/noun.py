"""The one pydantic configuration that every noun of the pipeline shares."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict


class Noun(BaseModel):
    """A frozen value: equal when its fields are, and no field beyond those named."""

    # Built when first used: a command pays only for the nouns that it handles.
    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)
