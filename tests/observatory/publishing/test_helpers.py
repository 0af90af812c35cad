"""What organisations show: exactly what each agreed to, from the moment it agrees to the moment it takes it back."""

from __future__ import annotations

import re

import pytest
from django.db.models import Model
from django.forms import model_to_dict
from django.test import Client

from komshi.observatory.accounts.choices import Role
from komshi.observatory.base.towns import town
from komshi.observatory.network.choices import GROUPS
from komshi.observatory.network.services import consent_record, profile_add, profile_change
from komshi.observatory.publishing.models import PublicHelper
from komshi.observatory.publishing.selectors import helpers as selectors
from komshi.observatory.reading.services import review_add
from tests.observatory.network.conftest import RIVER, editor, make_profile  # noqa: F401 - fixtures
from tests.observatory.told import flow, report

pytestmark = pytest.mark.django_db

WORDS = {
    "place": "Vranje",
    "focus": "Environment",
    "contact": "pisite@rijeka.example",
    "about": "Merimo vodu",
    "challenges": "Threats and intimidation",
}
"""What a reader would see of each part of RIVER."""
PRIVATE = ("rijeka.example", "555 0101", "555010", "koordinatorka", "Merimo", "ZRP")
COLUMNS = {name for names in GROUPS.values() for name in names}
FOLLOWS = {
    "place": {"town_index", "latitude", "longitude"},
    "focus": {"focus_index", "entry_index"},
    "about": set(),
    "contact": set(),
    "challenges": set(),
    "name": set(),
}


def public_pages() -> dict[str, str]:
    """Every page that speaks of helpers, to a stranger."""
    client, found = Client(), {}
    waiting = ["/en/helpers/", "/en/helpers/?text=rijeka", "/en/towns/rs-vranje/", "/en/map/helpers.json", "/en/"]
    while waiting:
        path = waiting.pop()
        if path not in found:
            body = client.get(path).content.decode()
            found[path] = re.sub(r'value="rijeka"', "", body)
            waiting += re.findall(r'href="(/en/helpers/[^"#?]+)', body)
    return found


def filled(row: Model) -> set[str]:
    """Columns of a row that hold something."""
    return {name for name, value in model_to_dict(row).items() if value not in ("", [], None)}


def test_nothing_of_a_profile_is_public_without_consent(make_profile, editor) -> None:  # noqa: F811 - a fixture
    profile = make_profile()
    profile_change(profile=profile, by=editor, about="Merimo i dalje.")
    flow()
    assert not PublicHelper.objects.exists()
    for path, body in public_pages().items():
        assert not [word for word in (*PRIVATE, "Zelena Rijeka", "zelena-rijeka") if word in body], path
    assert Client().get(f"/en/helpers/{profile.slug}/").status_code == 404


@pytest.mark.parametrize("group", list(WORDS))
def test_a_part_that_is_agreed_to_is_public_and_no_other(make_profile, editor, group) -> None:  # noqa: F811 - a fixture
    profile = make_profile()
    consent_record(profile=profile, shows=["name", group], by=editor, given_by="koordinatorka")
    flow()
    row = PublicHelper.objects.get()
    always = {"id", "profile", "slug", "name", "agreed_on", "search"}
    assert filled(row) == always | set(GROUPS[group]) | FOLLOWS[group]
    page = Client().get(f"/en/helpers/{profile.slug}/").content.decode()
    main = page.partition("<main")[2]
    assert [name for name, word in WORDS.items() if word in main] == [group]
    assert "koordinatorka" not in page


def test_every_column_belongs_to_one_part() -> None:
    columns = {field.name for field in PublicHelper._meta.fields}
    follow = {"id", "profile", "slug", "agreed_on", "search"} | {name for names in FOLLOWS.values() for name in names}
    assert columns == COLUMNS | follow


def test_the_newest_word_stands_and_taking_it_back_removes_everything_at_once(make_member, organisation) -> None:
    member = make_member(Role.MEMBER)
    profile = profile_add(by=member, account=organisation, **RIVER)
    client = Client()
    client.force_login(member)
    address, public = f"/en/desk/network/{profile.pk}/shown/", f"/en/helpers/{profile.slug}/"
    shows = {"shows": ["name", "contact", "about", "place"]}
    seen = re.search(r'name="seen" value="(\w+)"', client.get(address, shows | {"look": "1"}).content.decode())[1]
    assert client.post(address, shows | {"seen": seen}).status_code == 302
    assert "pisite@rijeka.example" in Client().get(public).content.decode()
    consent_record(profile=profile, shows=["name"], by=member)
    flow()
    assert "pisite" not in Client().get(public).content.decode()
    assert client.post(address, {}).status_code == 302
    assert Client().get(public).status_code == 404
    assert not PublicHelper.objects.exists()
    assert not [word for body in public_pages().values() for word in (*PRIVATE, "Zelena Rijeka") if word in body]


