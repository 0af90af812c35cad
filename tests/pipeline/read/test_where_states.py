"""Which state, court or town is the scene: extraditions, sanctions, courts, conferences, hospitals, headings."""

from __future__ import annotations

import pytest

from komshi.pipeline.region import Region
from tests.pipeline.read.test_where import Asked


@pytest.fixture(scope="module")
def ask(region: Region) -> Asked:
    return Asked(region)


def country(ask: Asked, language: str, text: str, event: str, trigger: str) -> str | None:
    place, _ = ask(text, language, trigger=trigger, event=event)
    return place.country if place else None


def name(ask: Asked, language: str, text: str, event: str, trigger: str) -> str | None:
    place, _ = ask(text, language, trigger=trigger, event=event)
    return place.name if place else None


@pytest.mark.parametrize(
    ("language", "text", "trigger", "expected"),
    [
        ("hbs", "Španija izručila Srbiji M. K. zbog šverca kokaina.", "izručila", "ES"),
        ("hbs", "M. K. izručen je juče Srbiji iz Nemačke, saopštilo je ministarstvo.", "izručen", "DE"),
        ("hbs", "Holandske vlasti izručile su M. K. srpskoj policiji.", "izručile", "NL"),
        ("hbs", "Državljanin Srbije izručen je na Aerodromu Podgorica vlastima SAD.", "izručen", "ME"),
        ("sq", "Italia ekstradon në Shqipëri M. K., i dënuar për vrasje.", "ekstradon", "IT"),
        ("sq", "M. K. u ekstradua nga Gjermania në Kosovë.", "ekstradua", "DE"),
        ("mk", "М. К. вчера беше екстрадиран од Грција во Македонија.", "екстрадиран", "GR"),
        ("en", "M. K. was extradited from Spain to Albania on Friday.", "extradited", "ES"),
        ("en", "Greece extradited M. K. to Serbia on Friday.", "extradited", "GR"),
        ("en", "Dubai hands M. K. of Zenica over to Dutch police.", "hands", "AE"),
    ],
)
def test_an_extradition_happens_where_somebody_is_handed_over(ask, language, text, trigger, expected) -> None:
    assert country(ask, language, text, "extradition", trigger) == expected


@pytest.mark.parametrize(
    ("language", "text", "trigger", "expected"),
    [
        ("hbs", "Sjedinjene Američke Države uvele su sankcije biznismenu iz Bijeljine.", "sankcije", "US"),
        ("hbs", "Biznismen iz Kotora na crnoj listi Velike Britanije.", "crnoj listi", "GB"),
        ("sq", "SHBA sanksionon ish-deputetin nga Tirana.", "sanksionon", "US"),
        ("mk", "Вашингтон воведе санкции за поранешен функционер од Скопје.", "санкции", "US"),
        ("en", "The United States sanctioned a businessman from Pristina.", "sanctioned", "US"),
    ],
)
def test_a_sanction_belongs_to_the_state_that_imposes_it(ask, language, text, trigger, expected) -> None:
    assert country(ask, language, text, "sanction", trigger) == expected


@pytest.mark.parametrize(
    ("language", "text", "event", "trigger", "expected"),
    [
        (
            "hbs",
            "Optužnica za zelenašenje. Optužnica protiv petorice predata je Višem sudu u Podgorici.",
            "indictment",
            "Optužnica",
            "Podgorica",
        ),
        (
            "sq",
            "Dënohet ish-drejtori i urbanizmit. Gjykata e Apelit në Prishtinë la në fuqi vendimin.",
            "conviction",
            "Dënohet",
            "Prishtinë",
        ),
        (
            "mk",
            "Обвинение за монети продавани во Минхен. Обвинителниот акт е поднесен до Основниот суд во Струмица.",
            "indictment",
            "Обвинение",
            "Strumica",
        ),
        (
            "en",
            "Albanian man jailed over cannabis farm. He was sentenced at Hull Crown Court.",
            "conviction",
            "jailed",
            "Kingston upon Hull",
        ),
    ],
)
def test_the_town_of_the_court_is_the_scene_where_no_other_is_told(
    ask, language, text, event, trigger, expected
) -> None:
    assert name(ask, language, text, event, trigger) == expected


