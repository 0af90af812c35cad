"""Whose lawyer somebody is: the case is about the client, and the title is not theirs."""

from __future__ import annotations

from collections.abc import Sequence

from komshi.pipeline.read.names_mention import Mention
from komshi.pipeline.read.who_cues import SentenceCues
from komshi.pipeline.read.who_forms import NameForms
from komshi.pipeline.read.who_kin import Kin
from komshi.pipeline.read.who_lists import Lists, Named

# Letters between "X's" and "lawyer": one word, as "defence".
_LAWYER_REACH = 10


class Clients:
    """Those of one sentence whom a lawyer defends."""

    def __init__(self, text: str, cues: SentenceCues, forms: NameForms, lists: Lists) -> None:
        self._text, self._cues, self._forms, self._lists = text, cues, forms, lists

    def __call__(self, names: list[Named]) -> None:
        """In "the lawyer of X" the case is about X, and the lawyer's title is not theirs."""
        for cue in self._cues.cues:
            if cue.role != "client" or cue.side == "previous":
                continue
            for i, named in enumerate(names):
                if cue.subject and not self._surname_declined(named.mention):
                    continue  # "the lawyer X", not "the lawyer of X"
                if 0 <= named.mention.start - cue.end <= 1:
                    named.roles.append(("client", 0.0))
                    named.title = "client"
                    if i + 1 < len(names) and names[i + 1].mention.start - named.mention.after == 1:
                        # "The lawyer of X Y Z": two names side by side, the second is the lawyer's.
                        names[i + 1].title, names[i + 1].title_near = "lawyer", True
                        continue
                    followers = self._followers(names, i)
                    if len(followers) == 1 and self._text[named.mention.after : followers[0].start] == ", ":
                        # "The lawyer of X, Y, said": the second name is the lawyer's.
                        followers[0].title, followers[0].title_near = "lawyer", True
                        continue
                    for follower in followers:
                        follower.roles.append(("client", 0.0))
                        follower.title = "client"

    def represented(self, names: Sequence[Named], kin: Kin) -> None:
        """In "X's lawyer" the case is about X."""
        lawyers = [title.start for title in self._cues.titles if title.role == "lawyer"]
        for named in names:
            after = named.mention.after
            whose = kin.possessive(named) or self._forms.possessive(named.mention.words)
            near = any(0 < s - after <= _LAWYER_REACH and "," not in self._text[after:s] for s in lawyers)
            if whose and near:
                named.roles.append(("client", 0.0))

    def _surname_declined(self, mention: Mention) -> bool:
        return mention.kind != "initials" and self._forms.base(mention.words)[-1] != mention.words[-1]

    def _followers(self, names: list[Named], i: int) -> list[Named]:
        followers: list[Named] = []
        while i + 1 < len(names) and self._lists.joins(names[i].mention, names[i + 1].mention.start, pure=True):
            i += 1
            followers.append(names[i])
        return followers
