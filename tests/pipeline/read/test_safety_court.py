"""Nobody is wronged by what courts say: experts, those whose case was given up, those whose verdict a title lifts."""

from __future__ import annotations

import pytest

from komshi import regions
from komshi.pipeline.read.compose import Reader
from komshi.pipeline.region import Region
from komshi.pipeline.types import Article

ACCUSED = {"suspect", "charged", "convicted"}


@pytest.fixture(scope="module")
def reader(region: Region) -> Reader:
    return Reader(region)


def roles(reader: Reader, text: str, title: str | None = None, *, language: str = "en") -> dict[str, str]:
    reading = reader.read(Article("r", text, title, language=language, published="2026-10-08"))
    assert reading.relevant, reading.relevance
    return {actor.name: actor.role for actor in reading.events[0].actors}


TRIAL = {
    "en": "Chassis numbers were changed, expert Blagoja Trendov said in Skopje at the trial of eight accused of theft.",
    "sr": "Brojevi su prekucani, rekao je veštak Blagoje Trendov na suđenju osmorici optuženih za krađu automobila.",
    "mk": "Броевите на шасиите се прекуцани, рече вештакот Благоја Трендов на судењето на осуммина обвинети за кражба.",
    "sq": "Numrat e shasive ishin ndryshuar, tha eksperti Blagoje Trendi në gjyqin e tetë të akuzuarve për vjedhje.",
}
MORE = {
    "en": "The prosecution says thieves in Linz were paid. A clerk made the papers. The defence denies it. It goes on.",
    "sr": "Tužilaštvo tvrdi da su plaćani lopovi u Lincu. Odbrana poriče. Suđenje se nastavlja.",
    "mk": "Обвинителството тврди дека крадците биле платени. Службеник давал документи. Одбраната негира. Тоа трае.",
    "sq": "Prokuroria thotë se hajdutët u paguan në Linz. Një nëpunës bëri letrat. Mbrojtja e mohon. Gjyqi vazhdon.",
}


@pytest.mark.parametrize("language", list(TRIAL))
def test_an_expert_who_is_heard_at_a_trial_is_not_on_trial(reader: Reader, language: str) -> None:
    told = roles(reader, f"{TRIAL[language]} {MORE[language]}", language=language)
    assert len(told) == 1
    assert ACCUSED.isdisjoint(told.values())


@pytest.mark.parametrize("words", ["abandoned the prosecution of", "discontinued the proceedings against"])
def test_whose_prosecution_is_given_up_is_no_defendant(reader: Reader, words: str) -> None:
    text = (
        f"Prosecutors in Sabac {words} businessman Slobodan Aleksin, who had been charged with importing 640 tonnes of "
        "waste from Italy. The judge rejected the charge on Friday."
    )
    assert roles(reader, text)["Slobodan Aleksin"] not in ACCUSED


@pytest.mark.parametrize(
    "title",
    [
        "Constitutional Court quashes final verdict, trafficker leaves prison",
        "Constitutional Court Quashes Final Verdict, Trafficker Leaves Prison",
    ],
)
def test_a_title_that_lifts_a_verdict_lifts_it_in_capitals_too(reader: Reader, title: str) -> None:
    text = (
        "Nermin Alagin, convicted by a final verdict to 14 years for organizing the drug trade, left prison in Mostar "
        "on Tuesday."
    )
    assert roles(reader, text, title) == {"Nermin Alagin": "charged"}


def test_the_network_convicts_none_of_those_whose_verdict_is_set_aside() -> None:
    text = (
        "The Court of Appeal in Niš has set aside a judgment by which five men from Pirot and Dimitrovgrad "
        "were sentenced for stealing oak and beech from state forests, and ordered that they be tried again, "
        "Južne vesti reports.\n\n"
        "Last year the Higher Court in Pirot gave forester Saša Mančić three years, and sawmill owners Zvonko "
        "Petrović and Ljubiša Ćirić two years each; lorry driver Dejan Todorov and Bulgarian trader Hristo "
        "Panev received suspended sentences. All were released pending the retrial.\n\n"
        "The appellate judges, presided over by Gordana Stanojević, held that the first-instance court had "
        "not explained how 4,100 cubic metres could have left the forest with valid permits, nor why it "
        "disbelieved surveyor Miodrag Pejčić, an expert witness, who found less than half of that. Mančić's "
        "earlier conviction for the same kind of offence, from 2008, was wrongly counted as aggravating after "
        "it had been erased.\n\n"
        '"Eight years of waiting," commented Slavica Mančić, wife of the first accused. Lawyer Toplica Denčić '
        "expects the offence to fall under the statute of limitations."
    )
    told = roles(Reader(regions.load()), text, "Nis appeals court quashes verdict for 'Stara Planina' timber")
    assert {"Saša Mančić", "Zvonko Petrović", "Ljubiša Ćirić"} <= told.keys()
    assert "convicted" not in told.values()
