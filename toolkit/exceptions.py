"""Errors: what stops the work. A problem of an edition is a ``Finding`` instead."""

import logging
from collections.abc import Iterator

_log = logging.getLogger(__name__)


class ToolkitError(Exception):
    """The work could not be done. The message names the problem, the file and a remedy.

    The command line prints the message alone and exits with code 3.
    """


class SourceError(ToolkitError):
    """A file cannot be read: missing, empty, binary, undecodable, not well-formed or hostile."""


class SettingsError(ToolkitError):
    """An ``edition.toml`` is faulty: bad TOML, an unknown key, a value of the wrong kind."""


class SchemaError(ToolkitError):
    """A schema (RELAX NG, Schematron, ODD) has errors."""


class SaxonError(ToolkitError):
    """A stylesheet failed to compile or to run."""


class TypesettingError(ToolkitError):
    """The PDF could not be typeset."""


class OutputError(ToolkitError):
    """A result cannot be written: no permission, no space, or hand work in its place."""


class NoSpaceError(OutputError):
    """The disk is full, or a quota is exhausted: no other result can be written either."""


class ClusterError(ToolkitError):
    """The cluster cannot be reached, was lost, or cannot do the work."""


class StorageError(ToolkitError):
    """A store does not answer, or refuses a request."""


def describe_error(error: BaseException, subject: object = "") -> str:
    """Describe any exception in one line: the subject (a file), the problem, a remedy.

    An exception that nobody foresaw is a defect of the toolkit; its traceback goes to the log,
    which ``tei -v`` shows.
    """
    if isinstance(error, ToolkitError):
        return printable(str(error))
    _log.info("%s", subject or "unexpected error", exc_info=error)
    return printable(": ".join(part for part in (str(subject), *_explain(error)) if part))


def _explain(error: BaseException) -> Iterator[str]:
    if isinstance(error, MemoryError):
        yield "not enough memory; process fewer files at once (--jobs 1) or smaller ones"
    elif isinstance(error, RecursionError):
        yield "nested too deeply; simplify the file"
    elif isinstance(error, OSError):
        if error.filename is not None:
            yield str(error.filename)
        yield error.strerror or type(error).__name__
    elif isinstance(error, UnicodeError):
        yield f"characters that cannot be converted ({error}); save the file as UTF-8"
    else:
        yield f"unexpected {type(error).__name__}: {error} (a defect of the toolkit; see tei -v)"


def printable(text: str) -> str:
    """Escape everything that is not printable, so that a message is one line of valid Unicode."""
    return "".join(char if char.isprintable() else _escape(char) for char in text)


def _escape(char: str) -> str:
    number = ord(char)
    if 0xDC80 <= number <= 0xDCFF:  # a byte of a file name that is not UTF-8
        return f"\\x{number - 0xDC00:02x}"
    return char.encode("unicode_escape").decode("ascii")
