"""Records out: one a document, as that text tells it, with what people decided."""

from meetings.exports.formats import TABLES, Stream, write
from meetings.exports.records import Exported, exported
from meetings.exports.selection import Selection

__all__ = ["TABLES", "Exported", "Selection", "Stream", "exported", "write"]
