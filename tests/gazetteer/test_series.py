import tomllib
from importlib import resources
from typing import get_args

import pytest

from emcal.gazetteer import agencies, countries, series
from emcal.mentions.mention import Kind


@pytest.mark.parametrize(
    ("name", "identifier"),
    [
        ("Integrated Security 2024", "integrated-safety"),
        ("Комплексная безопасность – 2023", "integrated-safety"),
        ("«Безопасной Арктике – 2027»", "safe-arctic"),
        ("Caspian-2028", "caspian"),
        ("XVIII Чемпионат мира по пожарно-спасательному спорту", "firesport-worlds"),
        ("Global Platform for Disaster Risk Reduction", "global-platform"),
    ],
)
def test_a_name_leads_to_its_series(name, identifier):
    assert series.match(name).id == identifier


@pytest.mark.parametrize("name", ["", "2025", "Security of roads", "Безопасность", "Unheard-of Festival 2025"])
def test_other_names_lead_nowhere(name):
    assert series.match(name) is None


def test_every_series_holds_together():
    table = tomllib.loads((resources.files("emcal.gazetteer") / "series.toml").read_text(encoding="utf-8"))["series"]
    bodies = {row["id"] for row in agencies._data()["agency"]}
    assert len({row["id"] for row in table}) == len(table)
    for row in table:
        assert row["kind"] in get_args(Kind), row["id"]
        assert row.get("organiser") is None or row["organiser"] in bodies, row["id"]
        assert row.get("country") is None or countries.name(row["country"], "en") != row["country"], row["id"]
