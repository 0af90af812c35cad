"""Relevance: an event of organised crime or corruption that has to do with the region, and nothing else."""

from __future__ import annotations

import gzip
import json
import time
from pathlib import Path

import pytest

from komshi.pipeline.read.relevance import BIAS, WEIGHTS, Relevance
from komshi.pipeline.region import Region
from tests.pipeline.read.reports import REPORTS, Report, prepare


@pytest.fixture(scope="module")
def relevance(region: Region) -> Relevance:
    return Relevance(region)


@pytest.mark.parametrize("report", REPORTS, ids=lambda report: report.id)
def test_a_report_is_relevant_when_it_tells_an_event_of_the_field_here(region, relevance, report: Report) -> None:
    assert (relevance(prepare(region, report)) >= 0.5) is report.relevant


def test_a_text_without_a_word_of_the_field_scores_nothing(region, relevance) -> None:
    prepared = prepare(region, Report("calm", "sr", "Sutra sunčano, posle podne slab vetar."))
    assert relevance(prepared) == 0.0
    assert relevance.explain(prepared) == []


def test_the_same_report_in_cyrillic_and_without_diacritics_scores_the_same(region, relevance) -> None:
    latin = Report("a", "sr", "Policija u Vranju zaplenila je 20 kilograma kokaina i uhapsila trojicu švercera.")
    cyrillic = Report("b", "sr", "Полиција у Врању запленила је 20 килограма кокаина и ухапсила тројицу шверцера.")
    bald = Report("c", "sr", "Policija u Vranju zaplenila je 20 kilograma kokaina i uhapsila trojicu svercera.")
    scores = {round(relevance(prepare(region, report)), 6) for report in (latin, cyrillic, bald)}
    assert len(scores) == 1
    assert scores.pop() > 0.5


def test_a_score_shows_the_words_that_made_it(region, relevance) -> None:
    text = "Policija u Baru zaplenila je kokain skriven među bananama, a muzej je zatvoren."
    prepared = prepare(region, Report("why", "sr", text))
    reasons = {prepared.text[slice(*span)]: (name, worth) for span, name, worth in relevance.explain(prepared)}
    assert reasons["kokain"][0] == "topic"
    assert reasons["zaplenila"][0] == "hard"
    assert reasons["muzej"][0] == "other"
    assert reasons["kokain"][1] > 0 > reasons["muzej"][1]


def test_the_reasons_add_up_to_the_score(region, relevance) -> None:
    prepared = prepare(region, next(report for report in REPORTS if report.id == "hbs-seizure"))
    features = relevance.features(prepared)
    assert features is not None
    explained = sum(worth for _, _, worth in relevance.explain(prepared))
    total = sum(WEIGHTS[name] * features[name] for name in WEIGHTS)
    assert explained == pytest.approx(total, abs=0.01)
    assert relevance(prepared) == pytest.approx(1 / (1 + 2.718281828 ** -(total + BIAS)), abs=0.001)


def test_a_foreign_seizure_becomes_ours_when_the_group_is_from_here(region, relevance) -> None:
    theirs = "Španska policija zaplenila je u Valensiji 600 kilograma kokaina i uhapsila petoro Španaca."
    ours = "Španska policija zaplenila je u Valensiji 600 kilograma kokaina i uhapsila petoro državljana Srbije."
    assert relevance(prepare(region, Report("theirs", "sr", theirs))) < 0.5
    assert relevance(prepare(region, Report("ours", "sr", ours))) >= 0.5


def test_a_megabyte_of_crime_words_is_read_in_linear_time(region, relevance) -> None:
    words = "uhapšen zbog krijumčarenja kokaina i primanja mita " * 20_000
    prepared = prepare(region, Report("long", "sr", words))
    assert prepared.hits
    started = time.process_time()
    relevance(prepared)
    assert time.process_time() - started < 10


def records(path: Path) -> list[dict]:
    data = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
    return [json.loads(line) for line in data.decode("utf-8").splitlines()]


def score(region: Region, relevance: Relevance, record: dict) -> float:
    language = record.get("language") or record["lang"]
    report = Report(record["id"], language, record["text"], record.get("title") or None)
    return relevance(prepare(region, report))


