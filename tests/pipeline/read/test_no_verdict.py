"""Whom no verdict stands against: lifted, sent back, only asked for, or another's. Every person here is invented.

Nobody may be read as convicted who is not: each wording here is one that a court reporter may use.
"""

from __future__ import annotations

import pytest

from komshi.pipeline.types import Article
from tests.pipeline.read.test_live_pages import READER

LEADS = {
    "en": "A court in Bar dealt with a bribery case on Monday.",
    "hbs": "U Podgorici je u ponedjeljak sud odlučivao u predmetu mita.",
    "mk": "Судот во Скопје во понеделник одлучуваше за случај на мито.",
    "sq": "Gjykata në Tiranë vendosi të hënën në një çështje ryshfeti.",
}
NAMES = {"en": "Lipar", "hbs": "Stošić", "mk": "Јаворски", "sq": "Lisi"}

LIFTED = [
    ("en", "Ivo Lipar was sentenced to five years for bribery in 2021, but the verdict did not stand on appeal."),
    (
        "en",
        "Ivo Lipar, given five years for bribery in a verdict that was later set aside, is being tried again.",
    ),
    ("en", "The five-year sentence of Ivo Lipar for bribery fell on appeal and the case starts anew."),
    ("en", "An appeals court tore up the bribery conviction of Ivo Lipar."),
    ("en", "Ivo Lipar had been sentenced to five years for bribery before the Supreme Court wiped the verdict out."),
    ("en", "Ivo Lipar, whose five-year sentence for bribery was thrown out, walked free."),
    ("en", "The court that sentenced Ivo Lipar to five years for bribery must now hear the case again."),
    ("en", "Ivo Lipar was found guilty of bribery but the Constitutional Court struck the ruling."),
    ("hbs", "Petar Stošić je zbog mita osuđen na pet godina, ali presuda nije opstala pred Apelacionim sudom."),
    ("hbs", "Petar Stošić kome je petogodišnja kazna zbog mita pala na Apelaciji ponovo će biti suđen."),
    ("hbs", "Apelacioni sud je preinačio presudu kojom je Petar Stošić osuđen na pet godina zbog mita i oslobodio ga."),
    ("hbs", "Presuda kojom je Petar Stošić osuđen zbog mita više ne važi."),
    ("hbs", "Petar Stošić je osuđen na pet godina zbog mita, a onda je Vrhovni sud predmet vratio na početak."),
    ("hbs", "Suđenje kreće ispočetka za Petar Stošić, koji je ranije zbog mita dobio pet godina."),
    ("hbs", "Ustavni sud je usvojio žalbu i poništio presudu Petru Stošiću na pet godina zbog mita."),
    ("mk", "Стојан Јаворски за мито беше осуден на пет години, но пресудата не издржа пред Апелација."),
    ("mk", "Апелација ја собори пресудата со која Стојан Јаворски беше осуден на пет години за мито."),
    ("mk", "Стојан Јаворски, чија петгодишна казна за мито беше укината, повторно е пред судот."),
    ("mk", "Судењето почнува одново за Стојан Јаворски, кој претходно доби пет години за мито."),
    ("mk", "Пресудата со која Стојан Јаворски е осуден за мито веќе не важи."),
    ("sq", "Arben Lisi u dënua me pesë vjet për ryshfet, por vendimi nuk qëndroi në Apel."),
    ("sq", "Apeli prishi vendimin me të cilin Arben Lisi u dënua me pesë vjet për ryshfet."),
    ("sq", "Arben Lisi, të cilit iu rrëzua dënimi prej pesë vjetësh për ryshfet, gjykohet sërish."),
    ("sq", "Gjykimi nis nga e para për Arben Lisi, i cili më herët mori pesë vjet për ryshfet."),
    ("sq", "Gjykata e Lartë la pa fuqi dënimin me pesë vjet burg për ryshfet të Arben Lisi."),
    ("sq", "Arben Lisi: i dënuar me pesë vjet për ryshfet në shkallë të parë, pafajësi në Apel."),
]

