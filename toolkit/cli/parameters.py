"""Types of parameters. This module is imported by every command, so it loads nothing else."""

import re
from typing import Any, Final

import click

_LANGUAGE: Final = re.compile(r"[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*")


class FilePattern(click.ParamType[str]):
    """A file, a folder, a pattern such as ``*.xml``, or ``-``: any name but the empty one."""

    name = "file"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Return the name; a usage error if it is empty or has a NUL character."""
        text = str(value)
        if not text or "\0" in text:
            self.fail("a file or folder needs a name", param, ctx)
        return text


class LanguageTag(click.ParamType[str]):
    """A language tag in the form of BCP 47, such as ``de`` or ``de-AT``."""

    name = "language"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Return the tag; a usage error if it has another form."""
        text = str(value)
        if text and not _LANGUAGE.fullmatch(text):
            self.fail(f"{text!r} is not a language tag such as de or de-AT", param, ctx)
        return text
