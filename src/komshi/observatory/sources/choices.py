"""The closed lists of what is received."""

from __future__ import annotations

from enum import StrEnum

from django.utils.translation import gettext_lazy as _


class SourceKind(StrEnum):
    """How a source reaches us: we follow its feed, an operator gives a file, a member gives it by hand."""

    FEED = "feed"
    IMPORT = "import"
    MEMBER = "member"


class DocumentKind(StrEnum):
    """How one document came in."""

    IMPORT = "import"
    FEED = "feed"
    PASTE = "paste"
    FILE = "file"
    OBSERVATION = "observation"


class Sensitivity(StrEnum):
    """Who may see a document. See ArticleQuerySet.visible_to for the rule itself."""

    OPEN = "open"
    MEMBERS = "members"
    RESTRICTED = "restricted"


class Certainty(StrEnum):
    """How an observer knows."""

    SEEN = "seen"
    HEARD = "heard"
    DOCUMENTS = "documents"


class Outcome(StrEnum):
    """How one visit to a source ended."""

    OK = "ok"
    NOT_MODIFIED = "not_modified"
    ROBOTS = "robots"
    REFUSED = "refused"
    ERROR = "error"


class JobState(StrEnum):
    """Where an import stands."""

    WAITING = "waiting"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"


SOURCE_KINDS = [
    (SourceKind.FEED.value, _("Feed")),
    (SourceKind.IMPORT.value, _("Imported files")),
    (SourceKind.MEMBER.value, _("Members")),
]
DOCUMENT_KINDS = [
    (DocumentKind.IMPORT.value, _("Imported")),
    (DocumentKind.FEED.value, _("From a feed")),
    (DocumentKind.PASTE.value, _("Pasted")),
    (DocumentKind.FILE.value, _("Uploaded")),
    (DocumentKind.OBSERVATION.value, _("Observation")),
]
SENSITIVITIES = [
    (Sensitivity.OPEN.value, _("Every member of the observatory may see it")),
    (Sensitivity.MEMBERS.value, _("Only members of my organisation")),
    (Sensitivity.RESTRICTED.value, _("Only I and the editors of my organisation")),
]
CERTAINTIES = [
    (Certainty.SEEN.value, _("I saw it myself")),
    (Certainty.HEARD.value, _("Somebody told me")),
    (Certainty.DOCUMENTS.value, _("I have documents")),
]
OUTCOMES = [
    (Outcome.OK.value, _("Read")),
    (Outcome.NOT_MODIFIED.value, _("Nothing new")),
    (Outcome.ROBOTS.value, _("The site does not want robots there")),
    (Outcome.REFUSED.value, _("Refused for safety")),
    (Outcome.ERROR.value, _("Not reachable")),
]
JOB_STATES = [
    (JobState.WAITING.value, _("Waiting")),
    (JobState.RUNNING.value, _("Running")),
    (JobState.DONE.value, _("Done")),
    (JobState.FAILED.value, _("Failed")),
]
