"""Events: mentions that tell one happening, joined across documents and languages."""

from emcal.events.coreference import blocks, link_parts, resolve, resolve_block
from emcal.events.event import Event, Join, Standing, standing
from emcal.events.judgement import Judgement

__all__ = ["Event", "Join", "Judgement", "Standing", "blocks", "link_parts", "resolve", "resolve_block", "standing"]
