"""What gunicorn reads by itself: the application and its index are loaded once, and shared by all workers."""

from typing import Any

preload_app = True


def when_ready(server: Any) -> None:
    """Before the workers come to be; what the first answers need is made once, too.

    Without a database they start all the same, and each tries for itself.
    """
    from django.db import DatabaseError, connections

    from meetings.facets import LISTINGS, Chosen
    from meetings.index import settle, tallies
    from meetings.parts import prepare

    prepare()
    try:
        for listing in LISTINGS:
            tallies(listing, Chosen())
        settle()
    except DatabaseError as error:
        server.log.warning("The index is not loaded yet: %s", error)
    finally:
        connections.close_all()
