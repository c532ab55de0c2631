"""Every key of language data is explained, and its example works with the key and only with it."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
from lxml import etree

import toolkit
from toolkit.languages import Example, Key, all_languages, find_language, keys_of, use_topic
from toolkit.languages.language import file_of
from toolkit.languages.loading import empty_key
from toolkit.languages.topics import TOPICS, load_topics
from toolkit.pipeline import Encoded
from toolkit.text import Annotation
from toolkit.text.annotation import ALTERNATIVES

KEYS = [(topic, key) for topic in load_topics().values() for key in keys_of(topic)]

_PATTERN = re.compile(r"(?P<name>\w+)(?P<attributes>(?:@[\w:.-]+=[^@=]*)*)(?:=(?P<words>.*))?")


def occurs(pattern: str, encoded: Encoded) -> bool:
    """Whether an element of an example is in the TEI or among the proposals that wait."""
    match = _PATTERN.fullmatch(pattern)
    assert match, f"not a description of an element: {pattern}"
    pairs = [pair.partition("=")[::2] for pair in match["attributes"].split("@")[1:]]
    wanted = {name: value.strip() for name, value in pairs}
    return any(
        name == match["name"]
        and (match["words"] is None or match["words"] == words)
        and wanted.items() <= attributes.items()
        for name, words, attributes in _elements(encoded)
    )


def _elements(encoded: Encoded) -> Iterator[tuple[str, str, dict[str, str]]]:
    for element in etree.fromstring(encoded.tei).iter("{*}*"):
        words = " ".join("".join(element.itertext()).split())
        attributes = {
            str(name).replace("{http://www.w3.org/XML/1998/namespace}", "xml:"): str(value)
            for name, value in element.attrib.items()
        }
        yield etree.QName(element).localname, words, attributes
    for proposal in encoded.waiting:
        yield from _proposed(proposal, encoded.doc.text)


def _proposed(proposal: Annotation, text: str) -> Iterator[tuple[str, str, dict[str, str]]]:
    attributes = dict(proposal.attributes) | {"cert": str(proposal.cert)}
    yield proposal.element, " ".join(proposal.span.of(text).split()), attributes
    if proposal.alternative is not None:
        yield ALTERNATIVES[proposal.element], proposal.alternative, attributes


def encode(example: Example) -> Encoded:
    return toolkit.encode(example.text.encode(), language=example.within or example.language)


def _names(value: Any) -> str:
    return value.__name__ if isinstance(value, type) else getattr(value, "name", "")


@pytest.mark.parametrize(
    ("topic", "key"), [(topic, key) for topic, key in KEYS if key.example], ids=_names
)
def test_the_example_of_a_key_works_with_the_key_and_only_with_it(
    topic: type[Any], key: Key
) -> None:
    example = key.example
    assert example is not None
    value = find_language(example.language).topic(topic)
    assert example.prevents != occurs(example.element, encode(example)), "with the key"
    with use_topic(example.language, empty_key(value, key.name)):
        assert example.prevents == occurs(example.element, encode(example)), "without the key"


@pytest.mark.parametrize(("topic", "key"), KEYS, ids=_names)
def test_every_key_has_a_meaning_and_an_example(topic: type[Any], key: Key) -> None:
    assert key.meaning[:1].isupper()
    assert key.meaning.endswith(".")
    assert bool(key.example) != bool(key.no_example)


@pytest.mark.parametrize("language", all_languages(), ids=lambda language: language.code)
def test_the_files_of_a_language_fit_their_schema(language: Any) -> None:
    for topic in load_topics().values():
        assert isinstance(language.topic(topic), topic)
    known = {file_of(topic) for topic in load_topics().values()}
    assert set() == {file.name for file in language.folder.iterdir() if file.is_file()} - known


def test_every_module_with_keys_is_a_topic() -> None:
    listed = {name for name, _ in TOPICS}
    assert load_topics().keys() <= listed
    assert all(keys_of(topic) for topic in load_topics().values())


def test_a_key_is_emptied_for_as_long_as_the_context_lasts() -> None:
    traits = find_language("en").traits
    with use_topic("en", empty_key(traits, "function_words")):
        assert frozenset() == find_language("en").traits.function_words
        assert "English" == find_language("en").traits.name
    assert traits == find_language("en").traits


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("salute", True),
        ("salute=Dear Sir,", True),
        ("salute=Dear Madam,", False),
        ("date@when=1917-11-09", True),
        ("date@when=1917-11-09=9 November 1917", True),
        ("date@when=1917-11-09=9 November", False),
        ("date@when=1917-11-10", False),
        ("stage", False),
    ],
)
def test_an_element_is_described_by_name_attributes_and_text(pattern: str, expected: bool) -> None:
    letter = "Berlin, 9 November\n 1917\n\nDear Sir,\n\nI came today.\n\nYours truly,\nA. Brown\n"
    assert expected == occurs(pattern, toolkit.encode(letter.encode(), language="en"))
