"""Hostile inputs, each made from its number: TEI, ODD and edition files, file names, arguments."""

import random
from collections.abc import Callable
from typing import Final

from toolkit.namespaces import TEI

NAMES: Final = (
    b"caf\xe9", b"a\nb", b"a\tb", b"a\x1b[31mb", b"a b", b" a", b"a ", b"-o", b"--help", b"a'b",
    b'a"b', b"a<b>", b"a&b", b"a%00b", b"a%2e", b"a#b", b"a?b", b"a:b", b"a;b", b"a|b", b"a*b",
    b"a\\b", b"$HOME", b"`id`", b"{id}", b"..a", b"a..", b"con", b"nul", b"index", b"corpus",
    b"report", b"badge", "na\u00efve".encode(), "\u05d0\u05d1".encode(), "\U0001f4dc".encode(),
    "e\u0301".encode(), "\u202eabc".encode(), "\ufeffa".encode(), b"n" * 251, b"1", b"_", b"a\x01b",
    b"\x7f", b"\xff\xfe", b"A", b"xml",
)  # fmt: skip
"""Stems of file names: other encodings, control characters, markup, shells, reserved words."""

_BOMB = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 9))
_DOCTYPES: Final = (
    "",
    '<!DOCTYPE TEI [<!ENTITY x SYSTEM "file:///etc/passwd">]>',
    '<!DOCTYPE TEI SYSTEM "http://127.0.0.1:18999/x.dtd">',
    f'<!DOCTYPE TEI [<!ENTITY e0 "ha">{_BOMB}<!ENTITY x "&e8;">]>',
    '<!DOCTYPE TEI [<!ENTITY % p SYSTEM "/dev/zero">%p;<!ENTITY x "">]>',
    '<!DOCTYPE TEI [<!ENTITY x "<p>a</p>">]>',
)
_MODELS: Final = (
    "",
    '<?xml-model href="/dev/zero"?>',
    '<?xml-model href="no.rng" schematypens="http://relaxng.org/ns/structure/1.0"?>',
    '<?xml-model href="http://127.0.0.1:18999/x.rng"?>',
    '<?xml-model href="/etc/passwd" schematypens="http://purl.oclc.org/dsdl/schematron"?>',
    '<?xml-stylesheet href="javascript:alert(1)" type="text/xsl"?>',
)
_ADDRESSES: Final = (
    "javascript:alert(1)", "JaVaScRiPt:alert(1)", "data:text/html,<script>x</script>", "//x", "..",
    "file:///etc/passwd", "vbscript:x", "\u00a0javascript:x", "#", "#no", "a b", "%", "x" * 10_000,
)  # fmt: skip
_BODIES: Final[tuple[Callable[[str], str], ...]] = (
    lambda a: f'<p><ref target="{a}">x</ref></p>',
    lambda a: f'<figure><graphic url="{a}"/></figure>',
    lambda a: f'<p style="background:url({a})" rend="{a}" rendition="{a}">x</p>',
    lambda a: f'<pb facs="{a}"/><p xml:id="{a[:9]}">&x;</p>',
    lambda a: f'<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="{a}"/>',
    lambda a: f'<p><x:script xmlns:x="http://www.w3.org/1999/xhtml">{a}</x:script></p>',
    lambda a: f'<figure><svg xmlns="http://www.w3.org/2000/svg" onload="{a}"/></figure>',
    lambda a: f"<p>{'<hi>' * 300}{a}{'</hi>' * 300}</p>",
    lambda a: f'<lg>{"<l/>" * 500}<l>{a}</l></lg><note target="{a}"/>',
    lambda a: f"<p>{'<choice><sic>a</sic><corr>b</corr></choice>' * 300}{a}</p>",
    lambda a: f"<p><app><lem wit='{a}'>a</lem><rdg wit='#x'>b</rdg></app></p>",
    lambda a: f"<table>{'<row/>' * 50}<row><cell>{a}</cell></row></table>",
)


def hostile_tei(number: int) -> bytes:
    """Return a TEI file, now and then cut short or in another encoding."""
    dice = random.Random(number)
    address = dice.choice(_ADDRESSES).replace("<", "&lt;").replace('"', "&quot;")
    body = "".join(dice.choice(_BODIES)(address) for _ in range(dice.randint(1, 3)))
    text = (
        f'{dice.choice(_MODELS)}{dice.choice(_DOCTYPES)}<TEI xmlns="{TEI}"><teiHeader><fileDesc>'
        f"<titleStmt><title>{address}</title></titleStmt><publicationStmt><p/></publicationStmt>"
        f"<sourceDesc><p/></sourceDesc></fileDesc></teiHeader><text><body>{body}</body></text></TEI>"
    )
    data = text.encode(dice.choice(("utf-8", "utf-8", "utf-8", "utf-16")), "replace")
    return _spoiled(data, dice)


