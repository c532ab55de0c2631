"""Render a text as a PDF, typeset by Typst in a process of its own.

The process sees one private folder with the Typst document, our layout, the edition's own layout,
copies of its pictures and the TEI file that is embedded in the PDF; nothing else can be read.
"""

import re
import shutil
import tempfile
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final, Literal

from lxml import etree

from toolkit.closed_room import ClosedRoomError
from toolkit.edition import EditionText
from toolkit.edition.choices import Apparatus, ViewName
from toolkit.exceptions import SaxonError, TypesettingError
from toolkit.findings import Finding, Place
from toolkit.namespaces import tei
from toolkit.rendering.codes import LEFT_OUT, NOT_ARCHIVAL, PICTURE, PLAIN
from toolkit.rendering.fonts import fonts_for, missing_glyphs, packaged_fonts, without_glyph
from toolkit.rendering.last_resort_font import font_of_codes
from toolkit.rendering.output_names import PDF
from toolkit.rendering.pdf_settings import PdfSettings
from toolkit.rendering.pictures import find_picture, read_picture
from toolkit.rendering.protocol import Artifact, Output, RenderRequest
from toolkit.rendering.stylesheets import folder
from toolkit.rendering.typesetter_process import Typesetter, shared
from toolkit.rendering.typst_source import string, typst_of
from toolkit.rendering.views import Source, View, text_of, view_of
from toolkit.trees import place_of

__all__ = ["PdfSettings", "output", "pdf_of", "render", "render_pdf"]


Standard = Literal["ua-1", "a-3a", "a-3b"]

_LADDER: Final[tuple[tuple[Standard, ...], ...]] = (
    ("ua-1", "a-3a"),
    ("a-3a",),
    ("ua-1",),
    ("a-3b",),
    (),
)
_STANDARD_ERROR: Final = re.compile(r"^error: (PDF/[^\n:]*) error: (.*)$", re.MULTILINE)
_ANY_ERROR: Final = re.compile(r"^error: (.*)$", re.MULTILINE)
_DEPTH_OF_SAXON: Final = 100
"""How deeply the parser inside Saxon lets elements nest (``jdk.xml.maxElementDepth``)."""
_AT_END: Final = "#let apparatus = apparatus-at-end\n#let apparatus-line = apparatus-line-at-end\n"
_NAMED: Final = 5
_ROUNDS: Final = 12
"""How often a document is tried: once for each standard given up and each lot of glyphs."""


def render_pdf(
    source: Source,
    *,
    view: ViewName = ViewName.READING,
    settings: PdfSettings | None = None,
    file: str = "",
    typesetter: Typesetter | None = None,
) -> Artifact:
    """Render a TEI document as a PDF that has the TEI file embedded as its source.

    Same input, same bytes. ``file`` names bytes and trees in findings and in the PDF;
    ``typesetter`` is a process to use again for many files.

    SourceError if the bytes are not XML, SaxonError if a stylesheet fails, TypesettingError if
    no PDF can be made at all.
    """
    text = text_of(source, file)
    with typesetter or Typesetter() as process:
        return pdf_of(
            _view(text, view), text, settings=settings or PdfSettings(), typesetter=process
        )


def render(text: EditionText, request: RenderRequest) -> Artifact:
    """Render a text as a PDF of an edition, with its page, its layout and its fonts."""
    edition = request.edition
    fonts = edition.file(edition.fonts)
    settings = PdfSettings(
        page_format=edition.page,
        apparatus=edition.apparatus,
        facsimiles=edition.facsimiles,
        line_numbers=edition.line_numbers,
        title_page=edition.title_page,
        folder=request.picture_folder,
        layout=edition.file(edition.layout),
        fonts=(fonts,) if fonts else (),
    )
    return render_pdf(text, view=request.view, settings=settings, typesetter=shared())


def start_typesetter() -> None:
    """Start the typesetter's process, which is ready when the first text is."""
    shared()


output: Final = Output(
    PDF,
    ".pdf",
    "application/pdf",
    "A printed edition, typeset by Typst, with the TEI embedded.",
    render,
    prepare=start_typesetter,
)


def pdf_of(
    view: View | None, text: EditionText, *, settings: PdfSettings, typesetter: Typesetter
) -> Artifact:
    """Typeset a view of a text, and embed its TEI file.

    Without a view, the words of the file are printed in order, without their form.
    """
    with tempfile.TemporaryDirectory(prefix="tei-pdf-") as name:
        root = Path(name) / "root"
        root.mkdir()
        job = _Job(root, view, text.tree, settings, text.file)
        job.lay_out(text.data)
        return job.run(typesetter)


