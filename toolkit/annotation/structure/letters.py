"""Letters: how a letter, a message or a speech opens and closes (DSOC)."""

import re
from collections.abc import Iterator, Sequence

from toolkit.annotation.blocks import Block
from toolkit.annotation.dates.bare_day_line import is_day
from toolkit.text import Annotation, Span
from toolkit.text.line_heuristics import ends_sentence, name_score, without_marker

_SALUTATION = re.compile(
    r"(?:my |our |very )*(?:dear(?:est)?|beloved|honou?red|sirs?|madam|gentlemen|comrades?|"
    r"citizens|fellow|ladies|reverend|your (?:majesty|excellency|honou?r|grace|highness))\b|"
    r"(?:mein[e]? |unsere? |sehr |hoch|wohl)*(?:liebe[rsn]?|liebste[rs]?|teure[rs]?|"
    r"geehrte[rns]?|verehrte[rns]?|werth?e(?:ste)?[rs]?|herr|frau|fräulein|genossen|kameraden|"
    r"bürger|meine herren|euer|ew\.|geliebte[rs]?|guter|gute)\b|"
    r"(?:mon |ma |mes |très |bien )*(?:ch[eè]re?s?|monsieur|madame|mademoiselle|messieurs|"
    r"mesdames|camarades?|citoyens?|sire|votre|bien-aimée?|ami|amie)\b",
    re.IGNORECASE,
)
_ADDRESS = re.compile(
    r"(?:To|An|À|Au|Aux)\s+(?:[A-Z\u00c0-\u00de]|the\b|all\b|die\b|den\b|das\b|la\b|le\b|tous\b)"
)
_ARTICLE = re.compile(r"\b(?:an?|eine?[mnr]?|une?)\b")
"""What stands before no addressee: ``To Make a Cake``, ``To a Friend`` are titles."""
_ADDRESSEE = re.compile(
    r"(?:Herrn|Frau|Fräulein|Mrs?\.?|Messrs\.?|Miss|Dr\.|The (?:Hon|Rev)\.|Monsieur|Madame|M\.|"
    r"(?:Se?r|Seiner|Ihrer|Ihro)\.? (?:[Hh]och|[Ww]ohl|[Ee]dl|[Kk]önigl|Exz|Exc|Maj|Durchl)\S*)"
    r"[ \n](?!.*[,!:]$)",
)
_VALEDICTION = re.compile(
    r"(?:(?:i (?:am|remain|have the honou?r)|with|yours?|ever|believe me|very|most|sincerely|"
    r"faithfully|truly|respectfully|affectionately|love|kind|best|cordially|fraternally)\b.*|"
    r"(?:mit|ihr(?:e|er)?|dein(?:e|er)?|euer|eure|viele|herzlich(?:e|st)?|hochachtungsvoll|"
    r"ich (?:habe die ehre|bin|bleibe|verbleibe|verharre|grüße|umarme)|es grüßt|"
    r"in (?:liebe|treue|verehrung)|ergebenst|gruß|grüße|heil)\b.*|"
    r"(?:votre|ton|ta|bien|veuillez|agréez|recevez|je (?:vous|t|suis|demeure)|tout à|"
    r"à toi|croyez|amitiés|salutations|"
    r"cordialement|salut|respectueusement)\b.*)",
    re.IGNORECASE | re.DOTALL,
)
_SIGNED = re.compile(
    r"\(?(?:signed|sgd\.?|gez\.|gezeichnet|signé|firmato|f\.to|firmado)\)?[ :\n]+(?=\S)",
    re.IGNORECASE,
)
"""What stands before the name where a copy says that the original was signed."""

_SERVANT = re.compile(
    r"\b(?:diener(?:in)?|freund(?:in)?|servant|friend|serviteur|servante|amie?|brother|sister|son|"
    r"daughter|sohn|tochter|bruder|schwester|mutter|vater)[,.]?\s+"
    r"(?-i:[A-Z\u00c0-\u00de\u0400-\u042f])[^\s,;!?]*(?:\s[^\s,;!?]+){0,3}$",
    re.IGNORECASE,
)
"""How a farewell ends that has the name in its own line: ``your obedient servant John Hale``."""

_POSTSCRIPT = re.compile(
    r"(?:P\.?\s?S\.?|N\.?\s?[BS]\.?|Nachschrift|Post-?scriptum|Postscript)(?=[\s:.)])"
)
_YEAR_OR_DAY = re.compile(
    r"\b1[0-9]{3}\b|\b20[0-9]{2}\b|\b[0-3]?[0-9](?:st|nd|rd|th|\.|er)?\s+(?:de\s+)?[^\W\d_]{3,}|"
    r"[^\W\d_]{3,}\.?\s+[0-3]?[0-9](?:st|nd|rd|th)?\b|\b[0-3]?[0-9][./][01]?[0-9][./]"
)