@pytest.mark.parametrize(("name", "floor"), [("written.dev.jsonl", 0.95), ("dev.jsonl", 0.78)])
def test_relevance_keeps_its_floor_on_the_labelled_sets(region, relevance, shared_dir, name: str, floor: float) -> None:
    tp = fp = fn = 0
    for record in records(shared_dir / "eval" / name):
        said = score(region, relevance, record) >= 0.5
        tp += said and record["relevant"]
        fp += said and not record["relevant"]
        fn += record["relevant"] and not said
    assert 2 * tp / (2 * tp + fp + fn) >= floor


def test_texts_on_other_subjects_are_hardly_ever_taken_for_relevant(region, relevance, shared_dir) -> None:
    others = [r for r in records(shared_dir / "data/news/articles.dev.jsonl.gz") if r["class"] == "other"]
    alarms = sum(score(region, relevance, record) >= 0.5 for record in others)
    assert alarms <= len(others) * 0.02


@pytest.mark.parametrize(
    ("language", "text"),
    [
        # usury with its rate of interest
        (
            "sq",
            (
                "Policia e Fierit arrestoi një 51-vjeçar që jepte para me fajde me interes 20 për qind në "
                "muaj. Në banesë u gjetën 57 mijë euro."
            ),
        ),
        (
            "sr",
            ("U Zrenjaninu je uhapšen zelenaš koji je davao pozajmice uz kamatu od 20 odsto mesečno i oduzimao kuće."),
        ),
        ("mk", "Во Штип е уапсен лихвар кој давал пари со камата од 20 отсто месечно."),
        # poachers and stuffed birds
        (
            "mk",
            (
                "Ловокрадци кај Штип: најдени препарирани орли, стапици и отров. Осомничениот има 58 години, "
                "против него е поднесена кривична пријава."
            ),
        ),
        ("sr", "Kod Vršca nađene preparirane ptice grabljivice i zamke; protiv lovokradice podneta krivična prijava."),
        ("sq", "Në Korçë u gjetën shpendë të balsamosur dhe kurthe; një 58-vjeçar dyshohet për gjueti të paligjshme."),
        # a ransom for locked computers
        (
            "sr",
            (
                "Računari opštine Kikinda ne rade pošto su ih nepoznati napadači zaključali zlonamernim "
                "programom i zatražili otkup u kriptovaluti. Policija je otvorila istragu."
            ),
        ),
        (
            "mk",
            (
                "Компјутерите на општина Штип се заклучени со злонамерен софтвер, напаѓачите бараат откуп во "
                "криптовалута. Полицијата отвори истрага."
            ),
        ),
        (
            "sq",
            (
                "Kompjuterët e spitalit në Shkodër u bllokuan nga një program keqdashës dhe sulmuesit "
                "kërkojnë shpërblim në kriptovalutë. Policia nisi hetimet."
            ),
        ),
        # dumped waste, without the word illegal
        (
            "bs",
            (
                "Inspekcija je u kasarni kod Kalesije pronašla sedam tona otpada od akumulatora; voda iz "
                "bunara je zagađena, a tužilaštvo je formiralo predmet."
            ),
        ),
        ("sr", "Код Књажевца су рибари нашли осам тона хемијског отпада у бурадима, тужилаштво је отворило предмет."),
        ("mk", "Рибари најдоа осум тони отпад во буриња кај Кочани, обвинителството отвори предмет."),
        (
            "sq",
            (
                "Dy peshkatarë njoftuan policinë për tetë tonë mbetje kimike pranë lumit, në Kukës. "
                "Prokuroria ka nisur procedurë për ndotje të mjedisit."
            ),
        ),
        (
            "en",
            (
                "Anglers found eight tonnes of chemical waste in barrels by the river near Kukës. Prosecutors "
                "opened a case."
            ),
        ),
        # what follows from it
        (
            "sr",
            (
                "Бунари у три села код Књажевца и даље су затворени, вода стиже цистерном. У мају је на обали "
                "нађено 14 тона медицинског отпада. Превозник није откривен, тужилаштво прикупља доказе."
            ),
        ),
        (
            "sr",
            (
                "Вода из реке код Књажевца садржала је шест пута више фенола него што је дозвољено, показују "
                "анализе, четири месеца пошто је откривено 14 тона отпада. Истрага се води против непознатих."
            ),
        ),
        (
            "mk",
            (
                "Четири села кај Кочани без бунари: во водата има фенол. Отпадот беше откриен на 11 мај, а "
                "обвинителството сè уште нема осомничени за загадувањето."
            ),
        ),
        (
            "sq",
            (
                "Peshkataria në Kukës mbyllet: në lumë u gjetën 14 tonë mbetje kimike, e pastaj edhe tetë "
                "tonë të tjera. Prokuroria, tri muaj pas hapjes së hetimit, nuk ka asnjë të dyshuar."
            ),
        ),
        # a rule for those who report corruption
        (
            "hr",
            (
                "Općinsko vijeće u Neumu usvojilo je pravilnik o zaštiti zviždača, osoba koje prijave "
                "korupciju u javnim poduzećima."
            ),
        ),
        ("sr", "Skupština opštine Kikinda usvojila je pravilnik o zaštiti uzbunjivača koji prijave korupciju."),
    ],
)
def test_reports_of_each_market_and_of_what_follows_are_relevant(region, relevance, language: str, text: str) -> None:
    assert relevance(prepare(region, Report("own", language, text))) >= 0.5


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("sr", "Komunalno preduzeće u Kikindi odvezlo je 500 tona otpada posle praznika, kontejneri će biti oprani."),
        ("sr", "Zbog mutnoće posle kiše voda iz bunara u dva sela kod Vršca nije za piće, saopštio je zavod."),
        ("mk", "Комуналното претпријатие во Штип собра 40 тони отпад од депонијата, почна чистењето на паркот."),
        ("sq", "Banorët e Kukësit nuk kanë ujë të pijshëm pas shirave, puset po pastrohen nga ujësjellësi."),
        ("sr", "Inflacija je pala za dva odsto, pošto su pojeftinili struja i gorivo, objavio je zavod u Beogradu."),
        ("hr", "U Vukovaru je usvojen pravilnik o parkiranju, stanari će plaćati manje."),
        ("mk", "Музејот во Штип прикажа препарирани птици од збирката на еден ловец."),
    ],
)
def test_rubbish_wells_and_rules_of_every_day_are_not(region, relevance, language: str, text: str) -> None:
    assert relevance(prepare(region, Report("calm", language, text))) < 0.5


