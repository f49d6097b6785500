"""Full-text search: the only place that knows the engine.

parse(text)                       what people typed, taken apart
Search(text, exactly=False)       the same, searched: `.ids(kind)`, `.page(kind, …)`, `.total(kind)`, `.marks(…)`
catch_up(anew=False)              bring the index up to date now, in a command
"""
