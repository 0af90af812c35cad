"""Case forms, articles and adjectives of well-known places lead to the right place, in four languages."""

from __future__ import annotations

import pytest

from komshi.pipeline.read.places_index import Gazetteer, Index, gazetteer_of
from komshi.pipeline.region import Region
from komshi.pipeline.text.fold import fold
from komshi.pipeline.text.tokens import tokenize

FORMS = {
    "hbs": """
        Beogradu=Beograd/RS Beograda=Beograd/RS Beogradom=Beograd/RS Београду=Beograd/RS beogradski=Beograd/RS
        beogradskoj=Beograd/RS Nišu=Niš/RS Niša=Niš/RS niškog=Niš/RS Novom+Sadu=Novi+Sad/RS Novog+Sada=Novi+Sad/RS
        novosadske=Novi+Sad/RS Novom+Pazaru=Novi+Pazar/RS Novog+Pazara=Novi+Pazar/RS novopazarskog=Novi+Pazar/RS
        Vranju=Vranje/RS Vranja=Vranje/RS Bujanovcu=Bujanovac/RS Bujanovca=Bujanovac/RS Preševu=Preševo/RS
        preševske=Preševo/RS Kragujevcu=Kragujevac/RS kragujevački=Kragujevac/RS Leskovcu=Leskovac/RS Čačku=Čačak/RS
        Čačka=Čačak/RS Šapcu=Šabac/RS Kruševcu=Kruševac/RS Požarevcu=Požarevac/RS Zaječaru=Zaječar/RS
        Sremskoj+Mitrovici=Sremska+Mitrovica/RS Staroj+Pazovi=Stara+Pazova/RS Subotici=Subotica/RS Užicu=Užice/RS
        Horgošu=Horgoš/RS Batrovcima=Batrovci/RS Merdaru=Merdare/XK Јарињу=Jarinje/XK
        Preševskoj+dolini=Preševska+dolina/RS Čukarici=Čukarica/RS Novom+Beogradu=Novi+Beograd/RS
        Kaluđerici=Kaluđerica/RS Vojvodini=Vojvodina/RS Sarajevu=Sarajevo/BA Сарајева=Sarajevo/BA
        sarajevskog=Sarajevo/BA Banjoj+Luci=Banja+Luka/BA Banjaluci=Banja+Luka/BA Бањој+Луци=Banja+Luka/BA
        banjalučki=Banja+Luka/BA Stocu=Stolac/BA Stoca=Stolac/BA Sokocu=Sokolac/BA
        Zenici=Zenica/BA zenički=Zenica/BA Tuzli=Tuzla/BA tuzlanski=Tuzla/BA
        Mostaru=Mostar/BA Bihaću=Bihać/BA Širokog+Brijega=Široki+Brijeg/BA Širokom+Brijegu=Široki+Brijeg/BA
        širokobriješka=Široki+Brijeg/BA Grudama=Grude/BA Posušju=Posušje/BA Trebinju=Trebinje/BA Brčkom=Brčko/BA
        Ilidži=Ilidža/BA Istočnom+Sarajevu=Istočno+Sarajevo/BA Republici+Srpskoj=Republika+Srpska/BA
        Tuzlanskog+kantona=Tuzlanski+kanton/BA Bosni+i+Hercegovini=Bosna+i+Hercegovina/BA Podgorici=Podgorica/ME
        podgoričkoj=Podgorica/ME Baru=Bar/ME Bara=Bar/ME barskoj=Bar/ME Budvi=Budva/ME Tivtu=Tivat/ME
        tivatski=Tivat/ME Kotoru=Kotor/ME kotorskog=Kotor/ME Bijelom+Polju=Bijelo+Polje/ME
        bjelopoljski=Bijelo+Polje/ME Pljevljima=Pljevlja/ME Pljevalja=Pljevlja/ME Herceg+Novom=Herceg+Novi/ME
        Ulcinju=Ulcinj/ME Rožajama=Rožaje/ME Mojanovićima=Mojanovići/ME Zeti=Zeta/ME Spužu=Spuž/ME
        Debelom+Brijegu=Debeli+Brijeg/ME Crnoj+Gori=Crna+Gora/ME Crne+Gore=Crna+Gora/ME Crnom+Gorom=Crna+Gora/ME
        Prištini=Prishtinë/XK prištinske=Prishtinë/XK Peći=Pejë/XK Đakovici=Gjakovë/XK
        Kosovskoj+Mitrovici=Mitrovicë/XK Gnjilanu=Gjilan/XK Uroševcu=Ferizaj/XK Kosovom=Kosovë/XK
        Gračanici=Graçanicë/XK Skoplju=Skopje/MK skopskog=Skopje/MK Kumanovu=Kumanovo/MK Tetovu=Tetovo/MK
        Đevđeliji=Gevgelija/MK Sjevernoj+Makedoniji=Severna+Makedonija/MK Strumici=Strumica/MK Tirani=Tiranë/AL
        Draču=Durrës/AL drački=Durrës/AL Skadru=Shkodër/AL Skadra=Shkodër/AL Valoni=Vlorë/AL Albaniji=Shqipëri/AL
        Zadru=Zadar/HR Vinkovcima=Vinkovci/HR Solunu=Thessaloniki/GR Beču=Wien/AT Cirihu=Zürich/CH Dubaiju=Dubai/AE
        Roterdamu=Rotterdam/NL Ekvadoru=Ekvador/EC Nemačkoj=Nemačka/DE Turskoj=Turska/TR
    """,
    "mk": """
        Скопје=Skopje/MK скопскиот=Skopje/MK скопската=Skopje/MK Куманово=Kumanovo/MK кумановско=Kumanovo/MK
        тетовскиот=Tetovo/MK Тетово=Tetovo/MK струмичкиот=Strumica/MK охридскиот=Ohrid/MK битолското=Bitola/MK
        Гевгелија=Gevgelija/MK Кичево=Kičevo/MK Дебар=Debar/MK Штип=Štip/MK штипскиот=Štip/MK Делчево=Delčevo/MK
        Богородица=Bogorodica/MK Табановце=Tabanovce/MK Деве+Баир=Deve+Bair/MK Бит-пазар=Bit-pazar/MK Чаир=Čair/MK
        Идризово=KPD+Idrizovo/MK Драч=Durrës/AL Тирана=Tiranë/AL Приштина=Prishtinë/XK Пеќ=Pejë/XK
        Белград=Beograd/RS Нови+Пазар=Novi+Pazar/RS Подгорица=Podgorica/ME Солун=Thessaloniki/GR Виена=Wien/AT
        Истанбул=Istanbul/TR Бугарија=Bugarska/BG Еквадор=Ekvador/EC Германија=Nemačka/DE
    """,
    "sq": """
        Durrësit=Durrës/AL Durrësi=Durrës/AL Durresit=Durrës/AL Shkodrës=Shkodër/AL Shkodra=Shkodër/AL
        Shkodrën=Shkodër/AL Tiranës=Tiranë/AL Tirana=Tiranë/AL Tiranën=Tiranë/AL Vlorës=Vlorë/AL Fierit=Fier/AL
        Fieri=Fier/AL Korçës=Korçë/AL Korces=Korçë/AL Elbasanit=Elbasan/AL Lezhës=Lezhë/AL Kukësit=Kukës/AL
        Gjirokastrës=Gjirokastër/AL Sarandës=Sarandë/AL Kamzës=Kamëz/AL Lazaratit=Lazarat/AL Thumanës=Thumanë/AL
        Roskovecit=Roskovec/AL Fushë-Krujës=Fushë-Krujë/AL Kapshticës=Kapshticë/AL Hanit+të+Hotit=Hani+i+Hotit/AL
        Qafë+Thanës=Qafë+Thanë/AL Kakavijës=Kakavijë/AL Prishtinës=Prishtinë/XK Prishtinën=Prishtinë/XK
        Pejës=Pejë/XK Prizrenit=Prizren/XK Gjilanit=Gjilan/XK Ferizajt=Ferizaj/XK Mitrovicës=Mitrovicë/XK
        Fushë+Kosovës=Fushë+Kosovë/XK Merdarit=Merdare/XK Vërmicës=Vërmicë/XK Banjskës=Banjskë/XK Kosovës=Kosovë/XK
        Shkupit=Skopje/MK Shkupin=Skopje/MK Tetovës=Tetovo/MK Kumanovës=Kumanovo/MK Kërçovës=Kičevo/MK
        Dibrës=Debar/MK Gostivarit=Gostivar/MK Maqedonisë+së+Veriut=Severna+Makedonija/MK Preshevës=Preševo/RS
        Bujanocit=Bujanovac/RS Beogradit=Beograd/RS Nishit=Niš/RS Luginës+së+Preshevës=Preševska+dolina/RS
        Ulqinit=Ulcinj/ME Tivarit=Bar/ME Podgoricës=Podgorica/ME Budvës=Budva/ME Malit+të+Zi=Crna+Gora/ME
        Malin+e+Zi=Crna+Gora/ME Serbisë=Srbija/RS Greqisë=Grčka/GR Gjermani=Nemačka/DE Selanikut=Thessaloniki/GR
        Stambollit=Istanbul/TR Vjenës=Wien/AT Romës=Roma/IT Cyrihut=Zürich/CH Dubait=Dubai/AE
        Guajakilit=Guayaquil/EC Shqipërisë=Shqipëri/AL malazeze=Crna+Gora/ME
    """,
    "en": """
        Belgrade=Beograd/RS Skopje=Skopje/MK Tirana=Tiranë/AL Pristina=Prishtinë/XK Durres=Durrës/AL
        Mojanovici=Mojanovići/ME Kosovo=Kosovë/XK Montenegrin=Crna+Gora/ME Albanian=Shqipëri/AL
        North+Macedonia=Severna+Makedonija/MK Antwerp=Antwerp/BE Vienna=Wien/AT Istanbul=Istanbul/TR
        Guayaquil=Guayaquil/EC Preševo+Valley=Preševska+dolina/RS Bosnia+and+Herzegovina=Bosna+i+Hercegovina/BA
        Republika+Srpska=Republika+Srpska/BA
    """,
}
CASES = [(language, *pair.replace("+", " ").split("=")) for language, table in FORMS.items() for pair in table.split()]