_SPECS: Final = (
    '<moduleRef key="tei"/><moduleRef key="core"/>',
    '<moduleRef url="/dev/zero"/>',
    '<moduleRef url="http://127.0.0.1:18999/x.rng"/>',
    '<specGrpRef target="file:///etc/passwd"/>',
    '<specGrpRef target="#g"/><specGrp xml:id="g"><specGrpRef target="#g"/></specGrp>',
    '<classSpec ident="a" type="model" mode="add"><classes><memberOf key="a"/></classes>'
    "</classSpec>",
    '<elementSpec ident="x y" mode="add"><content><textNode/></content></elementSpec>',
    '<elementSpec ident="p" mode="change"><desc>&lt;script&gt;</desc></elementSpec>',
    '<macroSpec ident="m" mode="add"><content><macroRef key="m"/></content></macroSpec>',
    f"<elementSpec ident='z' mode='add'><content>{'<sequence>' * 200}<textNode/>"
    f"{'</sequence>' * 200}</content></elementSpec>",
)


def hostile_odd(number: int) -> bytes:
    """Return an ODD."""
    dice = random.Random(number)
    specs = "".join(dice.choice(_SPECS) for _ in range(dice.randint(1, 4)))
    source = dice.choice(("", ' source="/dev/zero"', ' source="self.odd"', ' source="tei:9.9"'))
    start = dice.choice(("TEI", "x", "", "TEI TEI", "\u05d0"))
    text = (
        f'<TEI xmlns="{TEI}"><teiHeader><fileDesc><titleStmt><title>x</title></titleStmt>'
        "<publicationStmt><p/></publicationStmt><sourceDesc><p/></sourceDesc></fileDesc></teiHeader>"
        f'<text><body><schemaSpec ident="s"{source} start="{start}">{specs}</schemaSpec></body>'
        "</text></TEI>"
    )
    return _spoiled(text.encode(), dice)


_VALUES: Final = (
    '""', '"x"', "1", "true", "[]", "{}", '"\\u0001"', '"../../x"', '"/etc/passwd"', '"a\\nb"',
    '["a", 1]', "1850-05-03", '"javascript:x"', "nan", f'"{"x" * 5000}"', "[" * 500 + "]" * 500,
    '[{ name = "" }]', '[{ name = "A", id = "a" }, { name = "B", id = "a" }]', '"https://x"',
)  # fmt: skip
_KEYS: Final = (
    "edition.title edition.editors edition.licence edition.language edition.calendar edition.date "
    "files.authority files.transcriptions files.decisions outputs.formats outputs.view "
    "outputs.style outputs.stylesheet outputs.layout outputs.fonts outputs.address "
    "encoding.threshold encoding.titles annotators.names annotators.own x.y edition.x"
).split()
_FILES: Final[tuple[tuple[str, str, bytes], ...]] = (
    ("style", "s.css", "/* \u00e9 */ </style><script>x</script>".encode("latin-1")),
    ("style", "s.css", b"p { background: url(http://127.0.0.1:18999/) } @import 'x';"),
    ("stylesheet", "s.xsl", b"<xsl:stylesheet"),
    ("stylesheet", "s.xsl", b'<x xmlns="http://www.w3.org/1999/XSL/Transform"/>'),
    ("layout", "s.typ", b'#read("/etc/passwd")'),
    ("layout", "s.typ", b"#let f() = f()\n#f()"),
    ("fonts", "fonts/x.otf", b"no font"),
)


def hostile_edition(number: int) -> dict[str, bytes]:
    """Return the files of an edition with hostile settings or files."""
    dice = random.Random(number)
    files = {
        "transcriptions/a.txt": b"A Letter\n\nLondon, 3 May 1850\n\nDear Sir,\n\nAll is well.\n"
    }
    tables: dict[str, list[str]] = {}
    for _ in range(dice.randint(1, 2)):
        table, _, key = dice.choice(_KEYS).partition(".")
        tables.setdefault(table, []).append(f"{key} = {dice.choice(_VALUES)}")
    if dice.random() < 0.4:
        key, name, data = dice.choice(_FILES)
        files[name] = data
        tables.setdefault("outputs", []).append(f'{key} = "{name.partition("/")[0]}"')
    if dice.random() < 0.2:
        files["decisions/decisions.jsonl"] = dice.choice(
            (b"{", b"[" * 5000, b'{"by": 1}\n', b"\xff\n", b'{"verdict": "accept"}\n{"a')
        )
    lines = [line for table in tables for line in (f"[{table}]", *tables[table])]
    files["edition.toml"] = _spoiled("\n".join(lines).encode(), dice)
    return files


_WORDS: Final = (
    "build encode render check export status review decide odd compile corpus persons new schema "
    "explain -o --to html,pdf x --json --force --jobs 0 -1 --by jd --format sarif --view reading "
    "no.txt no.xml . .. - '' --language \x01 [ ** s3:// file:// {id} --profile dtabf --limit 1e9"
).split(" ")


def hostile_arguments(number: int) -> list[str]:
    """Return the arguments of a command line."""
    dice = random.Random(number)
    arguments = [dice.choice(_WORDS) for _ in range(dice.randint(1, 6))]
    # nothing that waits for somebody, reads standard input, or looks at the whole machine
    return [a for a in arguments if a not in ("review", "-", "..")] or ["--version"]


def _spoiled(data: bytes, dice: random.Random) -> bytes:
    """Return the data, one time in five cut short or with a wrong byte."""
    if dice.random() < 0.9:
        return data
    at = dice.randrange(len(data) + 1)
    return data[:at] if dice.random() < 0.5 else data[:at] + b"\xff\x00" + data[at + 1 :]
