"""How far the case is. A later stage is read only where the text says it; whoever is asked for is not yet sentenced."""

from __future__ import annotations

from komshi.pipeline.read.cues import Cue, cues, places
from komshi.pipeline.read.prepared import Focus, Prepared
from komshi.pipeline.region import Region
from komshi.pipeline.types import Span

Answer = tuple[str | None, tuple[Span, ...]]
# Events that are a stage by themselves.
_STAGE = {"trial": "on_trial", "indictment": "indicted", "investigation": "under_investigation"}
# Events that come before any court: the text shows at most that somebody looks into them.
_EARLY = frozenset({"seizure", "arrest", "raid", "interception", "killing", "attack", "threat", "escape"})
# Measures and findings, which are no stage of a criminal case.
_NO_CASE = frozenset({"sanction", "policy"})
_ONLY_REPORTED = frozenset({"revelation", "resignation"})
_VERDICT = frozenset({"conviction", "acquittal"})
# A stage counts from this weight on: a plain word outside the background (0.3 to 0.8: one report of 57 differs).
_ENOUGH = 0.5
_MOST_EVIDENCE = 2
_ORDER = ("final", "first_instance", "on_trial", "indicted", "under_investigation")


class Status:
    """Finds the stage of the case that a text reports on."""

    def __init__(self, region: Region) -> None:
        self._region = region

    def __call__(self, prepared: Prepared, focus: Focus) -> Answer:
        """The stage with the words that say it; null where the news is no stage of a criminal case."""
        if focus.type in _NO_CASE:
            return None, ()
        marks = _Marks(prepared, focus)
        if focus.type in _VERDICT:
            return marks.verdict(focus)
        if focus.type in _STAGE:
            return self._stage(marks, focus)
        if focus.type in _EARLY:
            looked_into = marks.has("under_investigation", plain=focus.type != "arrest")
            return marks.answer("under_investigation") if looked_into else ("reported", ())
        if focus.type in _ONLY_REPORTED:
            return "reported", ()
        if focus.type == "extradition":
            return marks.first(("first_instance", "on_trial", "indicted")) or (None, ())
        return marks.first_any() or ("reported", ())

    @staticmethod
    def _stage(marks: _Marks, focus: Focus) -> Answer:
        if focus.type == "investigation" and marks.has("dismissed"):
            return marks.answer("dismissed")
        trigger = (focus.trigger,) if focus.trigger else ()
        return _STAGE[focus.type], trigger


class _Marks:
    """The stage words of one text that count, by stage."""

    def __init__(self, prepared: Prepared, focus: Focus) -> None:
        self._prepared = prepared
        self._weights: dict[str, float] = {}
        self._cues: dict[str, list[Cue]] = {}
        standing = places(prepared, focus.background)
        found = cues(prepared, "status")
        masked = {cue.sentence for cue in found if cue.meaning in ("demand", "ahead")}
        for cue in found:
            if cue.sentence in masked and cue.meaning in ("first_instance", "indicted", "on_trial"):
                continue
            self._weights[cue.meaning] = max(self._weights.get(cue.meaning, 0.0), cue.weight * standing[cue.sentence])
            self._cues.setdefault(cue.meaning, []).append(cue)

    def has(self, stage: str, *, plain: bool = False) -> bool:
        """Whether the stage is named; with `plain`, by more than a weak word (somebody in custody after a seizure)."""
        if plain and all(cue.grade == "weak" for cue in self._cues.get(stage, ())):
            return False
        return self._weights.get(stage, 0.0) >= _ENOUGH

    def answer(self, stage: str) -> Answer:
        return stage, self.evidence(stage)

    def evidence(self, *stages: str) -> tuple[Span, ...]:
        found = [cue for stage in stages for cue in self._cues.get(stage, ())]
        return tuple(self._prepared.evidence(cue.hit) for cue in found[:_MOST_EVIDENCE])

    def first(self, stages: tuple[str, ...]) -> Answer | None:
        """The first of the stages that the text names; a quashed verdict is none."""
        for stage in stages:
            if stage == "first_instance" and self.has("quashed"):
                continue
            if self.has(stage):
                return self.answer(stage)
        return None

    def first_any(self) -> Answer | None:
        if self.has("final") and not self.has("not_final") and not self.has("quashed"):
            return "final_conviction", self.evidence("final")
        return self.first(_ORDER[1:]) or (self.answer("dismissed") if self.has("dismissed") else None)

    def verdict(self, focus: Focus) -> Answer:
        """First instance, unless the text says that the verdict is final; a quashed conviction is back on trial."""
        if focus.type == "conviction" and self.has("quashed"):
            return "on_trial", self.evidence("quashed")
        final = self.has("final") and not self.has("not_final")
        if not final:
            return "first_instance", self.evidence("first_instance", "not_final")
        return ("final_acquittal" if focus.type == "acquittal" else "final_conviction"), self.evidence("final")
