"""TEI P5: the release that comes with the toolkit, as specifications."""

from functools import cache

from toolkit.odd.bundled_schemas import P5, data_folder
from toolkit.odd.spec_json import load
from toolkit.odd.specs import Source


@cache
def p5() -> Source:
    """Return TEI P5: modules, elements, classes, macros, datatypes, in the Guidelines' order."""
    path = data_folder() / P5
    return load(path.read_text(encoding="utf-8"), str(path))
