"""What the tests of dates share: the dates of a text as ``[text] attributes``."""

from toolkit.annotation.dates import Conventions, annotator
from toolkit.edition import Edition
from toolkit.text import Annotation, Document


def annotations(text: str, language: str = "en", **options: object) -> list[Annotation]:
    """The annotations of a text; ``options`` are those of ``Conventions`` and ``Document``."""
    document = {name: options.pop(name) for name in ("file", "fields", "layers") if name in options}
    calendar = str(options.pop("calendar", "gregorian"))
    find = annotator(Conventions(**options)).annotate  # type: ignore[arg-type]
    doc = Document(text, language=language, **document)  # type: ignore[arg-type]
    return list(find(doc, Edition(calendar=calendar)))


def found(text: str, language: str = "en", **options: object) -> list[str]:
    """The dates and times of a text: ``May 1917 = 1917-05``, ``1914-18 = 1914 .. 1918``."""
    return [
        f"{a.span.of(text)} = {' .. '.join(v for k, v in a.attributes if k != 'calendar')}"
        for a in annotations(text, language, **options)
    ]
