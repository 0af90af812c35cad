"""Short invented reports with what a reader should make of them. Every person, firm and outlet in them is fictional."""

from __future__ import annotations

from dataclasses import dataclass, field

from komshi.pipeline.read.background import Background
from komshi.pipeline.read.events import Events
from komshi.pipeline.read.prepared import Focus, Prepared
from komshi.pipeline.region import Region
from komshi.pipeline.text.fold import Folded
from komshi.pipeline.text.language import LanguageReader
from komshi.pipeline.text.tokens import tokenize
from komshi.pipeline.types import Article


@dataclass(frozen=True)
class Report:
    """One report. A field that is None is not asked about; `market` "" means that none can be told."""

    id: str
    language: str
    text: str
    title: str | None = None
    published: str | None = None
    relevant: bool = True
    market: str | None = None
    type: str | None = None
    status: str | None = field(default="not asked")
    organised: str | None = None


def prepare(region: Region, report: Report) -> Prepared:
    """The report made ready for the questions, without its outlet."""
    article = Article(report.id, report.text, report.title, language=report.language, published=report.published)
    folding = Folded(article.canonical)
    tokens = tokenize(folding.folded)
    tongue = LanguageReader(region)(article.canonical, tokens, declared=report.language)
    language = region.languages[tongue.family or region.family[report.language]]
    return Prepared(article, article.canonical, folding, tokens, tongue, language, None)


def focus_of(region: Region, prepared: Prepared) -> Focus:
    """The focus as the whole reader makes it."""
    cues, background = Events(region)(prepared), Background(region)(prepared)
    if not cues:
        return Focus("other", None, 0, background)
    return Focus(cues[0].type, cues[0].trigger, cues[0].sentence, background - {cues[0].sentence})


