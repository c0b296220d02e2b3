"""Code many stories so that one that fails stops no other."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TypeVar

from dateline.errors import ConfigurationError, InputError, ResourceError
from dateline.model.coded import CodedStory, Coder
from dateline.model.story import Story
from dateline.settings import Settings

T = TypeVar("T")
REFUSALS = frozenset({"language-unsupported"})  # codes of issues that leave nothing to code

Code = Callable[[Iterable[Story]], Iterator[CodedStory]]


@dataclass(frozen=True, slots=True)
class Coding:
    """How stories are coded: the function from stories to coded stories, one each in order, and what it is made of."""

    code: Code
    coder: Coder


@dataclass(frozen=True, slots=True)
class Unread:
    """A file that gave no coded story, with the reason as one sentence; `error` is set when the fault is our own."""

    path: str
    reason: str
    error: Exception | None = None


def shipped_coding(settings: Settings) -> Coding:
    """The coding of the pipeline. Raises ConfigurationError for an overlay codebook with mistakes."""
    from dateline import pipeline

    return Coding(lambda stories: pipeline.code(stories, settings), pipeline.coder(settings))


def code_each(items: Iterable[Story | T], code: Code) -> Iterator[CodedStory | Unread | T]:
    """Each story coded, or why it could not be; items that are no stories pass through in their place.

    Stories run through one call of `code`, however far it reads ahead. When that fails, those under way are coded one
    by one, so that only the one at fault is lost. An error of `items` itself ends everything, after what came before.
    """
    pending, failures = iter(items), list[Exception]()
    is_done = False
    while not is_done:
        waiting: deque[Story | T] = deque()
        try:
            for coded in code(_fed(pending, waiting, failures)):
                yield from _passing(waiting)
                waiting.popleft()
                yield _unless_refused(coded)
            is_done = True
        except Exception:
            for item in waiting:
                yield _coded_alone(item, code) if isinstance(item, Story) else item
        else:
            yield from _passing(waiting)
    if failures:
        raise failures[0]


def _fed(pending: Iterator[Story | T], waiting: deque[Story | T], failures: list[Exception]) -> Iterator[Story]:
    try:
        for item in pending:
            waiting.append(item)
            if isinstance(item, Story):
                yield item
    except Exception as error:  # of `pending`: no story is at fault, so it must not look like an error of `code`
        failures.append(error)


def _passing(waiting: deque[Story | T]) -> Iterator[T]:
    while waiting and not isinstance(waiting[0], Story):
        yield waiting.popleft()  # type: ignore[misc]  # the condition above says that it is no Story


def _coded_alone(story: Story, code: Code) -> CodedStory | Unread:
    try:
        (coded,) = code([story])
    except (ConfigurationError, ResourceError):
        raise
    except InputError as error:
        return Unread(story.path_or_url, str(error))
    except Exception as error:
        reason = f"Dateline failed on it ({type(error).__name__}: {error}); run with --debug and report it"
        return Unread(story.path_or_url, reason, error)
    return _unless_refused(coded)


def _unless_refused(coded: CodedStory) -> CodedStory | Unread:
    """A story that reading could not make sense of is told as unread, and not kept as one without claims.

    Kept, it would count as known, and never be coded once its language can be read.
    """
    refusal = next((issue for issue in coded.issues if issue.code in REFUSALS), None)
    return Unread(coded.reading.story.path_or_url, refusal.message) if refusal else coded
