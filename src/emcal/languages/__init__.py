"""Languages as data: words, rules and examples in one TOML file each; what they mean is code on the floors above."""

from emcal.languages.language import Language, available, load

__all__ = ["Language", "available", "load"]