NOT_THEIRS = [
    ("en", "Ivo Lipar was sentenced to five years for bribery in the first trial and cleared on appeal."),
    ("en", "Ivo Lipar got five years for bribery at first, then the Supreme Court found him innocent."),
    ("en", "Ivo Lipar testified against Marko Brezic, who was jailed for five years for bribery."),
    ("en", "The lawyer of Marko Brezic, who was jailed for five years for bribery, is Ivo Lipar."),
    ("hbs", "Advokat Marka Brezića, koji je zbog mita osuđen na pet godina, je Petar Stošić."),
    ("en", "Marko Brezic was jailed for five years for bribing Ivo Lipar."),
    ("en", "Ivo Lipar could get five years for bribery if convicted."),
    ("en", "Ivo Lipar risks five years for bribery."),
    ("en", "Prosecutors want five years for Ivo Lipar for bribery."),
    ("en", "Ivo Lipar was nearly sentenced for bribery in 2010."),
    ("en", "The wife of the convicted Marko Brezic, Ivo Lipar, denied bribery."),
    ("en", "Ivo Lipar was convicted by the media of bribery."),
    ("en", "Judge Ivo Lipar sentenced Marko Brezic to five years for bribery."),
    ("en", "Ivo Lipar awaits the verdict for bribery."),
    ("en", "Ivo Lipar rejected a plea deal of five years for bribery."),
    ("hbs", "Petar Stošić je zbog mita u prvom suđenju dobio pet godina, a u drugom je oslobođen."),
    ("hbs", "Petar Stošić je svjedočio protiv Marka Brezića, koji je zbog mita osuđen na pet godina."),
    ("hbs", "Marko Brezić je osuđen na pet godina jer je podmitio sudiju Petra Stošića."),
    ("hbs", "Sutkinja Petar Stošić osudila je Marka Brezića na pet godina zbog mita."),
    ("hbs", "Petar Stošić bi zbog mita mogao dobiti pet godina."),
    ("hbs", "Tužilac traži pet godina za Petra Stošića zbog mita."),
    ("hbs", "Petar Stošić odbio je nagodbu od pet godina zbog mita."),
    ("hbs", "Petar Stošić čeka presudu zbog mita."),
    ("hbs", "Branilac osuđenog Marka Brezića, Petar Stošić, najavio je žalbu zbog mita."),
    ("hbs", "Supruga osuđenog Marka Brezića, Petar Stošić, negira mito."),
    ("mk", "Стојан Јаворски за мито на првото судење доби пет години, а на второто е ослободен."),
    ("mk", "Стојан Јаворски сведочеше против Марко Брезоски, осуден на пет години за мито."),
    ("mk", "Марко Брезоски е осуден на пет години бидејќи го поткупил Стојан Јаворски."),
    ("mk", "Судијата Стојан Јаворски го осуди Марко Брезоски на пет години за мито."),
    ("mk", "Стојан Јаворски може да добие пет години за мито."),
    ("mk", "Обвинителот бара пет години за Стојан Јаворски за мито."),
    ("mk", "Стојан Јаворски одби спогодба од пет години за мито."),
    ("mk", "Бранителот на осудениот Марко Брезоски, Стојан Јаворски, најави жалба за мито."),
    ("sq", "Arben Lisi mori pesë vjet për ryshfet në shkallën e parë, por Apeli e shpalli të pafajshëm."),
    ("sq", "Arben Lisi dëshmoi kundër Mark Lekës, i dënuar me pesë vjet për ryshfet."),
    ("sq", "Mark Leka u dënua me pesë vjet sepse i dha ryshfet Arben Lisi."),
    ("sq", "Gjyqtarja Arben Lisi e dënoi Mark Lekën me pesë vjet për ryshfet."),
    ("sq", "Arben Lisi rrezikon pesë vjet për ryshfet."),
    (
        "sq",
        "Aktgjykim lirues mori edhe ish-shefi, Arben Lisi, ndërkaq ish-shefi, Mark Leka, u dënua dy vjet.",
    ),
    ("sq", "Mark Leka u dënua me dy vjet për ryshfet, ndërkaq Arben Lisi mori vendim lirues."),
    ("sq", "Prokurori kërkon pesë vjet për Arben Lisi për ryshfet."),
    ("sq", "Arben Lisi refuzoi marrëveshjen me pesë vjet për ryshfet."),
    ("sq", "Avokati i të dënuarit Mark Leka, Arben Lisi, paralajmëroi ankesë për ryshfet."),
]

