"""Status: nobody is read as further than the text says, above all nobody as convicted."""

from __future__ import annotations

import pytest

from komshi.pipeline.read.status import Status
from komshi.pipeline.region import Region
from tests.pipeline.read.reports import REPORTS, Report, focus_of, prepare

ASKED = [report for report in REPORTS if report.relevant and report.status != "not asked"]


def read(region: Region, report: Report) -> str | None:
    prepared = prepare(region, report)
    return Status(region)(prepared, focus_of(region, prepared))[0]


@pytest.mark.parametrize("report", ASKED, ids=lambda report: report.id)
def test_the_stage_is_the_one_that_the_report_states(region, report: Report) -> None:
    assert read(region, report) == report.status


@pytest.mark.parametrize(
    ("language", "text", "status"),
    [
        ("sr", "Potvrđena je optužnica protiv bivšeg načelnika zbog primanja mita.", "indicted"),
        ("bs", "Suđenje za krijumčarenje oružja nastavlja se u Banjoj Luci, presuda se očekuje na jesen.", "on_trial"),
        ("cnr", "Osuđen je zbog pranja novca, ali presuda još nije pravosnažna.", "first_instance"),
        ("sr", "Nepravosnažno je osuđen na tri godine zbog utaje poreza.", "first_instance"),
        ("hr", "Pravomoćno je osuđen na tri godine zbog utaje poreza.", "final_conviction"),
        ("mk", "Истрагата за поткуп е отворена, осомничени се двајца инспектори.", "under_investigation"),
        ("mk", "Осуден е на две години затвор за проневера, пресудата не е правосилна.", "first_instance"),
        ("sq", "U hap hetim për tenderin; i pandehuri do të pyetet nesër.", "under_investigation"),
        (
            "sq",
            "Gjykata e dënoi me tre vjet burg për kontrabandë duhani, vendimi mori formën e prerë.",
            "final_conviction",
        ),
        (
            "sq",
            "Gjykata e dënoi me tre vjet burg për kontrabandë duhani, vendimi nuk ka marrë formën e prerë.",
            "first_instance",
        ),
        ("en", "He was sentenced to four years for bribery; the verdict is not final.", "first_instance"),
        ("en", "The appeals court upheld the verdict and he was convicted of bribery.", "final_conviction"),
    ],
)
def test_small_words_decide_the_stage(region, language: str, text: str, status: str) -> None:
    assert read(region, Report("stage", language, text)) == status


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("sr", "Osumnjičeni za šverc cigareta saslušan je u Vranju."),
        ("sr", "Prvostepena presuda direktoru je ukinuta, sud je vratio predmet na ponovno suđenje."),
        ("bs", "Tužilac traži kaznu od deset godina zatvora za bivšeg ministra."),
        ("cnr", "Zbog šverca duvana prijeti mu kazna do osam godina zatvora, rekli su iz policije po hapšenju u Baru."),
        ("mk", "Приведен е осомничен за трговија со дрога, му се заканува казна затвор."),
        ("sq", "I pandehuri u arrestua në Durrës dhe rrezikon deri në 15 vjet burg."),
        ("sq", "Prokurori kërkoi 15 vjet burg për ish-ministrin."),
        ("en", "The suspect was arrested in Tetovo and faces up to ten years in prison."),
    ],
)
def test_a_suspect_a_demand_and_a_quashed_verdict_are_no_conviction(region, language: str, text: str) -> None:
    assert read(region, Report("suspect", language, text)) not in {"first_instance", "final_conviction"}


def test_a_visa_ban_is_no_stage_of_a_criminal_case(region) -> None:
    text = "Stejt department zabranio je ulazak u SAD bivšem ministru zbog umešanosti u korupciju."
    assert read(region, Report("ban", "sr", text)) is None


def test_a_stage_that_is_read_shows_its_words(region) -> None:
    report = Report("words", "sr", "Osuđen je na tri godine zatvora zbog mita. Presuda je pravosnažna.")
    prepared = prepare(region, report)
    status, evidence = Status(region)(prepared, focus_of(region, prepared))
    assert status == "final_conviction"
    assert [prepared.text[slice(*span)] for span in evidence] == ["pravosnažna"]