REPORTS = [
    # Bosnian, Croatian, Montenegrin, Serbian
    Report(
        "hbs-seizure",
        "sr",
        "Pripadnici pogranične policije zaplenili su sinoć na Preševu 38 kilograma heroina, skrivenih u "
        "rezervnoj gumi kamiona. Vozač, državljanin Turske, zadržan je do 48 sati.",
        "Heroin u rezervnoj gumi",
        market="heroin_trade",
        type="seizure",
        status="reported",
        organised="none_stated",
    ),
    Report(
        "hbs-arrest-mayor",
        "bs",
        "Gradonačelnik Donjeg Polja uhapšen je jutros zbog sumnje da je za dodjelu gradskog zemljišta primio "
        "mito od 40.000 maraka, potvrđeno je iz kantonalnog tužilaštva.",
        "Uhapšen gradonačelnik",
        market="corruption",
        type="arrest",
        status="under_investigation",
    ),
    Report(
        "hbs-croatian-words",
        "hr",
        "Županijsko državno odvjetništvo podignulo je optužnicu protiv trojice Mostaraca zbog krijumčarenja "
        "14 migranata preko Une. Uhićeni su u lipnju, a kazneno djelo priznao je samo vozač kombija.",
        "Optužnica za krijumčarenje migranata",
        market="human_smuggling",
        type="indictment",
        status="indicted",
    ),
    Report(
        "hbs-first-instance",
        "cnr",
        "Viši sud u Podgorici osudio je na šest godina zatvora D.P. zbog šverca kokaina. Presuda nije "
        "pravosnažna i može se izjaviti žalba Apelacionom sudu.",
        "Šest godina za kokain",
        market="cocaine_trade",
        type="conviction",
        status="first_instance",
    ),
    Report(
        "hbs-final",
        "sr",
        "Апелациони суд у Нишу потврдио је пресуду којом је бивши царинник осуђен на две године затвора због "
        "примања мита. Он је тиме правоснажно осуђен.",
        "Правоснажна пресуда царинику",
        market="corruption",
        type="conviction",
        status="final_conviction",
    ),
    Report(
        "hbs-demand-is-no-sentence",
        "sr",
        "Tužilaštvo je danas u završnoj reči zatražilo kaznu od 15 godina zatvora za vođu grupe koja je prala "
        "novac od droge preko menjačnica u Subotici. Odbrana se izjašnjava sutra.",
        "Završna reč: zatraženo 15 godina",
        market="money_laundering",
        type="trial",
        status="on_trial",
    ),
    Report(
        "hbs-acquittal",
        "bs",
        "Sud Bosne i Hercegovine oslobodio je optužbi direktora javnog preduzeća kojem se na teret stavljala "
        "zloupotreba položaja pri nabavci autobusa. Tužilaštvo ima pravo žalbe.",
        "Direktor oslobođen optužbi",
        market="corruption",
        type="acquittal",
        status="first_instance",
    ),
    Report(
        "hbs-final-acquittal",
        "sr",
        "Presuda kojom su policajci oslobođeni optužbi da su štitili krijumčare cigareta postala je "
        "pravosnažna, saopštio je sud u Novom Pazaru.",
        "Policajci pravosnažno oslobođeni",
        market="excisable_goods",
        type="acquittal",
        status="final_acquittal",
    ),
    Report(
        "hbs-quashed",
        "sr",
        "Apelacioni sud ukinuo je presudu kojom je bivši direktor rudnika osuđen zbog zloupotrebe službenog "
        "položaja i vratio predmet na ponovno suđenje u Kragujevac.",
        "Ukinuta presuda bivšem direktoru rudnika",
        market="corruption",
        status="on_trial",
    ),
    Report(
        "hbs-killing",
        "cnr",
        "Pripadnik kavačkog klana ubijen je noćas u naselju Dobrota kod Kotora. Nepoznati napadač ispalio je "
        "više hitaca i pobjegao motorom.",
        "Likvidacija u Kotoru",
        market="organized_violence",
        type="killing",
        status="reported",
        organised="suspected",
    ),
    Report(
        "hbs-bomb",
        "sr",
        "Eksplozivna naprava aktivirana je sinoć ispod automobila vlasnika diskoteke u Bujanovcu. Povređenih "
        "nema, a policija ispituje da li se radi o obračunu grupa.",
        "Bomba pod automobilom",
        market="organized_violence",
        type="attack",
    ),
    Report(
        "hbs-interception",
        "sr",
        "Carinici su na Batrovcima sprečili krijumčarenje 12.000 paklica cigareta, sakrivenih u duplom podu "
        "autobusa koji je saobraćao za Beč.",
        "Sprečen šverc cigareta na Batrovcima",
        market="excisable_goods",
        type="interception",
    ),
    Report(
        "hbs-illegal-logging",
        "bs",
        "Policija je kod Olova zaustavila kamion s 20 kubika trupaca posječenih bez doznake. Protiv vozača je "
        "podnesena krivična prijava zbog bespravne sječe šume.",
        "Kamion pun ukradene bukve",
        market="flora_crimes",
    ),
    Report(
        "hbs-sanction",
        "bs",
        "Američko Ministarstvo finansija uvelo je sankcije dvojici biznismena iz Bijeljine zbog korupcije pri "
        "dodjeli koncesija.",
        "Nove američke sankcije",
        market="corruption",
        type="sanction",
        status=None,
    ),
    Report(
        "hbs-resignation",
        "cnr",
        "Direktor Uprave za nabavke podnio je ostavku nakon što su objavljeni navodi o namještanju tendera. "
        "Kaže da to čini iz moralnih razloga.",
        "Ostavka direktora Uprave u Podgorici",
        market="corruption",
        type="resignation",
    ),
    Report(
        "hbs-unnamed-drug",
        "sr",
        "Policija u Leskovcu uhapsila je dvojicu muškaraca i u njihovom stanu pronašla veću količinu droge, "
        "rekao je ministar.",
        "Dvojica uhapšena zbog droge",
        market="",
        type="arrest",
    ),
    Report(
        "hbs-denied-group",
        "cnr",
        "U Baru je zapaljen automobil službenika carine. Policija navodi da napadač nije pripadnik kriminalne grupe.",
        "Izgorjelo vozilo carinika u Baru",
        type="attack",
        organised="none_stated",
    ),
    Report(
        "hbs-organised-convicted",
        "bs",
        "Kao pripadnici organizovane kriminalne grupe osuđeni su na ukupno 31 godinu zatvora četvorica "
        "Tuzlaka, zbog prodaje amfetamina.",
        "Tuzla: 31 godina zatvora za prodaju amfetamina",
        market="synthetic_drug_trade",
        type="conviction",
        status="first_instance",
        organised="convicted",
    ),
    Report(
        "hbs-cyber",
        "cnr",
        "Hakeri su napali servere opštine Berane i traže otkup u kriptovalutama. Više tužilaštvo formiralo je predmet.",
        "Hakerski napad na opštinu",
        market="cyber_dependent_crimes",
        status="under_investigation",
    ),
    Report(
        "hbs-family",
        "sr",
        "Muškarac (51) iz okoline Valjeva uhapšen je jer je nožem ubio suprugu posle svađe. Komšije kažu da "
        "je to porodična tragedija.",
        "Ubio ženu pa zvao policiju",
        relevant=False,
    ),
    Report(
        "hbs-robbery",
        "sr",
        "Naoružani mladić opljačkao je juče menjačnicu u Zrenjaninu i pobegao biciklom. Policija traga za počiniocem.",
        "Pljačka menjačnice",
        relevant=False,
    ),
    Report(
        "hbs-sport",
        "hr",
        "Domaći su u prvom poluvremenu promašili kazneni udarac, a suci su poništili gol. Trener najavljuje "
        "napad u uzvratu.",
        "Poraz u gostima",
        relevant=False,
    ),
    Report(
        "hbs-talk",
        "bs",
        "Borba protiv korupcije mora ostati prioritet, poručio je ministar i dodao da reforme i vladavina "
        "prava traže napore svih.",
        "Ministar: Reforme su prioritet",
        relevant=False,
    ),
    Report(
        "hbs-war",
        "bs",
        "Pred Haškim tribunalom nastavljeno je suđenje bivšem komandantu optuženom za genocid i ratne zločine "
        "1992. godine.",
        "Nastavak suđenja u Hagu",
        relevant=False,
    ),
    Report(
        "hbs-elsewhere",
        "hr",
        "Bugarska policija u Sofiji zaplijenila je 80 kilograma heroina i uhitila petoricu Bugara, priopćile "
        "su bugarske vlasti.",
        "Heroin u Sofiji",
        relevant=False,
    ),
    # Macedonian
    Report(
        "mk-migrants",
        "mk",
        "Полицијата синоќа кај Куманово откри 23 мигранти во комбе. Возачот од Тетово е приведен, а против "
        "него следува кривична пријава за криумчарење мигранти.",
        "Откриени 23 мигранти кај Куманово",
        market="human_smuggling",
        type="interception",
    ),
    Report(
        "mk-seizure",
        "mk",
        "При претрес на куќа во Струмица полицијата најде 54 килограми марихуана и две ваги. Приведен е "
        "44-годишен маж.",
        "Запленети 54 килограми марихуана",
        market="cannabis_trade",
        type="seizure",
    ),
    Report(
        "mk-indictment",
        "mk",
        "Основното јавно обвинителство поднесе обвинителен акт против поранешен директор на болница за "
        "злоупотреба на службената положба при јавна набавка.",
        "Обвинение за директор на болница во Битола",
        market="corruption",
        type="indictment",
        status="indicted",
    ),
    Report(
        "mk-conviction",
        "mk",
        "Кривичниот суд го осуди Д.С. на пет години затвор за перење пари. Пресудата не е правосилна.",
        "Пет години затвор за перење пари во Скопје",
        market="money_laundering",
        type="conviction",
        status="first_instance",
    ),
    Report(
        "mk-final",
        "mk",
        "Апелацијата ја потврди пресудата и двајцата цариници се правосилно осудени на по три години затвор "
        "за примање мито.",
        "Правосилна пресуда за цариниците од Гевгелија",
        market="corruption",
        type="conviction",
        status="final_conviction",
    ),
    Report(
        "mk-trial",
        "mk",
        "Во Скопје денеска почна судењето за изнуда на сопственици на ресторани. Обвинетите изјавија дека не "
        "се виновни.",
        "Почна судењето за рекет",
        market="extortion_racketeering",
        type="trial",
        status="on_trial",
    ),
    Report(
        "mk-organised",
        "mk",
        "МВР разби криминална група што преку Деве Баир носела тутун без акциза. Осомничени се единаесет лица од Штип.",
        "Разбиена група за криумчарење тутун",
        market="excisable_goods",
        type="raid",
        status="under_investigation",
        organised="suspected",
    ),
    Report(
        "mk-logging",
        "mk",
        "Шумската полиција кај Берово одзеде 15 кубни метри дрва од бесправна сеча и поднесе кривична пријава "
        "против двајца жители на селото.",
        "Бесправна сеча кај Берово",
        market="flora_crimes",
    ),
    Report(
        "mk-accident",
        "mk",
        "Двајца возачи се повредени во сообраќајна несреќа на патот Велес-Прилеп. Полицијата врши увид.",
        "Судир на возила кај Велес",
        relevant=False,
    ),
    Report(
        "mk-election",
        "mk",
        "Партиите ги почнаа кампањите за локалните избори. Во Охрид кандидатот вети нов асфалт и музеј.",
        "Почна кампањата",
        relevant=False,
    ),
    Report(
        "mk-talk",
        "mk",
        "Корупцијата е предизвик и треба реформи, рече професорот на трибината за владеење на правото во Скопје.",
        "Трибина за реформи",
        relevant=False,
    ),
    # Albanian, Tosk and Gheg, with and without diacritics
    Report(
        "sq-seizure",
        "sq",
        "Policia e Vlorës sekuestroi mbrëmë në një skaf 210 kg kanabis dhe arrestoi dy persona. Materialet iu "
        "dërguan prokurorisë.",
        "Kapet skafi me 210 kg kanabis",
        market="cannabis_trade",
        type="seizure",
    ),
    Report(
        "sq-bribe",
        "sq",
        "Policia e Kosovës ka arrestuar një doganier në Merdare, i dyshuar për marrje të mitës. Ai u dërgua "
        "në mbajtje 48 orë.",
        "Arrestohet doganieri në Merdare",
        market="corruption",
        type="arrest",
        status="under_investigation",
    ),
    Report(
        "sq-road-accident",
        "sq",
        "Një aksident trafiku ndodhi sot në aksin Fier-Vlorë, ku mbeti i plagosur drejtuesi i mjetit. Policia "
        "e trafikut po punon për zbardhjen e ngjarjes.",
        "Aksident trafiku, një i plagosur",
        relevant=False,
    ),
    Report(
        "sq-pandehur",
        "sq",
        "SPAK po heton ish-drejtorin e pronave për shpërdorim detyre. I pandehuri R.K. do të pyetet të hënën.",
        "SPAK heton ish-drejtorin në Sarandë",
        market="corruption",
        type="investigation",
        status="under_investigation",
    ),
    Report(
        "sq-conviction",
        "sq",
        "Gjykata e Posaçme dënoi me dymbëdhjetë vjet burg F.B. për trafik kokaine. Vendimi mund të ankimohet në Apel.",
        "Dënohet me 12 vjet burg",
        market="cocaine_trade",
        type="conviction",
        status="first_instance",
    ),
    Report(
        "sq-prosecutor-asks",
        "sq",
        "Në seancën e sotme në Tiranë prokurori kërkoi 20 vjet burg për tre të akuzuarit për vrasje me "
        "pagesë. Gjyqi vijon javën tjetër.",
        "Kërkohen 20 vjet burg në gjyqin për vrasjen me pagesë",
        market="organized_violence",
        status="on_trial",
    ),
    Report(
        "sq-smuggling",
        "sq",
        "Policia kufitare ne Kakavije gjeti ne nje furgon 11 klandestine nga Siria. Shoferi nga Gjirokastra u "
        "arrestua.",
        "Furgoni me klandestine",
        market="human_smuggling",
    ),
    Report(
        "sq-explosion",
        "sq",
        "Një sasi tritoli shpërtheu pas mesnate para një biznesi në Elbasan. Dëmet janë materiale, ndërsa "
        "dyshohet për gjobëvënie.",
        "Shpërthim me tritol në Elbasan",
        type="attack",
    ),
    Report(
        "sq-group",
        "sq",
        "Prokuroria ngriti aktakuzë ndaj nëntë anëtarëve të një grupi kriminal që, sipas aktakuzës, pastronte "
        "para përmes ndërtimeve në Pejë.",
        "Aktakuzë për pastrim parash në Pejë",
        market="money_laundering",
        type="indictment",
        status="indicted",
        organised="charged",
    ),
    Report(
        "sq-sport",
        "sq",
        "Skuadra vendase fitoi ndeshjen me një gol në minutën e fundit. Trajneri tha se kampionati është i gjatë.",
        "Fitore në Shkodër",
        relevant=False,
    ),
    Report(
        "sq-family",
        "sq",
        "Një burrë në Lushnjë plagosi me thikë bashkëshorten pas një sherri. Policia e arrestoi për dhunë në familje.",
        "Plagos gruan me thikë",
        relevant=False,
    ),
    # English
    Report(
        "en-seizure",
        "en",
        "Montenegrin customs officers seized 310 kilograms of cocaine in a banana container at the port of "
        "Bar on Tuesday. Nobody has been arrested.",
        "Cocaine seized in the port of Bar",
        market="cocaine_trade",
        type="seizure",
        status="reported",
    ),
    Report(
        "en-acquitted",
        "en",
        "A court in Pristina acquitted a former health minister of abuse of office. The prosecution may appeal.",
        "Former Kosovo minister acquitted",
        market="corruption",
        type="acquittal",
        status="first_instance",
    ),
    Report(
        "en-extradition",
        "en",
        "Spain extradited to Serbia a man indicted for smuggling cocaine as a member of a criminal group, the "
        "justice ministry in Belgrade said.",
        "Spain extradites suspected cocaine smuggler to Serbia",
        market="cocaine_trade",
        type="extradition",
        status="indicted",
        organised="charged",
    ),
    Report(
        "en-foreign",
        "en",
        "Police in London arrested a teenager after a knife attack near a football match.",
        "Teenager arrested after stabbing",
        relevant=False,
    ),
    Report(
        "en-weather",
        "en",
        "Heavy rain closed roads near Tirana and tourists were asked to stay in their hotels.",
        "Storm in Albania",
        relevant=False,
    ),
]