# What is got, given or served besides a sentence; what others said; who buys, gives, succeeds.
NO_SENTENCES = [
    (
        "hbs",
        "Petar Stošić je 2022. godine, ugovorom o doživotnom izdržavanju, dobio stan od majke osuđenog Marka Brezića.",
    ),
    ("hbs", "Petar Stošić dobio je 2022. godine stan, a Marko Brezić pet godina zatvora zbog mita."),
    ("hbs", "Petar Stošić dobio je 2021. godine mandat na četiri godine."),
    ("hbs", "Petar Stošić osudio je napad na sudiju koja je Marka Brezića osudila na pet godina zbog mita."),
    ("hbs", "Petar Stošić smatra da je presuda Marku Breziću zbog mita preblaga: pet godina zatvora."),
    ("hbs", "Stan Marka Brezića, osuđenog na pet godina zbog mita, kupio je Petar Stošić."),
    ("hbs", "Za Marka Brezića, osuđenog na pet godina zbog mita, jemčio je Petar Stošić."),
    ("hbs", "Pet godina zatvora zbog mita dobio je Marko Brezić, kum ministra Petra Stošića."),
    ("hbs", "Pet godina zatvora zbog mita dobio je Marko Brezić, a Petar Stošić je nagrađen."),
    ("hbs", "Petar Stošić dobio je tri godine produženja ugovora dok je njegov prethodnik osuđen zbog mita."),
    ("hbs", "Za isto djelo Marko Brezić osuđen je na pet godina zbog mita, dok Petar Stošić nikada nije ni saslušan."),
    ("hbs", "Sud nije osudio Petra Stošića zbog mita, nego Marka Brezića na pet godina."),
    ("hbs", "Nije Petar Stošić osuđen zbog mita, već njegov imenjak."),
    ("hbs", "Mediji su pogrešno objavili da je Petar Stošić osuđen zbog mita."),
    ("hbs", "Petar Stošić demantuje da je osuđen zbog mita."),
    ("hbs", "Petar Stošić je tužio list koji je objavio da je osuđen zbog mita."),
    ("hbs", "Mito: Petar Stošić dobio spor protiv države, pet godina čekao presudu."),
    ("hbs", "Petar Stošić je pet godina vodio zatvor u kojem je Marko Brezić služio kaznu zbog mita."),
    ("hbs", "Petar Stošić preuzeo je posao kad je Marko Brezić otišao na pet godina u zatvor zbog mita."),
    ("hbs", "U zatvoru u kojem kaznu za mito služi Marko Brezić upravnik je Petar Stošić."),
    ("hbs", "Pet godina nakon osude Marka Brezića zbog mita, Petar Stošić je progovorio."),
    ("hbs", "Petar Stošić je oštećen u predmetu u kojem je Marko Brezić zbog mita osuđen na pet godina."),
    ("hbs", "Osuđen za mito pet godina: Marko Brezić. Oslobođen: Petar Stošić."),
    ("hbs", "Petar Stošić je dao iskaz na osnovu kojeg je Marko Brezić osuđen na pet godina zbog mita."),
    ("hbs", "Apelacija: ni pet godina ni uslovna, Petar Stošić slobodan čovjek u predmetu mita."),
    (
        "mk",
        "Стојан Јаворски во 2022 година доби стан со договор за доживотна издршка од осудениот Марко Брезоски.",
    ),
    ("mk", "Стојан Јаворски доби во 2021 година мандат од четири години во случај на мито."),
    ("mk", "Стојан Јаворски го осуди нападот врз судијката која Марко Брезоски го осуди на пет години за мито."),
    ("mk", "Станот на Марко Брезоски, осуден на пет години за мито, го купи Стојан Јаворски."),
    ("mk", "Пет години затвор за мито доби Марко Брезоски, кум на министерот Стојан Јаворски."),
    ("mk", "Не е Стојан Јаворски осуден за мито, туку неговиот имењак."),
    ("mk", "Медиумите погрешно објавија дека Стојан Јаворски е осуден за мито."),
    ("mk", "Стојан Јаворски демантира дека е осуден за мито."),
    ("mk", "Стојан Јаворски пет години го водеше затворот во кој Марко Брезоски служеше казна за мито."),
    ("mk", "Пет години по осудата на Марко Брезоски за мито, Стојан Јаворски проговори."),
    ("mk", "Осуден за мито на пет години: Марко Брезоски. Ослободен: Стојан Јаворски."),
    (
        "mk",
        "За истото дело Марко Брезоски е осуден на пет години за мито, а Стојан Јаворски никогаш не беше ни сослушан.",
    ),
    ("mk", "Исказот со кој Марко Брезоски е осуден на пет години за мито го даде Стојан Јаворски."),
    (
        "sq",
        "Arben Lisi mori në vitin 2022 një apartament nga Mark Leka, ndërsa ky mori pesë vjet për ryshfet.",
    ),
    ("sq", "Arben Lisi e dënoi ashpër sulmin ndaj gjyqtares që e dënoi Mark Lekën me pesë vjet për ryshfet."),
    ("sq", "Apartamentin e Mark Lekës, i dënuar me pesë vjet për ryshfet, e bleu Arben Lisi."),
    ("sq", "Pesë vjet burg për ryshfet mori Mark Leka, kumbari i ministrit Arben Lisi."),
    ("sq", "Nuk u dënua Arben Lisi për ryshfet, por një adash i tij."),
    ("sq", "Mediat gabimisht njoftuan se Arben Lisi u dënua për ryshfet."),
    ("sq", "Arben Lisi mohon të jetë dënuar për ryshfet."),
    ("sq", "Arben Lisi drejtoi pesë vjet burgun ku Mark Leka vuante dënimin për ryshfet."),
    ("sq", "Pesë vjet pas dënimit të Mark Lekës për ryshfet, Arben Lisi flet."),
    ("sq", "U dënua për ryshfet me pesë vjet: Mark Leka. U shpall i pafajshëm: Arben Lisi."),
    ("sq", "Dëshminë me të cilën Mark Leka u dënua me pesë vjet për ryshfet e dha Arben Lisi."),
    ("sq", "Arben Lisi mori mandat katërvjeçar në vitin 2021 pasi paraardhësi u dënua për ryshfet."),
    (
        "en",
        "In 2022 Ivo Lipar was given a flat by the mother of Marko Brezic, who had been given five years for bribery.",
    ),
    ("en", "Ivo Lipar was given a four-year mandate after his predecessor was convicted of bribery."),
    ("en", "Ivo Lipar condemned the attack on the judge who sentenced Marko Brezic to five years for bribery."),
    ("en", "The flat of Marko Brezic, convicted of bribery and jailed for five years, was bought by Ivo Lipar."),
    ("en", "Five years in prison for bribery went to Marko Brezic, best man of the minister Ivo Lipar."),
    ("en", "It was not Ivo Lipar who was convicted of bribery but a namesake."),
    ("en", "Media wrongly reported that Ivo Lipar was convicted of bribery."),
    ("en", "Ivo Lipar denies having been convicted of bribery."),
    ("en", "Ivo Lipar ran for five years the prison where Marko Brezic served his sentence for bribery."),
    ("en", "Five years after the conviction of Marko Brezic for bribery, Ivo Lipar speaks."),
    ("en", "Convicted of bribery, five years: Marko Brezic. Cleared: Ivo Lipar."),
    ("en", "Ivo Lipar gave the testimony on which Marko Brezic was jailed for five years for bribery."),
    ("en", "Ivo Lipar was given five years to repay the bribe money of the convicted mayor."),
    ("en", "Ivo Lipar served five years as head of the court that convicted Marko Brezic of bribery."),
    ("en", "Ivo Lipar received a suspended licence, Marko Brezic a suspended sentence for bribery."),
]