def test_a_word_that_is_not_the_town_ties_no_text_to_the_region(region, relevance) -> None:
    prepared = prepare(
        region, Report("far", "sr", ("Poslanici nisu glasali o krijumčarenju kokaina u Peruu, uhapšenih nema."))
    )
    assert not [reason for reason in relevance.explain(prepared) if reason[1] == "own"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        # film, series, novel
        (
            "sr",
            "Počelo je snimanje serije o klanu iz Zemuna; glavnu ulogu šverca kokaina tumači Vuk Radin, kaže reditelj.",
        ),
        ("mk", "Во Охрид почна снимањето на серија за зеленаши и мафијаши, главната улога ја толкува Јане Митрев."),
        # a quarrel
        (
            "bs",
            "Žestoka rasprava u Skupštini u Sarajevu: opozicija optužila vlast za korupciju, kvoruma nije bilo.",
        ),
        (
            "mk",
            "Препукување во Собранието во Скопје за корупцијата: „Вие сте мафија“, рекоа од опозицијата.",
        ),
        # figures
        (
            "sr",
            "Od početka godine u Nišu podneto je 300 prijava zbog droge, sedam odsto više nego u istom periodu lane.",
        ),
        (
            "mk",
            "СВР Штип во првите шест месеци евидентирал 900 кривични дела и запленил помалку марихуана од лани.",
        ),
        # a cargo on the road
        (
            "sr",
            "Kod Aleksinca se prevrnula cisterna sa 20.000 litara dizela, vozač je povređen, saobraćaj je u prekidu.",
        ),
        ("mk", "Камион со 18 тони тутун се преврте кај Велес, возачот е тешко повреден во незгодата."),
        # a robbery, a burglary
        ("cnr", "Maskirani razbojnik opljačkao kladionicu u Nikšiću i pobjegao s novcem, policija traga za njim."),
        ("sr", "U Somboru uhapšen muškarac koji je provalio u market i ukrao cigarete."),
        # an anniversary, a fire by accident
        ("cnr", "Polaganjem vijenaca u Podgorici obilježena je godišnjica ubistva novinara, istraga nije završena."),
        ("mk", "Запалено возило во Скопје, причината е дефект на инсталацијата, соопшти полицијата."),
    ],
)
def test_what_only_sounds_like_the_topic_is_not_relevant(region, relevance, language: str, text: str) -> None:
    assert relevance(prepare(region, Report("tempting", language, text))) < 0.5


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("bs", "Bivši načelnik općine Ključ osuđen je na pet godina zatvora, potvrđeno je iz suda."),
        ("mk", "Поранешниот директор на болницата во Штип е осуден на четири години затвор."),
    ],
)
def test_an_official_in_the_dock_is_relevant_whatever_the_offence_is_called(region, relevance, language, text) -> None:
    assert relevance(prepare(region, Report("dock", language, text))) >= 0.5


