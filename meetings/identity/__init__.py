"""One person in many spellings and scripts; one meeting in many accounts. Pure functions, no database.

family_key(name)                        the block a name belongs to: compare and cluster within one block
compare(a, b), cluster(uses), suggestions(uses), cluster_and_ask(uses)
reach(uses, start)                      what of a block is to be gathered again when some of it changed
compare_tellings(a, b), cluster_tellings(tellings)
"""

from meetings.identity.gathering import Question, cluster, cluster_and_ask, reach, suggestions
from meetings.identity.letters import fold
from meetings.identity.names import family_key, family_keys
from meetings.identity.people import NameUse, Verdict, compare
from meetings.identity.tellings import Telling, cluster_tellings, compare_tellings

__all__ = [
    "NameUse",
    "Question",
    "Telling",
    "Verdict",
    "cluster",
    "cluster_and_ask",
    "cluster_tellings",
    "compare",
    "compare_tellings",
    "family_key",
    "family_keys",
    "fold",
    "reach",
    "suggestions",
]
