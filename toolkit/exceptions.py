"""Errors: what stops the machine; what is wrong with an edition is a ``Finding`` instead."""


class ToolkitError(Exception):
    """The work could not be done; the message says what was found, what was expected, and where.

    The command line prints the message alone and ends with exit code 3.
    """


class SourceError(ToolkitError):
    """A file cannot be read: missing, empty, binary, undecodable, not well-formed or hostile."""


class SettingsError(ToolkitError):
    """An ``edition.toml`` is faulty: bad TOML, an unknown key, a value of the wrong kind."""


class SchemaError(ToolkitError):
    """A schema (RELAX NG, Schematron, ODD) is itself faulty."""


class SaxonError(ToolkitError):
    """A stylesheet failed to compile or to run."""


class TypesettingError(ToolkitError):
    """The PDF could not be made."""


class OutputError(ToolkitError):
    """A result cannot be written: no permission, no space, or edited by hand since it was made."""


class NoSpaceError(OutputError):
    """The disk is full, or a quota is used up: no other result can be written either."""


class ClusterError(ToolkitError):
    """The cluster cannot be reached, is lost, or cannot do the work."""


class StorageError(ToolkitError):
    """A store that was named by its address does not answer, or refuses what was asked."""