@pytest.mark.parametrize(
    ("language", "text", "event", "trigger", "expected"),
    [
        (
            "hbs",
            "Osam godina za kuvara spida. Viši sud u Somboru osudio ga je jer je u kući u Bogojevu držao laboratoriju.",
            "conviction",
            "osudio",
            "Sombor",
        ),
        (
            "hbs",
            "Apelacioni sud u Nišu ukinuo je presudu. Supružnici su devojke od 2016. držali u kući u Vlasotincu.",
            "other",
            "ukinuo",
            "Niš",
        ),
        (
            "hbs",
            "Kantonalni sud u Zenici produžio je pritvor načelniku Vareša Peri Periću zbog mita.",
            "other",
            "produžio",
            "Zenica",
        ),
        (
            "sq",
            "Gjykata Themelore në Prizren e dënoi me pesë vjet. Armët u gjetën në një shtëpi në Xërxë.",
            "conviction",
            "dënoi",
            "Prizren",
        ),
        (
            "sq",
            "Nis gjykimi ndaj ish-drejtorit. Para Gjykatës së Lartë në Vranjë doli dje ish-drejtori.",
            "trial",
            "Nis gjykimi",
            "Vranje",
        ),
        (
            "mk",
            "Судот во Битола го осуди на шест години. Канабисот го одгледувал во куќа во Радолишта.",
            "conviction",
            "осуди",
            "Bitola",
        ),
        (
            "en",
            "Man jailed over cannabis farm in Grimsby. He was sentenced at Hull Crown Court.",
            "conviction",
            "jailed",
            "Kingston upon Hull",
        ),
        (
            "en",
            "Albanian jailed over cannabis farm. Lincoln Crown Court was told of a farm near Tirana.",
            "conviction",
            "jailed",
            "Lincoln",
        ),
        (
            "en",
            "A citizen of Kosovo was sentenced today for money laundering, said United States Attorney Ann Penn.",
            "conviction",
            "sentenced",
            "Sjedinjene Američke Države",
        ),
    ],
)
def test_a_trial_is_where_the_court_sits_that_judges(ask, language, text, event, trigger, expected) -> None:
    assert name(ask, language, text, event, trigger) == expected


@pytest.mark.parametrize(
    ("language", "text", "trigger", "expected"),
    [
        (
            "hbs",
            "Optužnica protiv petorice. U kući u Bogojevu držali su laboratoriju, tvrdi Više tužilaštvo u Somboru.",
            "Optužnica",
            "Bogojevo",
        ),
        (
            "sq",
            "Ngrihet aktakuzë në Gjykatën Themelore në Prizren. Armët u gjetën në një shtëpi në Xërxë.",
            "Ngrihet aktakuzë",
            "Xërxë",
        ),
    ],
)
def test_an_indictment_is_of_where_the_offence_was_committed(ask, language, text, trigger, expected) -> None:
    assert name(ask, language, text, "indictment", trigger) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Viši sud u Nišu osudio je S. S. iz Leskovca na dve godine zatvora.",
        "Viši sud u Nišu osudio je S. S., a kaznu će služiti u zatvoru u Zabeli.",
        "Viši sud u Nišu osudio je S. S. i oduzeo mu dva stana u Kruševcu, kupljene apartmane u Budvi i kola.",
        "Viši sud u Nišu osudio je S. S., kome je ranije suđeno pred Višim sudom u Vranju.",
    ],
)
def test_where_the_convicted_lives_sits_or_owns_is_not_the_scene(ask, text) -> None:
    assert name(ask, "hbs", text, "conviction", "osudio") == "Niš"


