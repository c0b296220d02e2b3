"""Templates from claims: one for each relevant incident of a story."""

from dateline.codebook.codebook import Codebook
from dateline.evaluation.muc4.incidents import Incident, incidents_of
from dateline.evaluation.muc4.perpetrators import perpetrator_fills
from dateline.evaluation.muc4.relevance import country_of, irrelevance
from dateline.evaluation.muc4.setting import incident_fills, stage_of
from dateline.evaluation.muc4.slots import Fill, Template, fill
from dateline.evaluation.muc4.spared import spared
from dateline.evaluation.muc4.story import ARMED_OPPOSITION, Told
from dateline.evaluation.muc4.targets import named_people
from dateline.evaluation.muc4.victims import HumanTarget, PhysicalTarget, merge_people, merge_things
from dateline.evaluation.muc4.words import country_name
from dateline.model.coded import CodedStory

_UNHURT = "NO INJURY OR DEATH"
Fills = dict[str, tuple[Fill, ...]]


def templates(coded: CodedStory, codebook: Codebook) -> tuple[Template, ...]:
    """The templates of a story's relevant incidents."""
    told = Told(coded, codebook)
    return tuple(_template(told, incident) for incident in incidents_of(told) if irrelevance(told, incident) is None)


def _template(told: Told, incident: Incident) -> Template:
    fills = {**incident_fills(told, incident), **perpetrator_fills(told, incident)}
    safe = spared(told, incident.claims[0].sentence - 1, incident.last_sentence + 1)
    unhurt = named_people(told, incident.claims[0], safe, frozenset({_UNHURT}))
    people = merge_people([person for person in (*incident.people, *unhurt) if person.kind not in ARMED_OPPOSITION])
    things = merge_things(incident.things)
    nation = country_of(told, incident)
    fills.update(_human_fills(people, incident, nation))
    if incident.family != "KIDNAPPING":
        fills.update(_physical_fills(things, nation, _usual_effect(incident)))
    return Template(fills)


def _human_fills(people: list[HumanTarget], incident: Incident, country: str | None) -> Fills:
    is_zero = _is_zero(incident)
    usual = frozenset({_UNHURT}) if is_zero else frozenset()
    effects = [fill(effect, person.key) for person in people for effect in sorted(person.effects or usual)]
    if not effects and is_zero:
        effects = [fill(_UNHURT)]
    return {
        "hum-tgt-name": tuple(fill(person.name) for person in people if person.name),
        "hum-tgt-desc": tuple(fill(person.description, person.name) for person in people if person.description),
        "hum-tgt-type": tuple(fill(person.type, person.key) for person in people),
        "hum-tgt-num": tuple(fill(person.number, person.key) for person in people),
        "hum-tgt-nation": tuple(
            fill(name, person.key)
            for person in people
            if person.nation not in {country, None} and (name := country_name(person.nation))
        ),
        "hum-tgt-effect": tuple(effects),
    }


def _is_zero(incident: Incident) -> bool:
    """ "No casualties were reported." """
    counts = {figure.counts for claim in incident.claims for figure in claim.figures if figure.high == 0}
    return bool(counts & {"killed", "injured"})


def _usual_effect(incident: Incident) -> str | None:
    """What a bomb that went off does to what it was aimed at, where the report does not say."""
    return "SOME DAMAGE" if incident.family == "BOMBING" and stage_of(incident) == "ACCOMPLISHED" else None


def _physical_fills(things: list[PhysicalTarget], country: str | None, usual: str | None) -> Fills:
    return {
        "phys-tgt-id": tuple(fill(thing.id) for thing in things),
        "phys-tgt-type": tuple(fill(thing.type, thing.id) for thing in things),
        "phys-tgt-num": tuple(fill(thing.number, thing.id) for thing in things),
        "phys-tgt-nation": tuple(
            fill(name, thing.id)
            for thing in things
            if thing.nation not in {country, None} and (name := country_name(thing.nation))
        ),
        "phys-tgt-effect": tuple(
            fill(effect, thing.id) for thing in things if (effect := thing.effect or usual) is not None
        ),
    }