@dataclass(slots=True)
class _Job:
    """A document and the attempts to typeset it, which give up standards or form, never text."""

    root: Path
    view: View | None
    tree: "etree._ElementTree"
    settings: PdfSettings
    file: str
    standards: tuple[Standard, ...] = _LADDER[0]
    more_fonts: bool = False
    missing: frozenset[str] = frozenset()
    body: str = ""
    attachment: str = ""
    plain: bool = False
    pictures: dict[str, str] = field(default_factory=dict)
    refused: set[str] = field(default_factory=set)
    pictures_are_tested: bool = False
    findings: list[Finding] = field(default_factory=list)

    def lay_out(self, source: bytes) -> None:
        """Write everything the typesetter may read into its folder."""
        for layout in sorted((folder() / "typst").glob("*.typ")):
            shutil.copyfile(layout, self.root / layout.name)
        if self.settings.layout is not None:
            shutil.copyfile(self.settings.layout, self.root / "own.typ")
        self.attachment = (
            re.sub(r"[^A-Za-z0-9._-]+", "-", Path(self.file).stem or "source") + ".xml"
        )
        (self.root / self.attachment).write_bytes(source)
        self._copy_pictures()
        self._draw()

    def _draw(self) -> None:
        if self.view is None:
            self._print_plainly("elements are nested too deeply")
            return
        document = typst_of(
            self.view, settings=self.settings, pictures=self.pictures, file=self.file
        )
        self.findings = [f for f in self.findings if f.code.startswith("PDF")]
        self.findings.extend(document.findings)
        self.body = document.text
        self.more_fonts = bool(fonts_for(self.body))

    def _copy_pictures(self) -> None:
        """Copy the pictures into the folder, and report those that are left out."""
        base = self.settings.folder
        for url in dict.fromkeys(_addresses(self.tree)) if base else ():
            path = find_picture(base, url) if base else None
            if path is None:
                continue
            name = f"picture-{len(self.pictures) + 1}{path.suffix.lower()}"
            try:
                (self.root / name).write_bytes(read_picture(path))
                self.pictures[url] = name
            except ClosedRoomError as error:
                self._report_picture(url, str(error))
        self.findings.extend(_absent(self.tree, {*self.pictures, *self.refused}, self.file))

    def _report_picture(self, url: str, reason: str) -> None:
        self.refused.add(url)
        self.findings.append(PICTURE.at(Place(self.file), f"{url} is left out: {reason}"))

    def _leave_out_pictures(self, typesetter: Typesetter) -> bool:
        """Leave out the pictures that cannot be typeset each by itself; tell whether any was."""
        self.pictures_are_tested = True
        for url, name in tuple(self.pictures.items()):
            error = self._try_picture(name, typesetter)
            if error:
                del self.pictures[url]
                self._report_picture(url, error)
        return bool(self.refused)

    def _try_picture(self, name: str, typesetter: Typesetter) -> str:
        (self.root / "main.typ").write_text(f"#image({string(name)})\n", encoding="utf-8")
        try:
            answer = typesetter.compile(
                self.root,
                self.root.parent / "picture.pdf",
                standards=(),
                fonts=(),
                system_fonts=False,
                seconds=self.settings.seconds,
            )
        except TypesettingError as error:
            return str(error)
        return _first(answer.error) if answer.error else ""

    def run(self, typesetter: Typesetter) -> Artifact:
        """Typeset until there is a PDF; each error determines what is given up next."""
        target = self.root.parent / "edition.pdf"
        for _ in range(_ROUNDS):
            (self.root / "main.typ").write_text(self._document(), encoding="utf-8")
            answer = typesetter.compile(
                self.root,
                target,
                standards=self.standards,
                fonts=self._fonts(),
                system_fonts=self.more_fonts,
                seconds=self.settings.seconds,
            )
            if answer.error is None:
                self.findings.extend(_left_out(answer.warnings, self.file))
                return Artifact(target.read_bytes(), tuple(self.findings))
            self._give_way(answer.error, typesetter)
        raise self._failed("it was tried too often")

    def _give_way(self, error: str, typesetter: Typesetter) -> None:
        glyphs = missing_glyphs(error) - self.missing
        if glyphs and not self.more_fonts:
            self.more_fonts = True
        elif glyphs:
            self._show_codes(glyphs)
        elif (stated := _STANDARD_ERROR.search(error)) and self.standards:
            self._lower(stated[2])
        elif self._may_be_a_picture() and self._leave_out_pictures(typesetter):
            self._draw()
        elif not self.plain:
            self._print_plainly(_first(error))
        else:
            raise self._failed(_first(error))

    def _fonts(self) -> tuple[Path, ...]:
        """The edition's folders of fonts, then installed ones, then the codes of what is missing.

        The folder of the codes is named after their number, since the typesetter keeps what it
        has read of a folder.
        """
        packaged = packaged_fonts() if self.more_fonts else ()
        codes = (self._codes(),) if self.missing else ()
        return (*self.settings.fonts, *packaged, *codes)

    def _codes(self) -> Path:
        return self.root / f"codes-{len(self.missing)}"

    def _show_codes(self, glyphs: frozenset[str]) -> None:
        self.missing |= glyphs
        self._codes().mkdir()
        (self._codes() / "codes.ttf").write_bytes(font_of_codes(self.missing))
        self.findings.extend(without_glyph(glyphs, self.tree, self.file))

    def _print_plainly(self, reason: str) -> None:
        self.plain = True
        self.findings.append(PLAIN.at(Place(self.file), reason))
        self.body = _plain(self.tree)
        self.more_fonts = bool(fonts_for(self.body))

    def _failed(self, reason: str) -> TypesettingError:
        return TypesettingError(f"{self.file or 'the document'}: no PDF could be made: {reason}")

    def _may_be_a_picture(self) -> bool:
        return '"picture-' in self.body and not self.pictures_are_tested

    def _lower(self, reason: str) -> None:
        next_rung = _LADDER.index(self.standards) + 1
        self.standards = _LADDER[next_rung]
        kept = " and ".join(_name(s) for s in self.standards) or "no standard"
        self.findings = [f for f in self.findings if f.code != NOT_ARCHIVAL.code]
        self.findings.append(NOT_ARCHIVAL.at(Place(self.file), f"{reason}; kept: {kept}"))

    def _document(self) -> str:
        at_end = _AT_END if self.settings.apparatus == Apparatus.END else ""
        own = '#import "own.typ": *\n' if self.settings.layout is not None else ""
        fonts = "".join(f"{string(name)}," for name in fonts_for(self.body))
        return (
            f'#import "edition.typ": *\n{at_end}{own}'
            f'#let settings = (format: "{self.settings.page_format}", fonts: ({fonts}))\n'
            f"{self.body}"
            f'#pdf.attach({string(self.attachment)}, relationship: "source", '
            'mime-type: "application/tei+xml", description: "TEI XML")\n'
        )