def test_a_change_of_a_part_that_is_shown_reaches_the_page(make_profile, editor) -> None:  # noqa: F811 - a fixture
    profile = make_profile()
    consent_record(profile=profile, shows=["name", "about"], by=editor, given_by="koordinatorka")
    profile_change(profile=profile, by=editor, about="Sada merimo i vazduh.", phone="+381 17 555 0199")
    flow()
    page = Client().get(f"/en/helpers/{profile.slug}/").content.decode()
    assert "i vazduh" in page
    assert "0199" not in page


@pytest.fixture
def shown(make_profile, editor):  # noqa: F811 - a fixture
    """Makes an organisation that agreed to show where it works and on what."""

    def make(name: str, *towns: str, focus: str = "environment", languages: tuple[str, ...] = ("sr",)) -> None:
        profile = make_profile(
            bare=True, name=name, country=towns[0][:2].upper(), towns=list(towns), focus=[focus],
            languages=list(languages),
        )  # fmt: skip
        consent_record(profile=profile, shows=["name", "place", "focus"], by=editor, given_by="koordinatorka")

    return make


def test_near_a_town_stand_its_own_first_then_neighbours_with_their_reasons(shown) -> None:
    shown("A Far One", "ba-banja-luka")
    shown("B Over There", "mk-kumanovo")
    shown("C Next Door", "rs-bujanovac", focus="gender")
    shown("D At Home", "rs-vranje", focus="gender")
    flow()
    found = selectors.near_town(town("rs-vranje"))
    assert [entry.name for entry in found] == ["D At Home", "B Over There", "C Next Door"]
    assert found[0].reasons == ["Works here"]
    assert re.fullmatch(r"Across the border: Kumanovo \(North Macedonia\), 4\d km away", found[1].reasons[0])
    assert re.fullmatch(r"Neighbouring town: Bujanovac, 1\d km away", found[2].reasons[0])
    assert [entry.is_across for entry in found] == [False, True, False]
    assert [entry.name for entry in selectors.near_town(town("rs-vranje"), limit=1)] == ["D At Home"]
    river = selectors.beside_incident(town="rs-vranje", country="RS", markets=["waste_crimes"])
    assert [entry.name for entry in river] == ["D At Home", "B Over There", "C Next Door"]
    assert "Works on this too: Environment" in river[1].reasons


def test_points_hold_only_those_that_show_their_place(shown, make_profile, editor) -> None:  # noqa: F811 - a fixture
    shown("D At Home", "rs-vranje")
    consent_record(profile=make_profile(), shows=["name", "focus"], by=editor, given_by="koordinatorka")
    flow()
    (point,) = selectors.points()
    assert (point.name, point.url, point.focus) == ("D At Home", "/en/helpers/d-at-home/", ["Environment"])
    assert point.latitude == pytest.approx(town("rs-vranje").latitude, abs=1e-4)


def test_the_page_of_one_leads_to_others_and_to_checked_incidents_in_its_town(shown, make_member) -> None:
    shown("Harbour Youth", "me-bar", focus="youth_development")
    shown("Mountain Youth", "al-kukes", focus="youth_development")
    reading = report("a")
    flow()
    review_add(article=reading.article, decision="accept", by=make_member())
    flow()
    page = Client().get("/en/helpers/harbour-youth/").content.decode()
    assert "Seizure: cocaine, 137" in page
    assert "Mountain Youth" in page
    assert "Works on this too: Youth development" in page


def test_the_list_is_filtered_and_grouped_by_country(shown) -> None:
    shown("B Over There", "mk-kumanovo")
    shown("D At Home", "rs-vranje", focus="gender")
    flow()
    body = Client().get("/en/helpers/").content.decode()
    assert body.index("North Macedonia</h2>") < body.index("B Over There") < body.index("Serbia</h2>")
    for query, name in (("country=MK", "B Over There"), ("focus=gender", "D At Home"), ("text=HOME", "D At Home")):
        body = Client().get(f"/en/helpers/?{query}").content.decode()
        assert [one for one in ("B Over There", "D At Home") if f"<strong>{one}" in body] == [name]
    assert "No organisation that agreed to be shown fits" in Client().get("/en/helpers/?entry=youth").content.decode()


def test_no_script_and_no_foreign_scheme_comes_out_of_a_profile(make_profile, editor) -> None:  # noqa: F811 - a fixture
    profile = make_profile(name="<script>x</script>", about='"><img src=x onerror=y>')
    consent_record(profile=profile, shows=GROUPS, by=editor, given_by="koordinatorka")
    PublicHelper.objects.update(website="javascript:alert(1)")
    flow()
    PublicHelper.objects.update(website="javascript:alert(1)")
    for path, body in public_pages().items():
        if path.endswith(".json"):
            continue  # a script stands there as a value; the browser is told that it is JSON
        assert "<script>x" not in body
        assert "<img src=x" not in body
        assert "javascript:" not in body
