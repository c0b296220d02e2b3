"""The ACLED sub-event of a claim whose predicate leaves it open."""

from collections.abc import Sequence
from dataclasses import replace

from dateline.codebook.acled import SubEventRule
from dateline.codebook.predicates import Predicate
from dateline.model.claim import EventType
from dateline.model.party import Party


def event_of(
    predicate: Predicate, actors: Sequence[Party], targets: Sequence[Party], rules: Sequence[SubEventRule]
) -> EventType:
    """The predicate's event, with the sub-event of the first rule that its parties fit when it has none of its own.

    "The army retook the town" regains territory for a government, "the rebels took the town" overtakes it.
    """
    event = predicate.event
    if event.acled is not None:
        return event
    counted = {counts for role, counts in predicate.counts if role == "target"}
    for rule in rules:
        if (
            rule.plover == event.plover
            and (not rule.counts or rule.counts in counted)
            and (not rule.actors or any(actor.kind in rule.actors for actor in actors))
            and (not rule.targets or any(target.kind in rule.targets for target in targets))
        ):
            return replace(event, acled=rule.acled)
    return event
