"""What tells alphabets and the words of neighbouring languages apart, for tests of translations."""

from __future__ import annotations

import re

CYRILLIC = re.compile(r"[\u0400-\u04ff]")
LATIN = re.compile(r"[A-Za-zÀ-ž]")
# Beginnings and whole words that only the base (Serbian, ekavian) has; found by what they are, not by words.tsv.
_STEMS = """
osvež prosled pomer izmer meseč meša ocenj zamenic
belež belešk zabelež obelež bezbed celin celok cenov ocenj procenj čovek devoj dodelj izmen zamen razmen promen
smenj primen primer primet izvešt obavešt savet svetsk svedo sused mesec mest namest smešt premešt prover uveren
poveren poverlj verovat veruj rešen rešav rešenj redosled sled posled posledn usled nasled nasleđ sever sedišt
sednic osećaj osetlj poset posed podset seća umetn uspeh uspel uspeš uspev neuspe zahtev zaplen vredn vrednos
povređ videl videt želel želet živel živet razumel razumet razumej izbeg pobeg bekst nedelj ponedelj
delimičn podelj odelj odeljenj odeljk međumes lekov lečen merenj menja nalepi nalepl zalepi pretnj preti smeju
smete smemo telesn tesn dečij svetl svež vešta tera pesak koren razmer smernic usmer namern
"""
_WORDS = """
retko retki retke retkih
dela delo delu delom ume umeju umeti zauvek donela unela uneli doneli preneli podnela podneli podneto
vreme vest vesti vestima reč reči rečima rečju pre posle uvek gde negde nigde igde ovde onde dve dveju obe deo
udeo ceo cela celo cele celu celi cena cene cenu ceni cenom ocena ocene ocenu mera mere meru merama merom svet
sveta svetu svetom dete deca dece deci decu reka reke reku rekom rekama sme smem smeo smela smeli vera vere lek leka
levo lepo sreda sredu sredom telo telu telom napred unapred uspe uspeo video hteo hteli želeo živeo razume
razumeo doneo uneo preneo izneo podneo doneti uneti preneti izneti stena mleko sneg breg ređe umesto promeni
primeni
"""
EKAVIAN = re.compile(
    rf"(?<!\w)(?:(?:{'|'.join(_STEMS.split())})\w*|(?:{'|'.join(_WORDS.split())})(?!\w))", re.IGNORECASE
)
