"""How far the case is. A later stage is read only where the text says it; whoever is asked for is not yet sentenced."""

from __future__ import annotations

from collections.abc import Iterator

from komshi.pipeline.read.cues import Cue, cues, places
from komshi.pipeline.read.prepared import Focus, Prepared
from komshi.pipeline.region import Region
from komshi.pipeline.types import Span

Answer = tuple[str | None, tuple[Span, ...]]
# Events that are a stage by themselves.
_STAGE = {"trial": "on_trial", "indictment": "indicted", "investigation": "under_investigation"}
# Events that come before any court: the text shows at most that somebody looks into them.
_EARLY = frozenset({"seizure", "arrest", "raid", "interception", "killing", "attack", "threat"})
# Of these, the ones that nobody does or suffers without somebody looking into it, whatever the text says. (Of 120
# labelled reports 116 are so; of goods that are found and of killings abroad a third stay a mere report.)
_LOOKED_INTO = frozenset({"arrest", "raid", "attack", "threat"})
# Measures and findings, which are no stage of a criminal case.
_NO_CASE = frozenset({"sanction", "policy"})
_VERDICT = frozenset({"conviction", "acquittal"})
# News in which a court may take a verdict back, and news in which a prosecutor's demand may be the main thing.
_COURT = frozenset({"conviction", "acquittal", "trial", "indictment", "other"})
_DEMANDED = _COURT | {"seizure", "raid", "investigation"}
# What the goods of a case that a court sends back may look like.
_SENT_BACK = _DEMANDED | {"interception"}
_DROPPED = frozenset({"acquittal", "trial", "indictment", "investigation", "other"})
# Events that befall a person whose case has its stage already.
_OF_A_PERSON = frozenset({"extradition", "escape"})
# A stage counts from this weight on: a plain word outside the background (0.3 to 0.8: one report of 57 differs). What
# turns a case (a demand, a quashed verdict) is the news only in the title or the lead, a verdict up to the sentence
# after them.
_ENOUGH, _NEWS, _NEARLY = 0.5, 1.7, 1.1
_MOST_EVIDENCE = 2
_ORDER = ("first_instance", "on_trial", "indicted", "under_investigation")


class Status:
    """Finds the stage of the case that a text reports on."""

    def __init__(self, region: Region) -> None:
        self._region = region

    def __call__(self, prepared: Prepared, focus: Focus) -> Answer:
        """The stage with the words that say it; null where the news is no stage of a criminal case."""
        if focus.type in _NO_CASE:
            return None, ()
        marks = _Marks(prepared, focus)
        turned = marks.turned()
        if turned is not None:
            return turned
        if focus.type in _VERDICT:
            return marks.verdict() if marks.is_told() else marks.first(_ORDER[1:]) or ("reported", ())
        if focus.type in _STAGE:
            return self._stage(marks, focus)
        if focus.type in _EARLY:
            return marks.early()
        if focus.type in _OF_A_PERSON:
            return marks.of_a_person()
        if focus.type == "resignation":
            return marks.early()
        if focus.type == "revelation" and marks.is_opened():
            return marks.answer("under_investigation")
        if focus.type == "revelation":
            return "reported", ()
        return marks.first_any() or ("reported", ())

    @staticmethod
    def _stage(marks: _Marks, focus: Focus) -> Answer:
        if focus.type == "investigation" and marks.has("dismissed"):
            return marks.answer("dismissed")
        if focus.type == "trial" and marks.has("indicted") and not marks.has("on_trial"):
            return marks.answer("indicted")  # “nine will stand before the court”: the charge was confirmed today
        trigger = (focus.trigger,) if focus.trigger else ()
        return _STAGE[focus.type], trigger