_ENDS_WITH_TIME = re.compile(
    r"\d[\d.]*\s*(?:\u0433(?:\u043e\u0434\u0430)?)?\s*[\])]?$|\d\s*(?:[ap]\.?\s?m|o.clock|uhr|h|heures?)\.?$|\b(?:noon|midnight)$",
    re.IGNORECASE,
)

_NO_DATELINE = re.compile(
    r"[!?;]|\.\s+[^\W\d_]{4,}\s+[a-z]|[^\W\d_]\.?:\s|[^\W\d_],\d{1,2}\s+[a-z]|\A\d{1,3}[.)]\s+\d|\t|\(\s*[a-z]"
)
"""What no dateline has: sentences, a label with a colon, a figure stuck to a comma, a number."""

_BEGINS_DATELINE = re.compile(
    r"[\[(]?\s?(?:\d|(?![a-z\u00df-\u00ff\u0430-\u044f])[^\W\d_]|[^\W\d_]+\.?\s(?:\S+\s)?\d)"
)
"""How a dateline begins: with a place, one that the editor supplies perhaps, or with the day;
without a capital only where the day follows after a word or two ("den 5. Mai")."""

_LABEL = re.compile(r"[^\W\d_][^:\n]{0,30}:(?:\s|$)")
"""What no line between the parts of an opener begins with: ``Present:``, ``A speaker: ...``."""

_ONLY_YEARS = re.compile(r"\d{4}(?:\s?[\u2013/-]\s?\d{2,4})?")
"""Years without day or place: part of a title rather."""

_TITLE_AND_YEAR = re.compile(r"[^\d,\n]+\s[^\d,\n]+,\s\d{4}")
"""More than a word, and a year: ``Household Accounts, 1788`` is a title."""

_WORD_AND_NUMBER = re.compile(r"[^\d,]+\d{1,3}")
"""Words and a small number: of these only the day of a month is a date."""

_NO_DATES = (_ONLY_YEARS, _TITLE_AND_YEAR, _WORD_AND_NUMBER)

_COPIES = re.compile(r"(?:b?cc|copy to|copies to|encl?(?:osures?)?|anlagen?|p\.j\.)\b\.?:?", re.I)
"""What stands under a signature and says who has a copy, or what is enclosed."""

_EDITORS_YEAR = re.compile(r"\s*\[\d{4}\s?\??\]$")

MAX_SMALL = 5
"""So many words in small letters a dateline may have: more make a sentence."""

MAX_OPENING = 6
"""How many blocks may belong to an opener: place and date, references, address, salute."""

PARAGRAPH = 120
"""Characters from which on a block is surely a paragraph."""

MAX_CLOSING = 8
"""How many blocks may belong to a closer: longer lists of names are something else."""


def opener(text: str, blocks: Sequence[Block], *, tag: str) -> tuple[list[Annotation], int]:
    """The opener that the first blocks make, and how many blocks it took.

    A dateline is a short line with a date; a salute addresses somebody. A first line that
    salutes is a salute though the letter goes on in the next line. ``tag`` is the language.
    """
    parts: list[Annotation] = []
    used = 0
    for index, block in enumerate(blocks[:MAX_OPENING]):
        kind = kind_of_opening(text, block, tag)
        if kind == "address" and index and blocks[index - 1].span.of(text).endswith(":"):
            break
        if not kind and parts and _greets(text, block) and used == index:
            kind = "salute"
        again = used < index and kind == "dateline" and any(p.element == kind for p in parts)
        if not kind or again:
            if parts and not again and _is_reference(text, block):
                continue
            break
        parts.append(Annotation(block.span, kind, rule=kind))
        if kind == "address":
            parts += [Annotation(line, "addrLine", rule=kind) for line in block.lines]
        used = index + 1
    if used < len(blocks) and len(blocks[used].lines) > 1:
        first = blocks[used].lines[0]
        if is_salute(first.of(text)) and first.of(text).endswith((",", "!")):
            parts.append(Annotation(first, "salute", rule="salute-line"))
    if parts:
        span = Span(parts[0].span.start, parts[-1].span.end)
        parts.insert(0, Annotation(span, "opener", rule="opener"))
    return parts, used


