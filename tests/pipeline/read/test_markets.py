"""Markets: what a report is about, most important first, and nothing where the text names none."""

from __future__ import annotations

import pytest

from komshi.pipeline.read.markets import Markets
from komshi.pipeline.region import Region
from tests.pipeline.read.reports import REPORTS, Report, focus_of, prepare

ASKED = [report for report in REPORTS if report.relevant and report.market is not None]


def read(region: Region, report: Report) -> list[str]:
    prepared = prepare(region, report)
    return [market.id for market in Markets(region)(prepared, focus_of(region, prepared))]


@pytest.mark.parametrize("report", ASKED, ids=lambda report: report.id)
def test_the_first_market_is_what_the_report_is_about(region, report: Report) -> None:
    assert (read(region, report) or [""])[0] == report.market


def test_every_market_of_the_lexicons_is_one_that_the_code_can_name(region) -> None:
    by_language = {code: {term.id.partition(".")[0] for term in language.terms("markets")}
                   for code, language in region.languages.items()}  # fmt: skip
    assert by_language["sq"] == by_language["mk"] == by_language["hbs"] == by_language["en"]
    assert len(by_language["sq"] - {"nothing", "unnamed"}) == 22


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("sr", "U Šapcu je uhapšen vozač kod koga je nađena droga, rekao je ministar."),
        ("mk", "Во Охрид е приведен возач кај кого е најдена дрога, рече министерот."),
        ("sq", "Në Lezhë u arrestua një shofer me drogë në makinë, tha ministri."),
        ("en", "A driver was arrested in Tuzla with drugs in his car, the minister said."),
    ],
)
def test_a_drug_that_is_not_named_gives_no_market(region, language: str, text: str) -> None:
    assert read(region, Report("unnamed", language, text)) == []


def test_the_drug_of_an_older_war_does_not_name_the_market_of_a_killing(region) -> None:
    text = (
        "U Herceg Novom je sinoć ubijen muškarac blizak jednom klanu. Rat klanova počeo je prije devet godina, "
        "kada je u Španiji nestalo 250 kilograma kokaina."
    )
    assert read(region, Report("war", "cnr", text, "Ubistvo u Herceg Novom"))[0] == "organized_violence"


def test_offences_told_in_one_breath_keep_their_order(region) -> None:
    text = "Osumnjičeni u Zenici terete se za utaju poreza, davanje mita i pranje novca."
    assert read(region, Report("list", "bs", text))[0] == "financial_crimes"
    assert set(read(region, Report("list", "bs", text))) == {"financial_crimes", "corruption", "money_laundering"}


def test_evidence_points_at_the_words_in_the_text(region) -> None:
    report = Report("words", "mk", "Полицијата во Тетово запленила пет килограми хероин.")
    prepared = prepare(region, report)
    (market,) = Markets(region)(prepared, focus_of(region, prepared))
    assert [prepared.text[slice(*span)] for span in market.evidence] == ["хероин"]
    assert 0 < market.score < 1


