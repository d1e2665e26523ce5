"""Options that several commands take, and the clock behind them."""

from datetime import date, datetime
from pathlib import Path
from typing import Annotated

import typer

RegisterFile = Annotated[
    Path, typer.Option("--register", help="The register.", metavar="FILE", envvar="EMCAL_REGISTER")
]
REGISTER = Path("emcal.db")
AsOf = Annotated[
    datetime | None, typer.Option("--as-of", formats=["%Y-%m-%d"], help="The day to tell it for; today unless given.")
]
Revised = Annotated[
    datetime | None,
    typer.Option("--as-of", formats=["%Y-%m-%d"], help="The day that the revision is dated; now unless given."),
]
Why = Annotated[str, typer.Option(help="The reason, kept with the decision.")]
Who = Annotated[str, typer.Option(help="Who decides; the user's login unless given.", envvar="EMCAL_WHO")]


def day(given: datetime | None) -> date:
    """The day given, or today where the user is."""
    return given.date() if given else datetime.now().astimezone().date()


def revision_moment(given: datetime | None) -> date | datetime:
    """The day given, or this moment."""
    return given.date() if given else datetime.now().astimezone()


def person(given: str) -> str:
    """The name given, or the login of whoever runs the command."""
    from getpass import getuser

    try:
        return given or getuser()
    except (OSError, KeyError, ImportError):
        return "unknown"


def country_code(given: str) -> str:
    """The ISO 3166-1 alpha-2 code of a code or a name in any language; empty stays empty. Raises ``BadParameter``."""
    from emcal.gazetteer import countries

    code = given.strip().upper()
    if not code or countries.name(code, "en") != code:
        return code
    found = countries.lookup(given)
    if found is None:
        raise typer.BadParameter(f"{given!r} is no country: give two letters, such as KG", param_hint="--country")
    return found
