"""The domain model; what each table holds is told in its docstring."""

from meetings.models.change import Change, ChangeLog
from meetings.models.country import Country, Organization
from meetings.models.decision import Correction, Judgement
from meetings.models.document import Document, DocumentVersion, Edition, Mention
from meetings.models.doubt import Doubt
from meetings.models.failure import Failure
from meetings.models.intake import Import, ImportedFile
from meetings.models.meeting import Account, Format, Level, Meeting, Participant, Reference, Seat, seated
from meetings.models.person import Behind, Person, PersonName
from meetings.models.quote import Quote
from meetings.models.suggestion import Suggestion
from meetings.models.takedown import PublisherTerms, Takedown

__all__ = [
    "Account",
    "Behind",
    "Change",
    "ChangeLog",
    "Correction",
    "Country",
    "Document",
    "DocumentVersion",
    "Doubt",
    "Edition",
    "Failure",
    "Format",
    "Import",
    "ImportedFile",
    "Judgement",
    "Level",
    "Meeting",
    "Mention",
    "Organization",
    "Participant",
    "Person",
    "PersonName",
    "PublisherTerms",
    "Quote",
    "Reference",
    "Seat",
    "Suggestion",
    "Takedown",
    "seated",
]