class _Marks:
    """The stage words of one text that count, by stage."""

    def __init__(self, prepared: Prepared, focus: Focus) -> None:
        self._prepared, self._focus = prepared, focus
        self._weights: dict[str, float] = {}
        self._stands: dict[str, float] = {}
        self._cues: dict[str, list[Cue]] = {}
        standing = places(prepared, focus.background)
        found = cues(prepared, "status")
        masked = {cue.sentence for cue in found if cue.meaning in ("demand", "ahead")}
        for cue in found:
            if cue.sentence in masked and cue.meaning in ("first_instance", "indicted", "on_trial"):
                continue
            at = standing[cue.sentence]
            self._weights[cue.meaning] = max(self._weights.get(cue.meaning, 0.0), cue.weight * at)
            if cue.grade != "weak":
                self._stands[cue.meaning] = max(self._stands.get(cue.meaning, 0.0), at)
            self._cues.setdefault(cue.meaning, []).append(cue)
        said = 0.0 if focus.sentence in masked else standing[focus.sentence]
        self.told = max(said, self._stands.get("first_instance", 0.0))
        """Where the verdict stands that nobody merely asks for: 2 in the title, less the further down."""

    def has(self, stage: str, *, plain: bool = False) -> bool:
        """Whether the stage is named; with `plain`, by more than a weak word (somebody in custody after a seizure)."""
        if plain and all(cue.grade == "weak" for cue in self._cues.get(stage, ())):
            return False
        return self._weights.get(stage, 0.0) >= _ENOUGH

    def is_news(self, meaning: str) -> bool:
        """Whether the title or the lead says it in plain words."""
        return self._stands.get(meaning, 0.0) >= _NEWS

    def is_opened(self) -> bool:
        """Whether a case was opened on what an authority found; reporters only tell that somebody else has one."""
        if any(cue.grade == "own" for cue in cues(self._prepared, "events")):
            return False
        found = self._cues.get("under_investigation", ())
        return self.has("under_investigation") and any(cue.grade == "strong" for cue in found)

    def is_told(self) -> bool:
        """Whether a verdict is the news: told near the top, or left as it is (or changed) by a higher court."""
        upheld = any(cue.grade == "strong" for cue in self._cues.get("final", ()))
        return self.told >= _NEARLY or (upheld and self._is_near("final"))

    def _is_near(self, meaning: str) -> bool:
        """Whether it is said near the top: further down, a verdict may be somebody else's."""
        return self._stands.get(meaning, 0.0) >= _NEARLY

    def _is_undone(self, meaning: str) -> bool:
        """Whether a verdict is taken back near the top, or at least as high as it is told: further down it is an
        earlier one, or somebody else's.
        """
        stands = self._stands.get(meaning, 0.0)
        return self.has(meaning) and (stands >= _NEARLY or stands >= max(self.told, self._stands.get("final", 0.0)))

    def answer(self, stage: str) -> Answer:
        return stage, self.evidence(stage)

    def evidence(self, *stages: str) -> tuple[Span, ...]:
        found = [cue for stage in stages for cue in self._cues.get(stage, ())]
        return tuple(self._prepared.evidence(cue.hit) for cue in found[:_MOST_EVIDENCE])

    def turned(self) -> Answer | None:
        """A case that goes on although a verdict is named (sent back, quashed, only asked for), or that was dropped."""
        kind = self._focus.type
        if kind in _SENT_BACK and (self.is_news("returned") or (kind != "acquittal" and self.is_news("quashed"))):
            return "on_trial", self.evidence("returned", "quashed")
        verdict = self.told if kind in _VERDICT else 0.0
        if kind in _DROPPED and self.is_news("dismissed") and self._stands["dismissed"] > verdict:
            return self.answer("dismissed")
        verdict = self.told if kind == "acquittal" else self._stands.get("first_instance", 0.0)
        if kind in _DEMANDED and verdict < _NEWS and self.is_news("demand"):
            return "on_trial", self.evidence("demand", "on_trial")
        return None

    def first(self, stages: tuple[str, ...]) -> Answer | None:
        """The first of the stages that the text names; a quashed verdict is none."""
        for stage in stages:
            if stage == "first_instance" and (self.has("quashed") or self.has("returned") or not self._is_near(stage)):
                continue
            if self.has(stage):
                return self.answer(stage)
        return None

    def first_any(self) -> Answer | None:
        served = self.has("serving", plain=True) and self._is_near("serving") and not self.has("not_final")
        if not served and self._is_final():
            final = self._final()
            if final is not None:
                return final, self.evidence("final")
        elif served:
            return "final_conviction", self.evidence("final", "serving")
        return self.first(_ORDER) or (self.answer("dismissed") if self.has("dismissed") else None)

    def early(self) -> Answer:
        """Before any court: whether the text says that somebody is suspected, or that a prosecutor is at work."""
        if self._focus.type == "arrest" and self.is_news("serving"):
            return "final_conviction", self.evidence("serving")
        convict = self._convict() if self._focus.type == "arrest" else None
        if convict is not None:
            return "final_conviction", (convict,)
        for stage in ("under_investigation", "prosecution"):
            if self.has(stage, plain=self._focus.type != "arrest"):
                return "under_investigation", self.evidence(stage)
        if self._focus.type in _LOOKED_INTO:
            return "under_investigation", (self._focus.trigger,) if self._focus.trigger else ()
        return (self._arrested() if self._focus.type == "resignation" else None) or ("reported", ())

    def _convict(self) -> Span | None:
        """The words near the top that call whoever is caught finally sentenced."""
        return next((self._prepared.evidence(cue.hit) for cue in self._near_the_top() if cue.grade == "convict"), None)

    def _arrested(self) -> Answer | None:
        """Under investigation where the news names an arrest. (Goods found on somebody arrested stay a mere report as
        often, where no word says more.)
        """
        arrest = next((cue for cue in self._near_the_top() if cue.meaning == "arrest"), None)
        return ("under_investigation", (self._prepared.evidence(arrest.hit),)) if arrest else None

    def _near_the_top(self) -> Iterator[Cue]:
        """The words for events that stand so high that they may tell the news."""
        standing = places(self._prepared, self._focus.background)
        return (cue for cue in cues(self._prepared, "events") if standing[cue.sentence] >= _NEARLY)

    def _final(self) -> str | None:
        """Which final verdict is told by a text whose main event is none: the one whose word stands higher. Null where
        the text names neither: nobody is read as convicted for that a ruling is final.
        """
        stands = dict.fromkeys(sorted(_VERDICT), 0.0)
        standing = places(self._prepared, self._focus.background)
        for cue in cues(self._prepared, "events"):
            if cue.meaning in stands:
                stands[cue.meaning] = max(stands[cue.meaning], standing[cue.sentence])
        convicted = max(stands["conviction"], self._stands.get("first_instance", 0.0))
        if stands["acquittal"] > convicted:
            return "final_acquittal"
        return "final_conviction" if convicted >= _ENOUGH else None

    def of_a_person(self) -> Answer:
        """The stage of the case of somebody who fled or was handed over; null for one who is merely wanted."""
        served = self.has("serving") or (self._focus.type == "escape" and "serving" in self._cues)
        if self._focus.type == "extradition" and self._stands.get("under_investigation", 0.0) >= _NEARLY:
            served = served and self._is_near("serving")  # further down, another of the affair may serve a sentence
        if served or (self.has("first_instance") and self._is_final(known=True)):
            return "final_conviction", self.evidence("serving", "final")
        if self._focus.type == "extradition":
            if self.is_news("under_investigation") and not any(map(self.is_news, _ORDER[:3])):
                return self.answer("under_investigation")  # further down, others of the affair may be on trial
            found = self.first(_ORDER[:3]) or (self.answer("indicted") if "indicted" in self._cues else None)
            if not found and self._is_near("under_investigation"):
                return self.answer("under_investigation")
            return found or (None, ())
        return self.first(_ORDER) or ("reported", ())

    def verdict(self) -> Answer:
        """First instance, unless the text says that the verdict is final; a quashed conviction is back on trial."""
        kind = self._focus.type
        if self._is_undone("returned") or (kind == "conviction" and self._is_undone("quashed")):
            return "on_trial", self.evidence("returned", "quashed")
        if not self._is_final():
            return "first_instance", self.evidence("first_instance", "not_final")
        return ("final_acquittal" if kind == "acquittal" else "final_conviction"), self.evidence("final")

    def _is_final(self, *, known: bool = False) -> bool:
        """Whether no appeal is left. “First instance” alone does not deny it where a higher court has spoken. With
        `known`, the text may tell it as something that happened long ago.
        """
        higher = self._focus.type in _VERDICT and self.is_news("higher")
        if (
            not (self.has("final") or higher or (known and "final" in self._cues))
            or self._is_undone("returned")
            or self.has("not_final", plain=True)
        ):
            return False
        if self._focus.type != "acquittal" and self._is_undone("quashed"):
            return False
        upheld = higher or any(cue.grade == "strong" for cue in self._cues["final"])
        return upheld or "not_final" not in self._cues
