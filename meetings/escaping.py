"""What the parts of pages put out is escaped, but not made `Markup` value by value: a page of a list has more than a
thousand, joined at once, and wrapping them took 6 % of its time.
"""

from __future__ import annotations

from html import escape
from typing import Any

import jinja2
from jinja2 import nodes
from jinja2.compiler import CodeGenerator, Frame


def escaped(value: Any) -> str:
    """The value as HTML; what is HTML already, as it is."""
    return value.__html__() if hasattr(value, "__html__") else escape(str(value))


class _Generator(CodeGenerator):
    """Where a later Jinja2 does not ask this method any more, its own way of escaping holds."""

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo) -> None:
        self.write("environment.escaped(")


class Environment(jinja2.Environment):
    """Templates of HTML: all that they put out is escaped."""

    code_generator_class = _Generator
    escaped = staticmethod(escaped)

    def __init__(self, **options: Any) -> None:
        super().__init__(autoescape=True, **options)
