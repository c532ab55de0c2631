"""Decide on proposals one by one at a prompt."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from toolkit.decisions.decision import Verdict
from toolkit.decisions.kinds import Kind, recorded_attributes
from toolkit.decisions.resolve import State
from toolkit.review.item import Choice, Item, format_attributes, parse_attributes, preview_tei
from toolkit.review.session import Session

HELP = (
    "a accept   r reject   aa, rr the same for all like this one   e edit   Enter next   "
    "p previous   u undo   q quit"
)

_VERDICTS = {"a": Verdict.ACCEPT, "r": Verdict.REJECT}

Ask = Callable[[str], str]
Say = Callable[[str], None]


@dataclass(slots=True)
class _Prompt:
    """The state of the dialogue."""

    session: Session
    order: Sequence[tuple[str, str]]
    ask: Ask
    say: Say
    at: int = 0

    def item(self) -> Item | None:
        """Return the current item; None if the text no longer has it."""
        name, identifier = self.order[self.at]
        return self.session.view(name).item(identifier)


def review_at_prompt(
    session: Session, ask: Ask, say: Say, *, kinds: Sequence[Kind] = (Kind.ERROR,)
) -> int:
    """Ask about all open proposals of some kinds; return the number of decisions.

    Undecided proposals come first. ``ask`` shows a prompt and returns the answer, ``say`` shows a
    line.
    """
    order = [(item.file, item.id) for item in _open_items(session, kinds)]
    if not order:
        say("Nothing waits for a decision.")
        return 0
    say(HELP)
    prompt, decided = _Prompt(session, order, ask, say), 0
    while 0 <= prompt.at < len(order):
        item = prompt.item()
        if item is None:
            prompt.at += 1
            continue
        for line in _lines(item, prompt.at + 1, len(order), len(session.alike(item))):
            say(_printable(line))
        answer = ask("a/r/e/Enter/p/u/q").strip().lower()
        if answer == "q":
            break
        decided += _answer(prompt, item, answer)
    return decided


def _open_items(session: Session, kinds: Sequence[Kind]) -> Iterator[Item]:
    items = [i for view in session.views() for i in view.items if i.kind in kinds]
    for state in (State.WAITING, State.ENCODED):
        yield from (item for item in items if item.judged.state is state)


def _answer(prompt: _Prompt, item: Item, answer: str) -> int:
    """Act on an answer and move on; return the number of decisions."""
    if answer == "u":
        undone = prompt.session.undo()
        prompt.say(f"{len(undone)} taken back." if undone else "Nothing to take back.")
        prompt.at = max(0, prompt.at - 1) if undone else prompt.at
        return -len(undone)
    if answer in ("", "n", "p"):
        prompt.at = max(0, prompt.at - 1) if answer == "p" else prompt.at + 1
        return 0
    choice = _choice(prompt, item, answer)
    if choice is None:
        return 0
    items = prompt.session.undecided_alike(item) if answer in ("aa", "rr") else (item,)
    try:
        made = prompt.session.record([(other, choice) for other in items])
    except ValueError as error:
        prompt.say(f"Not possible: {error}")
        return 0
    prompt.at += 1
    return len(made)


def _choice(prompt: _Prompt, item: Item, answer: str) -> Choice | None:
    if answer in ("a", "r", "aa", "rr"):
        return Choice(_VERDICTS[answer[0]])
    if answer != "e":
        prompt.say(HELP)
        return None
    if item.kind is Kind.ERROR:
        return Choice(Verdict.CHANGE, alternative=prompt.ask("correction"))
    prompt.say(f"now: {format_attributes(recorded_attributes(item.current)) or 'no attributes'}")
    try:
        return Choice(Verdict.CHANGE, attributes=parse_attributes(prompt.ask("attributes")))
    except ValueError as error:
        prompt.say(str(error))
        return None


def _printable(line: str) -> str:
    """Replace the characters of a line that would control the terminal."""
    return "".join(c if c.isprintable() else "\N{REPLACEMENT CHARACTER}" for c in line)


def _lines(item: Item, number: int, total: int, alike: int) -> Iterator[str]:
    proposal = item.proposal
    yield ""
    yield f"{number}/{total}  {item.file}:{item.line}  {item.kind}, {proposal.cert} certainty"
    yield f"  {item.before}[{item.words}]{item.after}"
    yield f"  {preview_tei(proposal, item.words)}"
    yield f"  {proposal.reason or proposal.rule or proposal.origin}"
    if alike > 1:
        yield f"  {alike} like this in the edition"