def _addresses(tree: "etree._ElementTree") -> Iterator[str]:
    """Yield the addresses of pictures in the text and of the facsimiles of its pages."""
    for element in tree.iter(tei("graphic"), tei("pb")):
        yield from element.get("url", "").split() or element.get("facs", "").split()


def _absent(tree: "etree._ElementTree", found: Collection[str], file: str) -> Iterator[Finding]:
    """Report the pictures of the text that are not files of the edition, in one finding."""
    wanted = {
        graphic.get("url", ""): graphic
        for graphic in reversed(list(tree.iter(tei("graphic"))))
        if next(graphic.iterancestors(tei("text")), None) is not None
    }
    missing = [url for url in reversed(wanted) if url not in found and ":" not in url and url]
    if missing:
        named = ", ".join(missing[:_NAMED]) + (" ..." if len(missing) > _NAMED else "")
        place = place_of(wanted[missing[0]], file)
        yield PICTURE.at(place, f"{len(missing)} not in the edition's folder: {named}")


def _left_out(warnings: Iterable[str], file: str) -> Iterator[Finding]:
    return (LEFT_OUT.at(Place(file), warning) for warning in warnings if "ignored" in warning)


def _first(error: str) -> str:
    found = _ANY_ERROR.search(error)
    return found[1] if found else error.partition("\n")[0]


def _name(standard: Standard) -> str:
    return {"ua-1": "PDF/UA-1", "a-3a": "PDF/A-3a", "a-3b": "PDF/A-3b"}[standard]


def _view(text: EditionText, view: ViewName) -> View | None:
    """Make the view; None if elements are nested more deeply than Saxon's parser allows."""
    try:
        return view_of(text, view=view)
    except SaxonError:
        if _depth(text.tree) > _DEPTH_OF_SAXON:
            return None
        raise


def _depth(tree: "etree._ElementTree") -> int:
    depth = deepest = 0
    for event, _ in etree.iterwalk(tree, events=("start", "end")):
        depth += 1 if event == "start" else -1
        deepest = max(deepest, depth)
    return deepest


def _plain(tree: "etree._ElementTree") -> str:
    """Write a document with only the words of the text, a paragraph for each line."""
    texts = [t for t in tree.iter(tei("text")) if next(t.iterancestors(tei("text")), None) is None]
    lines = "\n".join(_words(text) for text in texts).split("\n")
    words = (" ".join(line.split()) for line in lines)
    title = next((" ".join(_words(t).split()) for t in tree.iter(tei("title"))), "")
    about = f"plain-about({string(title or 'Untitled')})"
    return f"#show: edition.with({about}, settings)\n" + "".join(
        f"#p({string(line)})\n" for line in words if line
    )


def _words(element: etree._Element) -> str:
    return "".join(str(text) for text in element.itertext(etree.Element))