def closer(text: str, blocks: Sequence[Block]) -> tuple[list[Annotation], int]:
    """The closer and the postscript that the last blocks make, and how many blocks they took."""
    tail = len(blocks)
    postscript = next((i for i, b in enumerate(blocks) if _POSTSCRIPT.match(b.span.of(text))), None)
    if postscript is not None and postscript and len(blocks) - postscript <= 4:
        tail = postscript
    start = _closing_start(text, blocks[:tail])
    parts: list[Annotation] = []
    if start < tail:
        span = Span(blocks[start].span.start, blocks[tail - 1].span.end)
        parts.append(Annotation(span, "closer", rule="closer"))
        parts.extend(_closing_parts(text, blocks[:tail], start))
    elif tail < len(blocks):
        start = tail
    if tail < len(blocks):
        span = Span(blocks[tail].span.start, blocks[-1].span.end)
        parts.append(Annotation(span, "postscript", rule="postscript"))
        parts.extend(Annotation(b.span, "p", rule="postscript") for b in blocks[tail:])
    return parts, len(blocks) - start


def kind_of_opening(text: str, block: Block, tag: str) -> str:
    """The element of an opener that a block can be; empty if it can be none."""
    words = block.span.of(text)
    if len(block.lines) <= 4 and all(len(line) <= 100 for line in block.lines):
        if tells_day(words, tag):
            return "dateline"
        if len(block.lines) > 1 and _ADDRESSEE.match(words) and not ends_sentence(words):
            return "address"
        if _is_written_to(text, block):
            return "address"
        if is_salute(words):
            return "salute"
    return ""


def _is_written_to(text: str, block: Block) -> bool:
    """Whether short lines say to whom and where, as on an envelope: ``An das``, ``Berlin``."""
    lines = [line.of(text) for line in block.lines]
    return (
        len(lines) > 1
        and _ADDRESS.match(f"{lines[0]} {lines[1]}") is not None
        and all(len(line) <= 45 and not line.endswith((",", ":", "!")) for line in lines)
        and not ends_sentence(lines[-1])
    )


def _greets(text: str, block: Block) -> bool:
    """Whether a short block after a dateline calls to somebody, in whatever words."""
    words = block.span.of(text)
    return (
        len(words) <= 90
        and len(words.split()) <= 12
        and words.endswith((",", "!"))
        and words[0].isupper()
        and not re.search(r"[.?!;]\s|\d", words)
    )


def _is_reference(text: str, block: Block) -> bool:
    """Whether a block can be a number or a heading between the parts of an opener."""
    words = block.span.of(text)
    few = len(block.lines) == 1 and len(words) <= 60 and len(words.split()) <= 8
    return few and not _LABEL.match(words)


def is_dateline(words: str) -> bool:
    """Whether a short line, or a few, say where and when something was written."""
    bare = without_marker(_on_one_line(words)).rstrip(" .")
    return (
        _may_be_dateline(bare)
        and not any(shape.fullmatch(bare) for shape in _NO_DATES)
        and bool(_YEAR_OR_DAY.search(bare))
        and bool(_ENDS_WITH_TIME.search(bare))
    )


def tells_day(words: str, tag: str) -> bool:
    """Whether a line is a dateline in any of its forms."""
    return is_dateline(words) or _ends_with_day(words, tag)


def _ends_with_day(words: str, tag: str) -> bool:
    """Whether words are a day, or a place or an address and then a day: ``Bath, 3rd May``."""
    if not re.search("[0-9]", words) or not _may_be_dateline(_on_one_line(words)):
        return False
    last = words.rsplit("\n", maxsplit=1)[-1].strip()
    return any(is_day(_EDITORS_YEAR.sub("", day), tag) for day in (last, last.split(", ")[-1]))


def _may_be_dateline(words: str) -> bool:
    return (
        len(words) <= 90
        and len(words.split()) <= 12
        and _BEGINS_DATELINE.match(words) is not None
        and not _NO_DATELINE.search(words)
        and len(re.findall(r"\b[a-z\u00df-\u00ff]{3,}", words)) <= MAX_SMALL
    )


def _on_one_line(words: str) -> str:
    return re.sub(r"\s*\n\s*", " ", words)


def is_salute(words: str) -> bool:
    """Whether words call to somebody, as a letter or a speech begins."""
    bare = without_marker(words).strip()
    if _ADDRESS.match(bare):
        return not bare.endswith(".") and not _ARTICLE.search(bare)
    ended = bare.endswith((",", "!", ":", ".")) or len(bare.split()) <= 6
    return bool(_SALUTATION.match(bare)) and len(bare) <= 100 and ended and ": " not in bare


def _closing_start(text: str, blocks: Sequence[Block]) -> int:
    """The index of the first block of the closer; the number of blocks where there is none."""
    start = len(blocks)
    while start > 1 and len(blocks) - start < MAX_CLOSING and _may_close(text, blocks[start - 1]):
        if text[blocks[start - 2].span.end - 1] == ":" and len(blocks[start - 1].lines) > 1:
            break
        start -= 1
    signed = [i for i in range(start, len(blocks)) if _is_signature(text, blocks, i)]
    if not signed or len(blocks) - signed[-1] > 3:
        return len(blocks)
    return start if signed[0] - start <= 2 else signed[0] - 1