# Who is near to a convict, was hurt by one, or may be sentenced one day.
ONLY_NEAR = [
    ("sq", "Arben Lisi, babai i të dënuarit Mark Leka, tha se dënimi prej pesë vjetësh për ryshfet është i padrejtë."),
    ("sq", "Për plagosjen e Arben Lisit u dënua me pesë vjet Mark Leka, i akuzuar edhe për ryshfet."),
    ("sq", "Vëllai i të dënuarit për ryshfet Mark Leka, Arben Lisi, u emërua drejtor."),
    ("sq", "Arben Lisi pritet të dënohet për ryshfet me pesë vjet."),
    ("sq", "Arben Lisi do të dënohej me pesë vjet për ryshfet po të mos kishte bashkëpunuar."),
    ("sq", "Arben Lisi u nderua me medalje pasi Mark Leka u dënua me pesë vjet për ryshfet."),
    ("sq", "Gjykata rrëzoi kërkesën që Arben Lisi të dënohet me pesë vjet për ryshfet."),
    ("sq", "Mark Leka, i dënuar me pesë vjet për ryshfet, punonte për Arben Lisin."),
    ("sq", "Mark Leka u dënua me pesë vjet për ryshfet në emër të Arben Lisit."),
    ("sq", "Firma e Arben Lisit fitoi tenderin nga i dënuari për ryshfet Mark Leka."),
    ("sq", "Arben Lisi zëvendësoi Mark Lekën, i cili u dënua me pesë vjet për ryshfet."),
    ("sq", "Në vend të Mark Lekës, të dënuar me pesë vjet për ryshfet, u zgjodh Arben Lisi."),
    ("sq", "Arben Lisi ishte kreu i trupit gjykues që dënoi për ryshfet Mark Lekën me pesë vjet."),
    ("sq", "Arben Lisi nuk është dënuar kurrë për ryshfet, ndërsa Mark Leka mori pesë vjet."),
    ("sq", "Arben Lisi rrezikonte pesë vjet burg për ryshfet, por u shpall i pafajshëm."),
    ("sq", "Prokurorja Drita Hoxha dënimin me pesë vjet për ryshfet e kërkoi edhe për Arben Lisin."),
    ("sq", "Dënimi me pesë vjet për ryshfet i Mark Lekës u lexua nga gjyqtari Arben Lisi."),
    ("sq", "Dënimi me pesë vjet për ryshfet ndaj Mark Lekës: avokati Arben Lisi paralajmëron ankim."),
    ("sq", "Pesë vjet burg për Mark Lekën, pafajësi për Arben Lisin në çështjen e ryshfetit."),
    ("sq", "Mark Leka pesë vjet burg për ryshfet, Arben Lisi i pafajshëm."),
    (
        "mk",
        "Стојан Јаворски, таткото на осудениот за мито Марко Брезоски, рече дека казната од пет години е неправедна.",
    ),
    ("mk", "За ранувањето на Стојан Јаворски е осуден на пет години Марко Брезоски, обвинет и за мито."),
    ("mk", "Се очекува Стојан Јаворски да биде осуден на пет години за мито."),
    ("mk", "Стојан Јаворски ќе беше осуден на пет години за мито да не соработуваше."),
    ("mk", "Марко Брезоски, осуден на пет години за мито, работел за Стојан Јаворски."),
    ("mk", "Стојан Јаворски го замени Марко Брезоски, кој беше осуден на пет години за мито."),
    ("mk", "Наместо Марко Брезоски, осуден на пет години за мито, избран е Стојан Јаворски."),
    ("mk", "Стојан Јаворски беше претседател на советот што го осуди Марко Брезоски на пет години за мито."),
    ("mk", "Пет години затвор за Марко Брезоски, ослободителна за Стојан Јаворски во случајот за мито."),
    ("mk", "Марко Брезоски пет години за мито, Стојан Јаворски невин."),
    ("mk", "Пресудата од пет години за мито на Марко Брезоски ја прочита судијата Стојан Јаворски."),
    ("mk", "Фирмата на Стојан Јаворски го доби тендерот од осудениот за мито Марко Брезоски."),
    ("mk", "Судот го одби барањето Стојан Јаворски да биде осуден на пет години за мито."),
    ("mk", "Обвинителката пет години за мито побара и за Стојан Јаворски."),
    ("hbs", "Petar Stošić, otac osuđenog za mito Marka Brezića, kaže da je kazna od pet godina nepravedna."),
    ("hbs", "Za ranjavanje Petra Stošića osuđen je na pet godina Marko Brezić, optužen i za mito."),
    ("hbs", "Očekuje se da Petar Stošić bude osuđen na pet godina zbog mita."),
    ("hbs", "Petar Stošić bi bio osuđen na pet godina zbog mita da nije sarađivao."),
    ("hbs", "Marko Brezić, osuđen na pet godina zbog mita, radio je za Petra Stošića."),
    ("hbs", "Petar Stošić je naslijedio Marka Brezića, koji je zbog mita osuđen na pet godina."),
    ("hbs", "Umjesto Marka Brezića, osuđenog na pet godina zbog mita, izabran je Petar Stošić."),
    ("hbs", "Petar Stošić bio je predsjednik vijeća koje je Marka Brezića zbog mita osudilo na pet godina."),
    ("hbs", "Pet godina zatvora za Marka Brezića, oslobađajuća za Petra Stošića u predmetu mita."),
    ("hbs", "Marko Brezić pet godina zbog mita, Petar Stošić nevin."),
    ("hbs", "Presudu od pet godina zbog mita Marku Breziću pročitao je sudija Petar Stošić."),
    ("hbs", "Firma Petra Stošića dobila je tender od osuđenog za mito Marka Brezića."),
    ("hbs", "Sud je odbio zahtjev da Petar Stošić bude osuđen na pet godina zbog mita."),
    ("hbs", "Tužiteljka je pet godina zbog mita tražila i za Petra Stošića."),
    ("hbs", "Nakon što je Marko Brezić osuđen na pet godina zbog mita, funkciju je preuzeo Petar Stošić."),
    ("hbs", "Petar Stošić je pobjegao prije nego što je Marko Brezić osuđen na pet godina zbog mita."),
    ("en", "Ivo Lipar, father of the man jailed for five years for bribery, Marko Brezic, called the sentence unjust."),
    ("en", "Marko Brezic was jailed for five years for shooting Ivo Lipar and for bribery."),
    ("en", "Ivo Lipar is expected to be sentenced to five years for bribery."),
    ("en", "Ivo Lipar would have been sentenced to five years for bribery had he not cooperated."),
    ("en", "Marko Brezic, sentenced to five years for bribery, worked for Ivo Lipar."),
    ("en", "Ivo Lipar replaced Marko Brezic, who was sentenced to five years for bribery."),
    ("en", "Instead of Marko Brezic, sentenced to five years for bribery, Ivo Lipar was elected."),
    ("en", "Ivo Lipar chaired the panel that sentenced Marko Brezic to five years for bribery."),
    ("en", "Five years in prison for Marko Brezic, acquittal for Ivo Lipar in the bribery case."),
    ("en", "Marko Brezic five years for bribery, Ivo Lipar innocent."),
    ("en", "The five-year sentence of Marko Brezic for bribery was read out by judge Ivo Lipar."),
    ("en", "The firm of Ivo Lipar won the tender from Marko Brezic, convicted of bribery."),
    ("en", "The court refused the request that Ivo Lipar be sentenced to five years for bribery."),
    ("en", "The prosecutor sought five years for bribery for Ivo Lipar too."),
    ("en", "After Marko Brezic was sentenced to five years for bribery, the post went to Ivo Lipar."),
    ("en", "Ivo Lipar fled before Marko Brezic was sentenced to five years for bribery."),
]

