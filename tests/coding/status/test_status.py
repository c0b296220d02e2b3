"""What counts as happened: the status of predicates in sentences of every mood."""

from collections.abc import Callable

import pytest

from dateline.codebook.codebook import load_codebook
from dateline.coding.stage import code
from dateline.model.claim import Claim
from dateline.model.reading import Reading

# sentence, first word of the trigger, status
CASES = [
    ("Rebels attacked the barracks on Monday.", "attacked", "occurred"),
    ("The barracks were shelled overnight.", "shelled", "occurred"),
    ("Rebels have seized the bridge.", "seized", "occurred"),
    ("Troops are shelling the market.", "shelling", "ongoing"),
    ("Troops continued to shell the market.", "shell", "ongoing"),
    ("Troops are being attacked from the hills.", "attacked", "ongoing"),
    ("The militia did not attack the village.", "attack", "denied"),
    ("The soldiers refused to surrender.", "surrender", "denied"),
    ("The soldiers did not want to surrender.", "surrender", "denied"),
    ("The police entered the square without firing a shot.", "firing", "denied"),
    ("The gunmen failed to seize the bridge.", "seize", "denied"),
    ("The minister vowed to crush the rebels and to bomb their camps.", "bomb", "planned"),
    ("The rebels threatened to attack the town.", "attack", "planned"),
    ("The army will withdraw from the valley next week.", "withdraw", "planned"),
    ("The general ordered his men to retreat.", "retreat", "planned"),
    ("The government plans to launch an offensive.", "launch", "planned"),
    ("The rebels launched an offensive to retake the city.", "retake", "planned"),
    ("The agency called for the release of the hostages.", "release", "planned"),
    ("The army has prepared for an attack on the port.", "attack", "planned"),
    ("The pilot may have been captured by the rebels.", "captured", "possible"),
    ("The rebels could attack the town.", "attack", "possible"),
    ("Aid workers fear a massacre in the camp.", "massacre", "possible"),
    ("The rebels would retreat if the army attacked the camp.", "attacked", "possible"),
    ("The bandits allegedly killed two drivers.", "killed", "possible"),
    ("The village had already been attacked in May.", "attacked", "background"),
    ("In 1998, soldiers killed 40 villagers there.", "killed", "background"),
    ("Two years ago gunmen kidnapped a priest in the town.", "kidnapped", "background"),
    ("The attack comes three years after rebels seized the dam.", "seized", "background"),
    ("The gangs raid villages and burn houses.", "raid", "background"),
    ("Attack the bridge at dawn.", "Attack", "planned"),
    ("Did the militia attack the village?", "attack", "possible"),
    ("No rebel attacked the village.", "attacked", "denied"),
    ("None of the rebels attacked the village.", "attacked", "denied"),
    ("The rebels not only attacked the village.", "attacked", "occurred"),
    ("The soldiers did not flee but attacked the rebels.", "attacked", "occurred"),
    ("The soldiers had to retreat from the hill.", "retreat", "occurred"),
    ("The rebels were able to seize the bridge.", "seize", "occurred"),
    ("The rebels are keen to seize the bridge.", "seize", "planned"),
    ("The police are investigating who attacked the bank.", "attacked", "occurred"),
    ("The army will fire when the rebels attack the bridge.", "attack", "planned"),
    ("Keep calm and attack the bridge, he told the men.", "attack", "planned"),
    ("Tell the police who attacks the village.", "attacks", "planned"),
    ("The rebels could win by attacking the town.", "attacking", "possible"),
    ("The army hoped to seize the bridge.", "seize", "planned"),
    ("The army has yet to seize the bridge.", "seize", "denied"),
    ("The rebels no longer attack the town.", "attack", "denied"),
    ("The army left the bridge, nor did it attack the village.", "attack", "denied"),
    ("The rebels nearly seized the bridge.", "seized", "denied"),
    ("The guards did not hesitate to attack the rebels.", "attack", "occurred"),
    ("The guards may not hesitate to attack the rebels.", "attack", "possible"),
    ("The envoys failed to prevent the massacre of the herders.", "massacre", "occurred"),
    ("The envoys prevented the massacre of the herders.", "massacre", "denied"),
    ("The president ruled out bombing the town.", "bombing", "denied"),
    ("The president could not rule out that rebels had attacked the town.", "attacked", "possible"),
    ("Do they attack the town at night?", "attack", "possible"),
    ("How do the rebels attack the convoys?", "attack", "possible"),
    ("When they come for you, attack the bridge.", "attack", "planned"),
    ("You attack the bridge from the left.", "attack", "possible"),
    ("The blockade will stay until the rebels attack the port.", "attack", "planned"),
    ("The blockade stays until the rebels attack the port.", "attack", "possible"),
    ("If the dam breaks, the rebels attack the town.", "attack", "possible"),
    ("They fought until the rebels attacked the port.", "attacked", "occurred"),
    ("The commander let the rebels attack the town.", "attack", "occurred"),
    ("The guards would shoot at a man attacking the bank.", "attacking", "planned"),
    ("No rebel attacking the town was seen.", "attacking", "denied"),
    ("Attacking a clinic is a crime.", "Attacking", "possible"),
    ("The manual tells how to attack a convoy.", "attack", "planned"),
    ("The law allows the police to arrest suspects.", "arrest", "background"),
    ("The captain allowed his men to attack the town.", "attack", "occurred"),
    ("In recent years bandits attacked the road.", "attacked", "background"),
]


def claims_of(reading: Reading) -> list[Claim]:
    """The claims of the body, without those of the headline that stands over every test's sentence."""
    headline = reading.sentences[0]
    return [claim for claim in next(code([reading], load_codebook(), None)).claims if claim.start >= headline.end]


@pytest.mark.parametrize(("sentence", "word", "status"), CASES)
def test_status(read_body: Callable[..., Reading], sentence: str, word: str, status: str) -> None:
    claims = [claim for claim in claims_of(read_body(sentence)) if word in claim.trigger.text.split()]
    assert [claim.status for claim in claims] == [status], [claim.why for claim in claims]


def test_participle_shares_the_mood_of_its_verb(read_body: Callable[..., Reading]) -> None:
    claims = claims_of(read_body("The army will storm the camp, killing the leader."))
    assert {claim.status for claim in claims} == {"planned"}


def test_what_hangs_on_an_event_of_the_past_is_of_the_past(read_body: Callable[..., Reading]) -> None:
    claims = claims_of(read_body("The report recalled earlier clashes that saw the rebels take control of the mine."))
    taken = [claim for claim in claims if claim.trigger.text.startswith("take")]
    assert [claim.status for claim in taken] == ["background"]
