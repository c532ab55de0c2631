"""Confusions: signs that reading machines and typists take for one another.

The pairs are those that the literature on OCR lists again and again (Taghva and Stofsky 2001,
OCRSpell; Jatowt et al. 2019, Deep statistical analysis of OCR errors), with the ones that
Gothic type adds. A sure confusion is one of shape: hardly anybody writes it otherwise.
"""

from collections.abc import Iterator, Mapping
from types import MappingProxyType

SURE, LIKELY = 0.0, 0.6
"""What a confusion costs, as a power of ten of its rarity."""

_SURE = (
    "l1 l| l] l[ l! lI l} l{ l\\ l£ i1 i| i] i! I1 I| I] I! t] t[ o0 O0 s5 S5 s$ S$ B8 g9 e6 b6 "
    "z2 Z2 "
    "ec ce eo un nu hb bh sf ft tf li it il "
    "m:rn m:ni m:in m:nı m:iu m:ui m:rii m:nn rn:m in:m ni:m nn:m h:li h:lı li:h d:cl cl:d "
    "n:ii ii:n u:ii ii:u n:ri ri:n u:il w:vv vv:w w:iv th:tb th:tli th:tlı th:lh "
    "ff:fT tt:ll ll:U il:U h:b b:h k:lc ck:clc y:v v:y r:i' c:< "
    "fi:ti fi:h fi:ﬁ fl:ﬂ in:iu nd:ud and:aud of:ol of:ot "
    "G6 q9 a@ é6 è6 ä:ii ü:ii ö:ii ü:il ä:il"
)

_LIKELY = (
    "ao oa ae ea ac ca rt tr lt tl rn nr rv nv vn vr uv oc co eé se es as sa hn nh kl lk kh hk "
    "gy yg gq qg pq xz xr rx tk kt dh bd db td dt ie ei ct yj ji ij ri ir "
    "SB BS EF FE GC CG OQ QO OD DO OC CO MN NM NV HN NH RK KR RB BR RE ER UD AN TI IT LI IL TF FT "
    "HI:H H:II N:II U:II M:IVI W:VV d:il d:tl d:ti a:ii u:tt ti:n n:ti ct:d is:s h:ti k:h "
    "éè èé êé éê eé ée eè àâ âà aà aâ ùu ûu üu uü ôo öo äa oö aä îi çc ëé "
    "tz:ß ss:ß ß:fs ch:d ck:d m:w w:m m:tn m:irn rm:nn tt:it et:ei ie:le les:ies le:îe "
    "l:' i:' a:n n:a"
)


_Rows = tuple[tuple[tuple[str, float], ...], tuple[tuple[str, str, float], ...]]


def _confusions() -> dict[tuple[str, str], float]:
    """What each confusion costs, by what is seen and what was meant."""
    found: dict[tuple[str, str], float] = {}
    for pairs, cost in ((_LIKELY, LIKELY), (_SURE, SURE)):
        for pair in pairs.split():
            meant, _, seen = pair.partition(":") if ":" in pair[1:] else (pair[0], "", pair[1:])
            found[seen, meant] = cost
            if seen.lower() != seen or meant.lower() != meant:
                found.setdefault((seen.lower(), meant.lower()), max(cost, LIKELY))
    return found


CONFUSIONS: Mapping[tuple[str, str], float] = MappingProxyType(_confusions())
"""What each confusion costs, by what is seen and what was meant."""


def _table(*, sure: bool) -> dict[str, _Rows]:
    """For each first letter of what is seen: what was meant by it alone, and by more letters."""
    rows = [(*pair, cost) for pair, cost in sorted(CONFUSIONS.items())]
    kept = [row for row in rows if row[2] < LIKELY or not sure]
    return {
        first: (
            tuple((meant, cost) for seen, meant, cost in kept if seen == first),
            tuple(row for row in kept if row[0][0] == first and len(row[0]) > 1),
        )
        for first in {seen[0] for seen, _, _ in kept}
    }


_ALL, _SURE_ONLY = _table(sure=False), _table(sure=True)


def unconfused(text: str, *, sure: bool = False) -> list[tuple[str, float]]:
    """The word with one confusion undone, in every way; with the cost of that confusion.

    ``sure``: only the confusions of signs of the same shape.
    """
    table = _SURE_ONLY if sure else _ALL
    found = []
    for start, first in enumerate(text):
        if first not in table:
            continue
        single, several = table[first]
        head, tail = text[:start], text[start + 1 :]
        found += [(head + meant + tail, cost) for meant, cost in single]
        for seen, meant, cost in several:
            if text.startswith(seen, start):
                found.append((head + meant + text[start + len(seen) :], cost))
    return found


def meanings(*, sure: bool = False) -> Iterator[tuple[str, tuple[tuple[str, float], ...]]]:
    """The signs that are seen, one or several together, with what was meant, and the costs."""
    for first, (single, several) in (_SURE_ONLY if sure else _ALL).items():
        if single:
            yield first, single
        yield from ((seen, ((meant, cost),)) for seen, meant, cost in several)