@pytest.mark.parametrize(
    ("language", "text", "market"),
    [
        ("sr", "U Negotinu je uhapšen otac koji je decu slao da prose i uzimao im novac.", "human_trafficking"),
        ("mk", "Во Струмица приведен татко кој ги терал децата да просат.", "human_trafficking"),
        ("bs", "Kod Bihaća zaustavljen kombi u kojem je bilo 19 stranih državljana.", "human_smuggling"),
        ("mk", "Патрола кај Куманово запре комбе со 14 лица од Пакистан.", "human_smuggling"),
        ("sr", "U Senti uhapšen muškarac koji je pozajmljivao novac uz kamatu od 20 odsto.", "extortion_racketeering"),
        ("mk", "Во Кавадарци уапсени двајца кои барале угостител да им плаќа.", "extortion_racketeering"),
        ("cnr", "Na Baču otkriven autobus s deset pušaka u duplom dnu.", "arms_trafficking"),
        ("sr", "Kod Bečeja oduzeto 300 majica s logom poznatih brendova.", "counterfeit_goods"),
        ("hr", "U Orašju zaplijenjeno 400 kilograma rezanog duhana.", "excisable_goods"),
        ("mk", "На Деве Баир одземени 900 пакувања цигари без акцизни маркички.", "excisable_goods"),
        ("bs", "U šumi kod Olova zatečena trojica dok obaraju hrast, oduzeta dva kubika drveta.", "flora_crimes"),
        ("mk", "Кај Крушево запрен камион со нежигосани дрва.", "flora_crimes"),
        ("sr", "Ribočuvari na Gruži oduzeli mreže i 40 kilograma šarana.", "fauna_crimes"),
        ("mk", "За време на мрест одземени мрежи и 30 килограми крап.", "fauna_crimes"),
        ("cnr", "Policija zatekla rovokopač u koritu Lima, šljunak vađen bez koncesije.", "non_renewable_resources"),
        ("mk", "Багери ваделе песок од корито на Брегалница, поднесена пријава.", "non_renewable_resources"),
        ("bs", "Serveri općine zaključani, napadači traže otkup u kriptovaluti.", "cyber_dependent_crimes"),
        ("sr", "Osumnjičeni su izbegavali plaćanje poreza preko fiktivnih faktura.", "financial_crimes"),
        ("sr", "Upravnica doma zaposlila snahu i dve rođake bez konkursa, podignuta optužnica.", "corruption"),
        ("mk", "Директорката вработила снаа и внука без оглас.", "corruption"),
        ("cnr", "Na aerodromu nađeno 90.000 eura koje putnik nije prijavio carini.", "money_laundering"),
        ("bs", "Iz Italije u Ključ stiglo 200 bala plastike, smeće je istovareno u krugu pilane.", "waste_crimes"),
        ("mk", "Основано јавно обвинителство за закопаниот отпад и загадување на реката.", "waste_crimes"),
        ("sr", "Zapečaćene divlje kladionice u Bujanovcu, oduzeto 12 aparata.", "illegal_gambling"),
        ("mk", "Диви обложувалници запечатени во Кичево, одземени апарати.", "illegal_gambling"),
        ("sr", "Na prelazu oduzet audi, brojevi karoserije prepravljeni.", "vehicle_crime"),
        ("mk", "Џипови украдени во Германија, со сменети броеви на шасија.", "vehicle_crime"),
        ("sr", "U kolima nađena tri detektora za metal i rimski novčići.", "cultural_property"),
        ("mk", "Двајца копале на археолошки локалитет, најдени монети од римско доба.", "cultural_property"),
    ],
)
def test_each_market_is_known_by_how_outlets_word_it(region, language: str, text: str, market: str) -> None:
    assert read(region, Report("worded", language, text))[:1] == [market]


@pytest.mark.parametrize(
    ("language", "text", "market"),
    [
        ("cnr", "Šumar u Plavu pretučen pošto je prijavio bespravnu sječu.", "flora_crimes"),
        ("mk", "Претепан шумар кај Берово откако пријавил бесправна сеча.", "flora_crimes"),
        ("sr", "Meštanima Loznice prete zbog ilegalne eksploatacije šljunka.", "non_renewable_resources"),
    ],
)
def test_who_is_beaten_over_the_wood_or_the_gravel_is_beaten_for_it(region, language: str, text: str, market) -> None:
    assert read(region, Report("fought", language, text))[0] == market


def test_an_offence_that_only_the_background_names_is_still_the_market(region) -> None:
    text = (
        "Apelacioni sud ukinuo je presudu Vasu Rajkunoviću i predmet vratio na ponovno suđenje. "
        "Optužen je da je 2013. godine uzeo 20.000 eura mita."
    )
    assert read(region, Report("retold", "cnr", text, published="2019-03-01"))[:1] == ["corruption"]


def test_what_a_man_of_a_clan_traded_in_comes_before_the_clan(region) -> None:
    text = "Vođa klana izručen je juče Srbiji, gde mu se sudi za trgovinu kokainom."
    assert read(region, Report("clan", "sr", text))[0] == "cocaine_trade"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("sr", "U garaži u Zemunu policija je zaplenila oružje, municiju i tri eksplozivne naprave."),
        ("mk", "Во куќа во Делчево се пронајдени пиштоли и експлозивни направи."),
        ("sq", "Në Lushnjë u sekuestruan 18 kg lëndë plasëse dhe detonatorë."),
    ],
)
def test_explosives_that_were_found_are_goods(region, language: str, text: str) -> None:
    assert read(region, Report("found", language, text))[:1] == ["arms_trafficking"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("mk", ("Во Берово од возач се одземени 6 грама кокаин. Тој е осомничен за неовластено производство и промет "
               "со наркотични дроги, психотропни супстанции и прекурсори.")),
        ("sr", ("U Senti je od vozača oduzeto 6 grama kokaina. Tereti se za promet droga, psihotropnih supstanci "
               "i prekursora.")),
    ],
)  # fmt: skip
def test_the_long_name_of_an_offence_names_no_drug(region, language: str, text: str) -> None:
    assert read(region, Report("law", language, text)) == ["cocaine_trade"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("mk", "Обвинителството за гонење организиран криминал и висока корупција во Скопје води истрага за канабис."),
        ("bs", "Odjel za organizovani kriminal i korupciju u Sarajevu vodi istragu o uzgoju kanabisa."),
        ("en", "The office against organised crime and corruption in Skopje opened an investigation into cannabis."),
    ],
)
def test_the_name_of_an_office_names_no_market(region, language: str, text: str) -> None:
    assert read(region, Report("office", language, text)) == ["cannabis_trade"]


