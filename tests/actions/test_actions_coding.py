"""One story that fails stops no other, however far the coding reads ahead, and the order is kept."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from itertools import islice

import pytest

from dateline.actions.coding import Unread, code_each
from dateline.errors import ConfigurationError, LedgerError, UnreadableError
from dateline.issues import Issue
from dateline.model.coded import CodedStory
from dateline.model.story import Story

MakeStory = Callable[..., Story]
MakeCoded = Callable[[Story], CodedStory]


def told(items: Iterable[object]) -> list[str]:
    """What came out, in short: the last words of a coded story, the reason of one that was not."""
    return [
        item.reading.story.text[-1] if isinstance(item, CodedStory) else getattr(item, "reason", str(item))
        for item in items
    ]


@pytest.mark.parametrize("ahead", [1, 2, 5, 100])
def test_a_story_that_fails_stops_no_other(make_story: MakeStory, make_coded: MakeCoded, ahead: int) -> None:
    def code(stories: Iterable[Story]) -> Iterator[CodedStory]:
        stories = iter(stories)
        while batch := list(islice(stories, ahead)):
            for story in batch:
                if story.text.endswith("4"):
                    raise UnreadableError("the fourth is no story")
                yield make_coded(story)

    items: list[Story | Unread] = [make_story(str(number)) for number in range(7)]
    items.insert(2, Unread("x", "not there"))
    items.append(Unread("y", "gone"))
    expected = ["0", "1", "not there", "2", "3", "the fourth is no story", "5", "6", "gone"]
    assert told(code_each(items, code)) == expected


def test_a_story_that_reading_refused_is_unread(make_story: MakeStory, make_coded: MakeCoded) -> None:
    def code(stories: Iterable[Story]) -> Iterator[CodedStory]:
        for story in stories:
            refusal = Issue("language-unsupported", 0, 0, "only English is read")
            yield replace(make_coded(story), issues=(refusal,), claims=())

    (unread,) = code_each([make_story()], code)
    assert unread == Unread("karsu.txt", "only English is read")


def test_our_own_fault_is_told_as_such(make_story: MakeStory) -> None:
    def code(stories: Iterable[Story]) -> Iterator[CodedStory]:
        for _ in stories:
            raise KeyError("head")
        yield from ()

    (unread,) = code_each([make_story()], code)
    assert isinstance(unread, Unread)
    assert unread.reason == "Dateline failed on it (KeyError: 'head'); run with --debug and report it"
    assert isinstance(unread.error, KeyError)


@pytest.mark.parametrize("error", [ConfigurationError("no such codebook"), LedgerError("full")])
def test_what_no_other_story_could_mend_ends_everything(make_story: MakeStory, error: Exception) -> None:
    def code(stories: Iterable[Story]) -> Iterator[CodedStory]:
        for _ in stories:
            raise error
        yield from ()

    with pytest.raises(type(error)):
        list(code_each([make_story(), make_story("2")], code))


def test_an_error_of_the_input_is_raised_after_what_came_before(make_story: MakeStory, make_coded: MakeCoded) -> None:
    def items() -> Iterator[Story]:
        yield make_story("1")
        raise LedgerError("the ledger is gone")

    coded = code_each(items(), lambda stories: map(make_coded, stories))
    assert told([next(coded)]) == ["1"]
    with pytest.raises(LedgerError, match="is gone"):
        next(coded)