def _may_close(text: str, block: Block) -> bool:
    words = block.span.of(text)
    if _COPIES.match(words) and len(words) <= 120:
        return True
    if len(block.lines) > 6 or any(len(line) > 90 for line in block.lines):
        return False
    if bids_farewell(words) or name_score(block.lines[0].of(text)) == 2:
        return True
    if (
        _SIGNED.match(words)
        or _ends_with_name(text, block)
        or (len(block.lines) == 1 and is_dateline(words))
    ):
        return True
    return len(words.split()) <= 25 and words[0].isupper() and not ends_sentence(words)


def _is_signature(text: str, blocks: Sequence[Block], index: int) -> bool:
    """Whether a block is signed: a name with initials, or one that follows a valediction."""
    first = _SIGNED.sub("", blocks[index].lines[0].of(text))
    if name_score(first) == 2 or first != blocks[index].lines[0].of(text):
        return True
    if _ends_with_name(text, blocks[index]) or _stands_alone(text, blocks, index):
        return True
    before = index and bids_farewell(blocks[index - 1].span.of(text))
    one_name = re.fullmatch(r"[^\W\d_][\w.'\u2019-]*[.,]?", first) and first[0].isupper()
    return bool((before and (name_score(first) or one_name)) or _signs(text, blocks[index]))


def _stands_alone(text: str, blocks: Sequence[Block], index: int) -> bool:
    """Whether a full name is the last line, or has an office below, after a whole paragraph."""
    words = blocks[index].span.of(text)
    name = len(blocks[index].lines) == 1 and len(words) <= 40 and name_score(words) == 1
    if not name or not index or len(blocks) - index > 2 or re.search(r"\d|[A-Z]{2}", words):
        return False
    before = blocks[index - 1].span.of(text)
    return len(before) > PARAGRAPH and ends_sentence(before)


def _ends_with_name(text: str, block: Block) -> bool:
    """Whether a block of short lines, which end no sentence, ends with the name of a signer.

    That is a name with initials, or one that a copy says was signed, with an office below it.
    """
    lines = [line.of(text) for line in block.lines]
    signed = any(_SIGNED.match(line) for line in lines)
    return (
        1 < len(lines) <= 6
        and (name_score(lines[-1]) == 2 or signed)
        and all(len(line) <= 60 for line in lines[:-1])
        and (signed or not any(ends_sentence(line) for line in lines[:-1]))
    )


def _signs(text: str, block: Block) -> bool:
    """Whether a block bids farewell and names the writer in its last line."""
    last = block.lines[-1].of(text)
    if len(block.lines) == 1 and _SERVANT.search(last) and bids_farewell(last):
        return True
    short = len(last.split()) <= 4 and last[:1].isupper() and not last.endswith((",", "!", "?"))
    return bids_farewell(block.span.of(text)) and short and (len(block.lines) > 1 or " " in last)


def bids_farewell(words: str) -> bool:
    """Whether words are those before a signature: ``Yours sincerely``."""
    return len(words) <= 120 and bool(_VALEDICTION.fullmatch(words))


def _closing_parts(text: str, blocks: Sequence[Block], start: int) -> Iterator[Annotation]:
    """What the blocks of a closer are, which begins with the one at ``start``."""
    signed = [_is_signature(text, blocks, index) for index in range(start, len(blocks))]
    for index, block in enumerate(blocks[start:]):
        words = block.span.of(text)
        if is_dateline(words):
            yield Annotation(block.span, "dateline", rule="closing-dateline")
        elif signed[index]:
            yield from _signature(text, block)
        elif bids_farewell(words) or (words.endswith(",") and True in signed[index:]):
            yield Annotation(block.span, "salute", rule="valediction")


def _signature(text: str, block: Block) -> Iterator[Annotation]:
    """The signature, the farewell in the lines above the name, and the offices below it."""
    lines = block.lines
    name = next((i for i, line in enumerate(lines) if _names(line.of(text))), None)
    if name is None:
        name = len(lines) - 1 if bids_farewell(lines[0].of(text)) else 0
    if name:
        farewell = Span(lines[0].start, lines[name - 1].end)
        yield Annotation(farewell, "salute", rule="valediction")
    yield Annotation(Span(lines[name].start, block.span.end), "signed", rule="signature")
    if not _names(lines[name].of(text)):
        return
    for line in lines[name + 1 :]:
        words = line.of(text)
        if name_score(words) < 2 and not re.search(r"\d", words):
            bare = words.rstrip(" .,;")
            yield Annotation(Span(line.start, line.start + len(bare)), "roleName", rule="office")


def _names(line: str) -> bool:
    """Whether a line has a name with initials, or one that is said to be signed."""
    return name_score(line) == 2 or _SIGNED.match(line) is not None
