"""Confusions: signs that reading machines and typists take for one another.

The pairs are those that the literature on OCR lists again and again (Taghva and Stofsky 2001,
OCRSpell; Jatowt et al. 2019, Deep statistical analysis of OCR errors), with the ones that
Gothic type adds. A sure confusion is one of shape: hardly anybody writes it otherwise.
"""

from collections.abc import Iterator

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


def _table() -> dict[str, tuple[tuple[str, str, float], ...]]:
    """For each first letter of what is seen: all that is seen, what was meant, and its cost."""
    found: dict[tuple[str, str], float] = {}
    for pairs, cost in ((_LIKELY, LIKELY), (_SURE, SURE)):
        for pair in pairs.split():
            meant, _, seen = pair.partition(":") if ":" in pair[1:] else (pair[0], "", pair[1:])
            found[seen, meant] = cost
            if seen.lower() != seen or meant.lower() != meant:
                found.setdefault((seen.lower(), meant.lower()), max(cost, LIKELY))
    table: dict[str, list[tuple[str, str, float]]] = {}
    for (seen, meant), cost in sorted(found.items()):
        table.setdefault(seen[0], []).append((seen, meant, cost))
    return {first: tuple(rows) for first, rows in table.items()}


CONFUSIONS = _table()
_SURE_ONLY = {
    first: tuple(row for row in rows if row[2] < LIKELY) for first, rows in CONFUSIONS.items()
}


def unconfused(text: str, *, sure: bool = False) -> Iterator[tuple[str, float]]:
    """The word with one confusion undone, in every way; with the cost of that confusion.

    ``sure``: only the confusions of signs of the same shape.
    """
    table = _SURE_ONLY if sure else CONFUSIONS
    for start, first in enumerate(text):
        for seen, meant, cost in table.get(first, ()):
            if text.startswith(seen, start):
                yield text[:start] + meant + text[start + len(seen) :], cost
