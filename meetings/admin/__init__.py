"""The correction desk: what people set right becomes corrections, and never a row written past them."""

from django.contrib import admin

from meetings.admin import (
    accounts,
    decisions,
    documents,
    imports,
    meetings,
    people,
    quotes,
    sources,
    suggestions,
    takedowns,
)

__all__ = [
    "accounts",
    "decisions",
    "documents",
    "imports",
    "meetings",
    "people",
    "quotes",
    "sources",
    "suggestions",
    "takedowns",
]

admin.site.site_header = admin.site.site_title = "Reading room — correction desk"
admin.site.index_title = "Correct what was read"
admin.site.disable_action("delete_selected")
