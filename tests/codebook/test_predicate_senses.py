"""What the shipped predicates make of single sentences: events of a wire desk, and look-alikes that are none."""

from functools import cache

import pytest

from dateline.codebook.codebook import load_codebook
from dateline.coding.predicates import PredicateMatcher
from dateline.model.story import Story
from dateline.reading.stage import read

EVENTS = [
    ("Rebels overran two outposts.", "COERCE"),
    ("The army retook the town.", "COERCE"),
    ("The airport fell to the insurgents.", "COERCE"),
    ("The Taliban took control of a border crossing.", "COERCE"),
    ("Police detained 40 activists.", "COERCE"),
    ("The army imposed a curfew on the city.", "COERCE"),
    ("The rebels laid siege to the city.", "COERCE"),
    ("Egypt closed the crossing.", "COERCE"),
    ("The newspaper was shut down.", "COERCE"),
    ("Gunmen shot dead three policemen.", "ASSAULT"),
    ("A suicide bomber blew himself up at a checkpoint.", "ASSAULT"),
    ("Militants beheaded a hostage.", "ASSAULT"),
    ("The rebels shot down a helicopter.", "ASSAULT"),
    ("Soldiers dynamited the pylon.", "ASSAULT"),
    ("The coalition carried out 12 airstrikes.", "ASSAULT"),
    ("The bodies of ten men were found in a ditch after the attack.", "ASSAULT"),
    ("Police fired tear gas at the demonstrators.", "ASSAULT"),
    ("The militia set fire to the village.", "ASSAULT"),
    ("The army beat back the attackers.", "ASSAULT"),
    ("Two soldiers surrendered to the rebels.", "RETREAT"),
    ("More than 200 troops fled over the border.", "RETREAT"),
    ("The troops pulled out of the valley.", "RETREAT"),
    ("The fighters laid down their arms.", "RETREAT"),
    ("The rebels released two hostages.", "RETREAT"),
    ("The two sides exchanged 40 prisoners.", "RETREAT"),
    ("The mayor stepped down.", "RETREAT"),
    ("Villagers fled their homes.", "SANCTION"),
    ("Thousands of civilians fled the fighting.", "SANCTION"),
    ("Moscow expelled two British diplomats.", "SANCTION"),
    ("Washington severed ties with Havana.", "SANCTION"),
    ("The court convicted the general of genocide.", "SANCTION"),
    ("Students took to the streets.", "PROTEST"),
    ("The prisoners went on hunger strike.", "PROTEST"),
    ("Workers went on strike.", "PROTEST"),
    ("The road was blocked by farmers.", "PROTEST"),
    ("Ankara sent 500 troops to the border.", "MOBILIZE"),
    ("The navy deployed two warships.", "MOBILIZE"),
    ("The soldiers asked for reinforcements.", "REQUEST"),
    ("The envoy called on the rebels to free the hostages.", "REQUEST"),
    ("Germany condemned the bombing.", "ACCUSE"),
    ("France summoned the Turkish ambassador.", "ACCUSE"),
    ("Prosecutors launched an investigation into the killing.", "ACCUSE"),
    ("China vetoed the draft.", "REJECT"),
    ("The rebels refused to surrender.", "REJECT"),
    ("The army denied the report.", "REJECT"),
    ("Iran threatened to attack Israel.", "THREATEN"),
    ("The government vowed to launch a counteroffensive.", "THREATEN"),
    ("The government vowed to cooperate with the inspectors.", "AGREE"),
    ("Both sides agreed to meet again.", "AGREE"),
    ("The two presidents met in Geneva.", "CONSULT"),
    ("The minister telephoned his counterpart.", "CONSULT"),
    ("Parliament ratified the treaty.", "SUPPORT"),
    ("The president pardoned the rebels.", "CONCEDE"),
    ("The army declared a truce.", "CONCEDE"),
    ("Canada granted asylum to the family.", "AID"),
    ("The agency delivered food to the camp.", "AID"),
    ("The two armies held joint exercises.", "COOPERATE"),
]
LOOK_ALIKES = [
    "She shot a film in Morocco.",
    "He shot a video of the sunset.",
    "The club fired the manager on Monday.",
    "The band struck a chord with fans.",
    "The city was struck by lightning.",
    "The market was hit by falling demand.",
    "The storm hit the coast.",
    "He had a heart attack.",
    "She suffered a panic attack.",
    "The price war hurt retailers.",
    "A trade war looms.",
    "The plan will meet the target.",
    "The factory cannot meet demand.",
    "Arsenal beat Chelsea 2-0.",
    "The song captured the imagination.",
    "He seized the opportunity.",
    "The Senate killed the bill.",
    "The film bombed at the box office.",
    "The team surrendered a lead.",
    "The striker fired home from ten metres.",
    "The bank charged a fee.",
    "He charged his phone.",
    "He raided the fridge.",
    "The company released a report.",
    "The singer released an album.",
    "He visited the website.",
    "They hold a position at the bank.",
    "We ordered food.",
    "The shares rallied.",
    "The dollar retreated.",
    "The glacier is retreating.",
    "He withdrew money from the bank.",
    "He withdrew from the race.",
    "He was killed in a car crash.",
    "Ten people died in the earthquake.",
    "The flood displaced thousands.",
    "Doctors warned of flu.",
    "She fought cancer.",
    "Firefighters fought the blaze.",
    "Sales exploded.",
    "The senator won the battle for the seat.",
    "The actress stormed out.",
    "Two climbers went missing after an avalanche.",
]


@cache
def matcher() -> PredicateMatcher:
    return PredicateMatcher(load_codebook().predicates)


def types(text: str) -> set[str]:
    story = Story("s", "t", "story.txt", None, None, None, None, None, None, None, "en", text)
    (reading,) = read([story], load_codebook())
    return {
        match.predicate.event.plover
        for sentence in reading.sentences
        for match in matcher().matches(reading, sentence, lambda _: None)
    }


@pytest.mark.parametrize(("text", "plover"), EVENTS)
def test_reports_are_of_their_type(text: str, plover: str) -> None:
    assert plover in types(text)


@pytest.mark.parametrize("text", LOOK_ALIKES)
def test_look_alikes_are_no_events(text: str) -> None:
    assert types(text) == set()
