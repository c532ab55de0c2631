"""The server: who is answered, and what may be asked."""

import http.client
import json
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from toolkit.exceptions import ToolkitError
from toolkit.review.server import ReviewServer
from toolkit.review.session import Session


@pytest.fixture
def server(session: Session) -> Iterator[ReviewServer]:
    with ReviewServer(session) as running:
        thread = threading.Thread(target=running.serve_forever, args=(0.01,))
        thread.start()
        yield running
        running.shutdown()
        thread.join()


def ask(
    server: ReviewServer, path: str, body: bytes | None = None, **headers: str
) -> http.client.HTTPResponse:
    connection = http.client.HTTPConnection("127.0.0.1", server.server_port, timeout=10)
    given = {name.replace("_", "-"): value for name, value in headers.items()}
    connection.request("GET" if body is None else "POST", path, body, given)
    response = connection.getresponse()
    response.body = response.read()
    connection.close()
    return response


def get(server: ReviewServer, path: str) -> Any:
    return json.loads(ask(server, f"/{server.token}/api/{path}").body)


def post(server: ReviewServer, path: str, message: object) -> tuple[int, Any]:
    data = json.dumps(message).encode()
    response = ask(server, f"/{server.token}/api/{path}", data, Content_Type="application/json")
    return response.status, json.loads(response.body)


def verdict(server: ReviewServer, word: str = "accept", **more: object) -> dict[str, object]:
    text = get(server, "text?name=first.txt")
    item = next(item for item in text["items"] if item["element"] == "sic")
    known = {"name": "first.txt", "version": text["version"]}
    return {**known, "id": item["id"], "seen": item["seen"], "verdict": word, **more}


def test_the_page_and_its_parts_are_served(server: ReviewServer) -> None:
    statuses = [ask(server, f"/{server.token}/{p}").status for p in ("", "page.css", "page.js")]
    assert [200, 200, 200] == statuses


def test_the_policy_forbids_all_that_comes_from_elsewhere(server: ReviewServer) -> None:
    headers = ask(server, f"/{server.token}/").headers
    assert "default-src 'none'" in headers["Content-Security-Policy"]
    assert "unsafe" not in headers["Content-Security-Policy"]
    assert "no-referrer" == headers["Referrer-Policy"]


@pytest.mark.parametrize(
    "path", ["/", "/api/overview", "/wrong/", "/wrong/api/overview", "//", "/%00/", "/%C3%A9/", "*"]
)
def test_without_the_token_nothing_is_answered(server: ReviewServer, path: str) -> None:
    assert ask(server, path).status in (400, 404)


@pytest.mark.parametrize("host", ["example.org", "127.0.0.1", "127.0.0.1.example.org:80", ""])
def test_another_host_is_not_answered(server: ReviewServer, host: str) -> None:
    assert 404 == ask(server, f"/{server.token}/", Host=host).status


def test_a_message_from_another_site_is_not_answered(server: ReviewServer) -> None:
    path = f"/{server.token}/api/undo"
    headers = {"Origin": "https://example.org", "Content_Type": "application/json"}
    assert 404 == ask(server, path, b"{}", **headers).status


@pytest.mark.parametrize(
    "path", ["../server.py", "..%2fserver.py", "page.html", "/etc/passwd", "api/none"]
)
def test_no_other_file_is_served(server: ReviewServer, path: str) -> None:
    assert 404 == ask(server, f"/{server.token}/{path}").status


def test_the_overview_names_the_texts(server: ReviewServer) -> None:
    overview = get(server, "overview")
    expected = [("first.txt", 2), ("second.txt", 1)]
    assert expected == [(text["name"], text["waiting"]) for text in overview["texts"]]
    assert ("Letters", "Jane Doe") == (overview["title"], overview["editor"])


def test_the_pieces_of_a_text_are_the_text(server: ReviewServer, session: Session) -> None:
    pieces = get(server, "text?name=first.txt")["pieces"]
    assert session.view("first.txt").doc.text == "".join(words for words, _ in pieces)


def test_a_decision_is_written(server: ReviewServer, session: Session) -> None:
    assert (200, {"decided": 1}) == post(server, "decide", verdict(server))
    assert "accept" == session.view("first.txt").decisions[0].verdict


def test_all_like_one_are_decided(server: ReviewServer) -> None:
    assert (200, {"decided": 3}) == post(server, "decide", verdict(server, alike=True))


def test_a_decision_is_taken_back(server: ReviewServer) -> None:
    post(server, "decide", verdict(server))
    assert (200, {"undone": 1, "words": "Repub]ic"}) == post(server, "undo", {})