def test_what_somebody_is_accused_of_is_the_news_however_old_it_is(region) -> None:
    text = (
        "A man was extradited from Madrid to Podgorica last night. Prosecutors accuse him of organising transport of "
        "900 kilograms of cocaine in November 2020. A relative of his was killed abroad."
    )
    assert read(region, Report("old", "en", text, published="2025-03-14"))[:1] == ["cocaine_trade"]


def test_an_attack_does_not_drive_out_the_extortion_behind_it(region) -> None:
    text = (
        "Na kafić u Sremčici sinoć je bačena bomba. Vlasnik je od proleća dobijao poruke. Nepoznati su tražili novac. "
        "Policija proverava sumnju na iznudu."
    )
    assert read(region, Report("behind", "sr", text)) == ["organized_violence", "extortion_racketeering"]


def test_a_journalist_attacked_by_bomb_is_no_matter_of_what_he_once_wrote_about(region) -> None:
    text = (
        "Tritol u aktivizua te shtëpia e një gazetareje në Kuçovë. Banesa u dëmtua. "
        "Gazetarja kishte shkruar për puset e naftës."
    )
    assert read(region, Report("wrote", "sq", text))[:1] == ["organized_violence"]


@pytest.mark.parametrize(
    ("language", "text", "market"),
    [
        ("sr", "Lažni brokeri iz Novog Sada nagovarali penzionere da ulože u kriptovalute.", "financial_crimes"),
        ("mk", "Измамници од Битола ветувале добивка од криптовалути.", "financial_crimes"),
        ("bs", "Dvije djevojke zaključane u motelu kod Olova, uhapšen vlasnik.", "human_trafficking"),
        ("mk", "Во товарното имало 22 мигранти, возачот од Неготино избега.", "human_smuggling"),
        ("sq", "Ia kallin kerrin keshilltarit ne Presheve.", "organized_violence"),
        ("mk", "Изгоре автомобилот на новинарка во Струга.", "organized_violence"),
        ("cnr", "Cariniku u Rožajama zapaljen automobil.", "organized_violence"),
        ("en", "The contract in Bitola went to a cousin of the mayor, an investigation shows.", "corruption"),
    ],
)
def test_a_market_is_known_without_the_name_of_an_offence(region, language: str, text: str, market: str) -> None:
    assert read(region, Report("unnamed", language, text))[:1] == [market]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("sr", "Revizori: komunalno preduzeće u Leskovcu fakturama pravdalo dizel za kamione koje nema."),
        ("sq", "Auditori: komuna e Klinës pagoi dy herë të njëjtën faturë."),
        ("mk", "Градоначалникот на Пробиштип обвинет за фалсификуван градежен дневник."),
        ("en", "Auditors: the utility in Kakanj paid invoices for fuel that never arrived."),
    ],
)
def test_public_money_that_went_by_false_papers_is_corruption(region, language: str, text: str) -> None:
    assert read(region, Report("public", language, text))[0] == "corruption"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("bs", "Bomba pod džipom ugostitelja u Zenici. Dvojica mu već mjesec traže 20.000 KM za mir."),
        ("mk", "Експлозија пред обложувалница во Кичево. Сопственикот одбил да плаќа за заштита."),
        ("sq", "Tritol në portën e biznesmenit në Peqin. Në letër i kërkohen biznesmenit 80 mijë euro."),
    ],
)
def test_a_bomb_that_asks_for_money_is_extortion(region, language: str, text: str) -> None:
    assert read(region, Report("asked", language, text))[0] == "extortion_racketeering"


def test_assets_that_pass_to_the_state_are_the_news_not_the_drug_behind_them(region) -> None:
    text = "Tri vile i hotel u Tivtu ostaju državi. Vlasnik je ranije osuđen zbog šverca kokaina, sud je odbio žalbu."
    assert read(region, Report("assets", "cnr", text, "Vile osuđenog ostaju državi"))[0] == "money_laundering"
