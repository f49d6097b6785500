"""Full-text search: the only place that knows the engine.

parse(text)                       what people typed, taken apart
Search(text, exactly=False)       the same, searched: `.total(kind)`, `.best(kind, …)`, `.ids(kind)`, `.marker`
catch_up(anew=False)              bring the index up to date now, in a command
"""

from meetings.search.asking import Search
from meetings.search.hits import Marker, Snippet
from meetings.search.index import catch_up
from meetings.search.syntax import Query, parse

__all__ = ["Marker", "Query", "Search", "Snippet", "catch_up", "parse"]