@pytest.mark.parametrize(
    ("language", "text", "event", "trigger", "expected"),
    [
        (
            "sq",
            "Në një konferencë për media të mbajtur sot në Prishtinë u tha se u sekuestruan 14 vetura në Ferizaj.",
            "seizure",
            "sekuestruan",
            "Ferizaj",
        ),
        (
            "hbs",
            "Ubijen muškarac u Risnu. Preminuo je u bolnici u Podgorici, a ubijen je noćas.",
            "killing",
            "Ubijen",
            "Risan",
        ),
        ("sq", "Bllokohet në Muriqan makina e vjedhur në Itali.", "seizure", "Bllokohet", "Muriqan"),
        ("hbs", "Na Merdaru zaustavljen džip ukraden u Minhenu.", "seizure", "zaustavljen", "Merdare"),
        (
            "hbs",
            "U selu Bać kod Rožaja zapaljeno je vozilo, a metak je poslat u laboratoriju u Danilovgradu.",
            "attack",
            "zapaljeno",
            "Bać",
        ),
        (
            "mk",
            "Кај гевгелиското село Миравци откриени се 44 мигранти.",
            "interception",
            "откриени",
            "Miravci",
        ),
        ("mk", "На „Табановце“ откриени се цигари натоварени кај Врање.", "seizure", "откриени", "Tabanovce"),
        (
            "en",
            "Police raided the southern border town of Hani i Elezit, officials in Pristina said.",
            "raid",
            "raided",
            "Granični prelaz Hani i Elezit",
        ),
        ("en", "A man shot in Benidorm died in an Alicante hospital.", "killing", "shot", "Benidorm"),
    ],
)
def test_where_something_was_said_healed_or_stolen_is_not_the_scene(
    ask, language, text, event, trigger, expected
) -> None:
    assert name(ask, language, text, event, trigger) == expected


@pytest.mark.parametrize(
    ("language", "text", "trigger", "expected"),
    [
        ("hbs", "Tuzi: Zaplijenjeno 3,5 kilograma skanka", "Zaplijenjeno", "Tuzi"),
        ("sq", "Fier, kapen 4 kg kanabis në makinë", "kapen", "Fier"),
        ("sq", "Kavajë/ Sekuestrohen armë në banesë", "Sekuestrohen", "Kavajë"),
        ("mk", "Гостивар: Запленети 200 грама кокаин", "Запленети", "Gostivar"),
    ],
)
def test_a_title_that_begins_with_a_place_happens_there(ask, language, text, trigger, expected) -> None:
    assert name(ask, language, text, "seizure", trigger) == expected


def test_a_local_dateline_counts_for_more_than_a_town_named_late(ask: Asked) -> None:
    text = (
        "Zaplijenjeno 4.000 pari patika. BRČKO – Inspektori su pregledali 37 prodavnica. Roba je oduzeta. "
        "Niko nije uhapšen. Trgovac tvrdi svoje. Kupcima je svejedno. Patike šiju radnje u Gračanici."
    )
    assert name(ask, "hbs", text, "seizure", "Zaplijenjeno") == "Brčko"


def test_a_gang_named_after_a_village_is_not_in_it(ask: Asked) -> None:
    text = "Kotor – Uhapšen pripadnik škaljarskog klana."
    assert name(ask, "hbs", text, "arrest", "Uhapšen") == "Kotor"


@pytest.mark.parametrize(
    ("language", "written", "expected"),
    [
        ("mk", "Во Шековиќи се запленети цигари.", ("Šekovići", "BA")),
        ("mk", "Во Фуше Круја се запленети цигари.", ("Fushë-Krujë", "AL")),
        ("sq", "Në Nish u kapën cigare.", ("Niš", "RS")),
        ("sq", "Në Zhabjak u kapën cigare.", ("Žabljak", "ME")),
        ("hbs", "U Šijaku su zaplenjene cigarete.", ("Shijak", "AL")),
        ("hbs", "U Skenderaju su zaplenjene cigarete.", ("Skenderaj", "XK")),
        ("sq", "Në Bari u kapën cigare nga Mali i Zi.", ("Bari", "IT")),
    ],
)
def test_each_language_spells_its_neighbours_places_its_own_way(ask, language, written, expected) -> None:
    place, _ = ask(written, language, event="seizure")
    assert place is not None
    assert (place.name, place.country) == expected


def test_a_village_of_many_names_lies_near_what_else_is_named(ask: Asked) -> None:
    text = "KURŠUMLIJA – Radnik je pretučen u selu Lukovo, napadači su pobegli iz Lukova."
    place, _ = ask(text, trigger="pretučen", event="attack")
    assert place is not None
    assert (place.name, place.country) == ("Lukovo", "RS")