NO_SUSPECTS = [
    (
        "en",
        (
            "Police in Bar arrested five people for drug trafficking. Seven officers were suspended: the arrested, "
            "along with Ana Petrić and Ivo Lipar, who are not suspects."
        ),
    ),
    (
        "hbs",
        (
            "Policija je uhapsila pet osoba zbog droge. Suspendovano je sedam službenika: petoro uhapšenih, "
            "zajedno sa Anom Lukić i Petrom Stošićem, koji nisu osumnjičeni."
        ),
    ),
    (
        "mk",
        (
            "Полицијата уапси пет лица за дрога. Суспендирани се седум службеници: петтемина уапсени, "
            "заедно со Ана Лукиќ и Стојан Јаворски, кои не се осомничени."
        ),
    ),
    (
        "sq",
        (
            "Policia arrestoi pesë persona për drogë. Janë suspenduar shtatë zyrtarë: pesë të arrestuarit, "
            "bashkë me Sanja Ristiqin dhe Arben Lisin, të cilët nuk janë të dyshuar."
        ),
    ),
    (
        "sq",
        (
            "Gjykata dënoi dy persona për drogë. Ndaj shoferit Arben Lisi, i arrestuar natën e zbulimit, "
            "prokuroria e ndali procedurën: u vlerësua se nuk ka ditur."
        ),
    ),
]


@pytest.mark.parametrize(("language", "text"), NO_SUSPECTS)
def test_nobody_is_accused_of_whom_the_text_says_that_they_are_not(language: str, text: str) -> None:
    reading = READER.read(Article("cleared", text, None, language=language, published="2025-03-04"))
    roles = {one.name: one.role for event in reading.events for one in event.actors}
    assert [role for name, role in roles.items() if NAMES[language][:4] in name], roles
    assert not {"suspect", "charged", "convicted"} & set(roles.values()), roles


@pytest.mark.parametrize(("language", "text"), [*LIFTED, *NOT_THEIRS, *NO_SENTENCES, *ONLY_NEAR])
def test_nobody_is_convicted_whom_no_verdict_stands_against(language: str, text: str) -> None:
    for told in (text, f"{LEADS[language]} {text}"):
        reading = READER.read(Article("verdict", told, None, language=language, published="2025-03-04"))
        convicted = {one.name for event in reading.events for one in event.actors if one.role == "convicted"}
        assert not any(NAMES[language] in name for name in convicted), told