def test_an_arrest_for_nothing_that_is_on_the_topic_is_not(region, relevance) -> None:
    prepared = prepare(
        region, Report("any", "sr", "U Nišu je uhapšen muškarac, određen mu je pritvor i podignuta je optužnica.")
    )
    assert relevance(prepared) == 0.0


def test_a_long_report_that_names_no_place_of_the_region_is_about_elsewhere(region, relevance) -> None:
    text = (
        "Policija je zaplenila dve tone kokaina i uhapsila pet osoba. " + "Istraga traje, kaže tamošnja policija. " * 12
    )
    here = text.replace("Policija je", "Policija u Beogradu je", 1)
    far, near = (prepare(region, Report(name, "sr", words)) for name, words in (("far", text), ("near", here)))
    assert relevance.features(far)["nowhere"] == 1.0
    assert relevance(far) < relevance(near)
    assert relevance(near) >= 0.5


def test_macedonian_typed_in_latin_letters_is_read_like_macedonian(region, relevance) -> None:
    text = (
        "Vo Gostivar bea zapechateni shest divi oblozhuvalnici, zapleneti se aparati i e podnesena krivichna prijava."
    )
    prepared = prepare(region, Report("typed", "mk", text))
    assert prepared.language.code == "mk"
    assert relevance(prepared) >= 0.5


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("sr", "Kladionica u podrumu pekare u Vranju: radila bez dozvole."),
        ("bs", "Dva kila heroina u rancu putnika autobusa za Goražde."),
        ("mk", "Украдено БМВ од Виена се нашло кај купувач во Струга."),
        ("sq", "Kazino pa licencë në një lokal të Fierit, bllokohen 22 aparate."),
        ("en", "Ecstasy by post: a parcel leads police in Gjilan to a student."),
        ("mk", "Граничари кај Дојран запреле комбе со седумнаесет авганистански државјани, возачот го нема."),
        ("sr", "Granična policija kod Šida presrela kombi pun avganistanskih državljana, vozač uhapšen."),
    ],
)
def test_a_ticker_that_names_a_market_needs_no_second_word(region, relevance, language: str, text: str) -> None:
    assert relevance(prepare(region, Report("brief", language, text))) >= 0.5


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The prosecution dropped the case against the former mayor of Zenica for lack of evidence."),
        ("hr", "Odbačena prijava protiv bivšeg ministra u Mostaru, nema dokaza."),
        ("mk", "Обвинителството ја отфрли пријавата против градоначалникот на Берово."),
        ("sq", "Prokuroria e Beratit pushoi kallëzimin ndaj kryetarit të bashkisë për mungesë provash."),
    ],
)
def test_a_dropped_case_of_an_official_is_relevant(region, relevance, language: str, text: str) -> None:
    assert relevance(prepare(region, Report("dropped", language, text))) >= 0.5


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Pupils in Peja learn about human trafficking at a police workshop."),
        ("mk", "Учениците од Кочани слушаа предавање за трговија со луѓе."),
        ("sq", "Policia publikoi bilancin e gjashtëmujorit: 1.200 arrestime në gjashtë muaj, heroina dyfish."),
        ("sr", "Za pet godina 400 presuda za korupciju, piše u godišnjem izveštaju suda u Nišu."),
        ("sq", "Furgoni me punëtorë përplaset me një kamion në Lezhë, katër të plagosur."),
    ],
)
def test_lessons_yearly_figures_and_collisions_are_not(region, relevance, language: str, text: str) -> None:
    assert relevance(prepare(region, Report("calm", language, text))) < 0.5