def test_a_page_that_has_not_seen_another_decision_is_told(
    server: ReviewServer, other_session: Session
) -> None:
    message = verdict(server, "reject")
    item = other_session.view("first.txt").item(str(message["id"]))
    assert item is not None
    from toolkit.decisions.decision import Verdict
    from toolkit.review.item import Choice

    other_session.record([(item, Choice(Verdict.ACCEPT))])
    status, answer = post(server, "decide", message)
    assert 409 == status
    assert "somebody else has decided" in answer["error"]
    assert 1 == len(other_session.view("first.txt").decisions)


def test_a_page_that_shows_an_older_text_is_told(server: ReviewServer) -> None:
    assert 409 == post(server, "decide", verdict(server) | {"version": "older"})[0]


@pytest.mark.parametrize(
    "message",
    [
        [],
        {},
        {"name": 1},
        {"name": "none.txt"},
        {"verdict": "perhaps"},
        {"verdict": "change", "alternative": ["x"]},
        {"verdict": "change", "attributes": 'onclick="x" xmlns:a="b"'},
        {"verdict": "change", "element": "a b"},
    ],
)
def test_a_message_that_makes_no_sense_is_refused(server: ReviewServer, message: object) -> None:
    sent = verdict(server) | message if isinstance(message, dict) and message else message
    assert 400 == post(server, "decide", sent)[0]


def test_a_message_that_is_too_large_is_refused(server: ReviewServer) -> None:
    path = f"/{server.token}/api/decide"
    headers = {"Content_Type": "application/json", "Content_Length": "99999999"}
    assert 400 == ask(server, path, b"{}", **headers).status


def test_a_form_of_another_site_is_refused(server: ReviewServer) -> None:
    path = f"/{server.token}/api/undo"
    assert 400 == ask(server, path, b"{}", Content_Type="text/plain").status


def test_a_port_that_is_taken_is_said(server: ReviewServer, session: Session) -> None:
    with pytest.raises(ToolkitError, match="cannot be used"):
        ReviewServer(session, port=server.server_port)


def _outcomes(first: ReviewServer, second: ReviewServer, number: int) -> list[int]:
    """Decide on one item at two servers at once, after both have shown it."""
    why = f"round {number}"  # so that each decision is a new one
    messages = [(first, verdict(first, why=why)), (second, verdict(second, "reject", why=why))]
    ready = threading.Barrier(2)

    def decide(asked: tuple[ReviewServer, object]) -> int:
        ready.wait()
        return post(asked[0], "decide", asked[1])[0]

    with ThreadPoolExecutor(2) as pool:
        return sorted(pool.map(decide, messages))


def test_of_two_editors_at_once_one_is_told(server: ReviewServer, other_session: Session) -> None:
    with ReviewServer(other_session) as other:
        thread = threading.Thread(target=other.serve_forever, args=(0.01,))
        thread.start()
        rounds = [_outcomes(server, other, n) for n in range(20)]
        other.shutdown()
        thread.join()
    assert [[200, 409]] * 20 == rounds


def test_of_two_browsers_at_one_server_one_is_told(server: ReviewServer) -> None:
    assert [[200, 409]] * 20 == [_outcomes(server, server, n) for n in range(20)]


@pytest.mark.parametrize(
    "change",
    [
        {"element": "TEI"},
        {"element": "script"},
        {"element": "div"},
        {"element": "persName", "attributes": 'onload="x"'},
        {"element": "date", "attributes": 'when="yesterday"'},
    ],
)
def test_only_what_the_schema_allows_there_is_taken(
    server: ReviewServer, folder: Path, change: dict[str, str]
) -> None:
    status, answer = post(server, "decide", verdict(server, "change", **change))
    assert (400, True) == (status, "does not allow" in answer["error"])
    assert not (folder / "decisions" / "decisions.jsonl").exists()


@pytest.mark.parametrize(
    "change", [{"alternative": "Republick"}, {"element": "persName", "attributes": 'ref="#x"'}]
)
def test_what_the_schema_allows_is_taken(server: ReviewServer, change: dict[str, str]) -> None:
    assert 200 == post(server, "decide", verdict(server, "change", **change))[0]


def test_a_mark_takes_only_attributes_that_the_schema_allows(server: ReviewServer) -> None:
    text = get(server, "text?name=first.txt")
    whole = "".join(piece for piece, _ in text["pieces"])
    start = whole.index("Government")
    place = {"name": "first.txt", "version": text["version"], "start": start, "end": start + 10}
    wrong = post(server, "mark", {**place, "element": "orgName", "attributes": 'onload="x"'})
    assert 400 == wrong[0]
    assert 200 == post(server, "mark", {**place, "element": "orgName", "attributes": ""})[0]