@pytest.fixture(scope="module")
def gazetteer(region: Region) -> Gazetteer:
    return gazetteer_of(region)


@pytest.fixture(scope="module")
def indexes(region: Region, gazetteer: Gazetteer) -> dict[str, Index]:
    return {code: Index(gazetteer, language) for code, language in region.languages.items()}


def test_the_list_of_forms_is_long_enough_to_mean_something() -> None:
    assert len(CASES) > 200


@pytest.mark.parametrize(("language", "form", "place"), CASES)
def test_an_inflected_form_leads_to_its_place(indexes: dict[str, Index], language: str, form: str, place: str) -> None:
    words = tokenize(fold(form)).words
    found = indexes[language].find(words, [not form[0].islower()] * len(words))
    name, country = place.rsplit("/", 1)
    assert [(hit.first, hit.last) for hit in found] == [(0, len(words))]
    assert any(fold(n.entry.name) == fold(name) and n.entry.country == country for n in found[0].names)


def test_lower_case_words_are_not_names(indexes: dict[str, Index]) -> None:
    for language, text in (
        ("hbs", "bio je u baru i pio vodu iz kule"),
        ("sq", "vlora e vogel ne mal"),
        ("en", "a bar of soap"),
    ):
        words = tokenize(fold(text)).words
        assert indexes[language].find(words, [False] * len(words)) == []
