"""The specimen goes into a database by the doors that real things go through."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from komshi import regions
from komshi.commands.specimen import specimen_add
from komshi.observatory.accounts.models import Membership, User
from komshi.observatory.network.models import Profile
from komshi.observatory.publishing.models import PublicFiling, PublicHelper, PublicImpact, PublicIncident, PublicSource
from komshi.observatory.reading.models import Reading, Review
from komshi.observatory.sources.models import Article

pytestmark = pytest.mark.django_db

SHORT_EVENTS = 12


def fewer(specimen):
    """The specimen with a handful of short reports, so that the test is quick."""
    outlets = [{key: value for key, value in row.items() if key != "every"} for row in specimen["outlets"]["outlet"]]
    chronicle = {**specimen["chronicle"], "events": SHORT_EVENTS}
    return {**specimen, "outlets": {"outlet": outlets}, "chronicle": chronicle}


def counts():
    tables = (User, Membership, Article, Review, Profile, PublicIncident, PublicHelper, PublicImpact, PublicFiling)
    return {table.__name__: table.objects.count() for table in tables}


def test_the_whole_specimen_becomes_an_observatory_and_making_it_again_changes_nothing(settings, tmp_path):
    specimen = fewer(regions.specimen())
    today: date = specimen["specimen"]["today"]
    settings.KOMSHI_TODAY = today
    specimen_add(specimen, password="bodu-resi-maku-tilo", folder=tmp_path)
    before = counts()
    specimen_add(specimen, password="bodu-resi-maku-tilo", folder=tmp_path)
    assert counts() == before
    assert not list(tmp_path.iterdir())

    told = PublicIncident.objects.filter(market_index__contains="|waste_crimes|", town="rs-trgoviste").order_by("date")
    found, charged = told.first(), told.filter(event_type="indictment").get()
    assert {source["outlet"] for source in found.sources} == {
        "Гласник Пчиње",
        "Zëri i Luginës së Poshtme",
        "Куманово Денес Порта",
    }
    assert charged.counts["charged"] == 2
    assert charged.status == "indicted"

    request = PublicFiling.objects.get(kind="foi_request")
    assert request.object_by == today + timedelta(days=4)
    assert request.helper in set(PublicHelper.objects.values_list("slug", flat=True))

    agreed = {row["name"] for row in specimen["organisations"]["profile"] if row["shows"]}
    assert set(PublicHelper.objects.values_list("name", flat=True)) == agreed
    assert PublicImpact.objects.filter(dimension="interethnic_relations").exists()
    waiting = Reading.objects.filter(state="waiting", relevant=True, article__document__kind="import")
    keys = {key.partition(":")[2] for key in waiting.values_list("article__key", flat=True)}
    assert set(specimen["reviews"]["waiting"]) <= keys
    assert Reading.objects.filter(state="waiting", article__document__kind="observation").count() == 2
    assert PublicSource.objects.filter(country__in=regions.load().countries).count() > 20
