"""The shipped predicates: every row makes sense, none contradicts another, and their words are the parser's lemmas."""

import itertools
import re
from collections import Counter, defaultdict

import pytest

from dateline.codebook.codebook import load_codebook
from dateline.codebook.predicates import GAP, Predicate
from dateline.codebook.tables import DATA, Tables
from dateline.model.claim import PLOVER_TYPES
from dateline.reading.parse import pipeline

MODES: dict[str, set[str]] = {
    "CONSULT": {"visit", "third-party", "multilateral", "phone"},
    "RETREAT": {"withdraw", "release", "disarm", "ceasefire", "access", "resign"},
    "REQUEST": {"assist", "change", "yield", "meet"},
    "ACCUSE": {"disapprove", "allege", "investigate"},
    "REJECT": {"assist", "change", "yield", "meet"},
    "THREATEN": {"restrict", "arrest", "relations", "expel", "territory", "violence"},
    "PROTEST": {"demo", "riot", "strike", "hunger", "boycott", "obstruct", "vandalize"},
    "SANCTION": {"convict", "expel", "withdraw", "discontinue"},
    "MOBILIZE": {"troops", "weapons", "police", "militia"},
    "COERCE": {
        "seize", "restrict", "censor", "curfew", "martial-law", "arrest", "deport", "withhold", "misinformation",
        "cyber",
    },
    "ASSAULT": {
        "abduct", "beat", "torture", "sexual", "targeted", "destroy", "primitive", "firearms", "explosives",
        "suicide-attack", "aerial", "drone", "heavy-weapons", "crowd-control", "unconventional",
    },
}  # fmt: skip
SUB_EVENTS = {
    "Battles": {"Armed clash", "Government regains territory", "Non-state actor overtakes territory"},
    "Explosions/Remote violence": {
        "Chemical weapon", "Air/drone strike", "Suicide bomb", "Shelling/artillery/missile attack",
        "Remote explosive/landmine/IED", "Grenade",
    },
    "Protests": {"Peaceful protest", "Protest with intervention", "Excessive force against protesters"},
    "Riots": {"Violent demonstration", "Mob violence"},
    "Strategic developments": {
        "Agreement", "Arrests", "Change to group/activity", "Disrupted weapons use",
        "Headquarters or base established", "Looting/property destruction", "Non-violent transfer of territory",
        "Other",
    },
    "Violence against civilians": {"Sexual violence", "Attack", "Abduction/forced disappearance"},
}  # fmt: skip
ACLED = {f"{event}/{sub_event}" for event, sub_events in SUB_EVENTS.items() for sub_event in sub_events}
# How few rows a type may have: below this a type has been lost, not trimmed.
FLOORS = {"ASSAULT": 1200, "COERCE": 500, "RETREAT": 300, "SANCTION": 200, "PROTEST": 180}
FLOOR = 60


@pytest.fixture(scope="module")
def predicates() -> tuple[Predicate, ...]:
    return load_codebook().predicates


def test_all_types_have_their_words(predicates: tuple[Predicate, ...]) -> None:
    counts = Counter(predicate.event.plover for predicate in predicates)
    assert {plover: counts[plover] for plover in PLOVER_TYPES if counts[plover] < FLOORS.get(plover, FLOOR)} == {}
    assert sum(counts.values()) >= 4000


def test_modes_belong_to_their_type(predicates: tuple[Predicate, ...]) -> None:
    strangers = {
        (predicate.event.plover, predicate.event.mode)
        for predicate in predicates
        if predicate.event.mode and predicate.event.mode not in MODES.get(predicate.event.plover, set())
    }
    assert strangers == set()


def test_all_modes_have_a_word(predicates: tuple[Predicate, ...]) -> None:
    used = {(predicate.event.plover, predicate.event.mode) for predicate in predicates}
    assert {(plover, mode) for plover, modes in MODES.items() for mode in modes} - used == set()


def test_sub_events_are_of_the_25(predicates: tuple[Predicate, ...]) -> None:
    assert len(ACLED) == 25
    assert {predicate.event.acled for predicate in predicates if predicate.event.acled} <= ACLED


def test_labels_are_plain_lower_case_words(predicates: tuple[Predicate, ...]) -> None:
    odd = {
        predicate.event.label for predicate in predicates if not re.fullmatch(r"[a-z][a-z' -]*", predicate.event.label)
    }
    assert odd == set()


def test_many_predicates_say_what_is_counted(predicates: tuple[Predicate, ...]) -> None:
    counting = [predicate for predicate in predicates if predicate.counts]
    assert len(counting) >= 600
    assert {what for predicate in counting for _, what in predicate.counts} >= {
        "killed", "injured", "missing", "captured", "arrested", "abducted", "freed", "displaced", "fled", "returned",
        "deployed", "surrendered", "attacks", "places-taken",
    }  # fmt: skip


def test_no_words_mean_two_things_at_once(predicates: tuple[Predicate, ...]) -> None:
    """Spelled out, no row may stand twice with the same conditions: which of the two held would be chance."""
    meanings: defaultdict[tuple[str, str, object], list[str]] = defaultdict(list)
    for predicate in predicates:
        for words in itertools.product(*(sorted(slot) or [GAP] for slot in predicate.slots)):
            meanings[" ".join(words), predicate.part_of_speech, predicate.needs].append(predicate.event.plover)
    assert {what[:2]: types for what, types in meanings.items() if len(types) > 1} == {}


def test_words_are_lower_case_and_single(predicates: tuple[Predicate, ...]) -> None:
    words = {word for predicate in predicates for slot in predicate.slots for word in slot}
    assert {word for word in words if not re.fullmatch(r"[a-zé'\d-]+", word)} == set()


def test_passives_are_left_to_the_frames(predicates: tuple[Predicate, ...]) -> None:
    passives = {p.key for p in predicates if p.part_of_speech == "v" and re.fullmatch(r"be \w+ed", p.key)}
    assert passives == set()


def test_classes_are_used_and_those_used_exist() -> None:
    used: set[str] = set()
    for path in [DATA / "figurative.tsv", *sorted((DATA / "predicates").glob("*.tsv"))]:
        used |= set(re.findall(r"@([\w-]+)", path.read_text(encoding="utf-8")))
    tables = Tables()
    named = {row["class"] for row in tables.rows("classes.tsv", ("class", "words"))}
    assert used == named


def test_words_of_classes_are_single_words_or_kinds() -> None:
    for name, words in load_codebook().classes.items():
        assert {word for word in words if " " in word or word != word.lower()} == set(), name


FORMS = {
    "attack": "Rebels attacked the base.", "kill": "The shelling killed two men.", "flee": "The troops fled north.",
    "wound": "The blast wounded five men.", "injure": "The crash injured two.", "die": "Ten soldiers died.",
    "shoot": "Police shot a man.", "fire": "Soldiers fired at the crowd.", "strike": "A missile struck the camp.",
    "hit": "Shells hit the market.", "seize": "Rebels seized the town.", "take": "They took the bridge.",
    "capture": "The army captured the hill.", "overrun": "Fighters have overrun the post.",
    "storm": "Gunmen stormed the hotel.", "blow": "They blew up the bridge.", "burn": "The mob burned the office.",
    "kidnap": "Gunmen kidnapped a priest.", "abduct": "They abducted three girls.", "snatch": "Men snatched the boys.",
    "arrest": "Police arrested six men.", "detain": "Troops detained a reporter.", "free": "Rebels freed the hostages.",
    "release": "The group released two nurses.", "surrender": "The garrison surrendered.",
    "withdraw": "The army withdrew its tanks.", "retreat": "The rebels retreated.", "advance": "Troops advanced.",
    "besiege": "The army besieged the town.", "shell": "Troops shelled the village.", "bomb": "Jets bombed the camp.",
    "strafe": "A helicopter strafed the road.", "harass": "Rebels harassed the convoy.", "raid": "They raided a farm.",
    "ambush": "Rebels ambushed a patrol.", "clash": "Police clashed with students.", "fight": "They fought for hours.",
    "beat": "Guards beat the prisoner.", "stab": "A man stabbed a guard.", "behead": "They beheaded a soldier.",
    "hang": "They hanged the spy.", "loot": "Crowds looted shops.",
    "deploy": "The army deployed tanks.", "mobilise": "The state mobilised reservists.",
    "condemn": "France condemned the attack.", "accuse": "Kabul accused the rebels.", "blame": "They blamed the army.",
    "deny": "The army denied the report.", "refuse": "They refused the offer.", "veto": "Russia vetoed the text.",
    "vow": "The army vowed revenge.", "threaten": "They threatened war.", "warn": "The minister warned them.",
    "urge": "The envoy urged calm.", "demand": "They demanded talks.", "agree": "Both sides agreed.",
    "sign": "They signed the treaty.", "meet": "The ministers met on Monday.", "visit": "The king visited Paris.",
    "praise": "She praised the troops.", "resign": "The minister resigned.", "expel": "Moscow expelled two men.",
    "convict": "The court convicted him.", "protest": "Students protested.", "flout": "They flouted the ban.",
}  # fmt: skip


def test_verbs_are_the_lemmas_that_the_parser_gives(predicates: tuple[Predicate, ...]) -> None:
    known = {word for predicate in predicates if predicate.part_of_speech == "v" for word in predicate.slots[0]}
    assert set(FORMS) - known == set()
    documents = pipeline().pipe(FORMS.values())
    lemmas = {verb: {token.lemma_.lower() for token in text} for verb, text in zip(FORMS, documents, strict=True)}
    assert {verb: found for verb, found in lemmas.items() if verb not in found} == {}


@pytest.mark.parametrize(
    ("noun", "sentence"),
    [
        ("airstrike", "The airstrikes went on."), ("clash", "The clashes went on."), ("ceasefire", "A ceasefire held."),
        ("casualty", "There were casualties."), ("talk", "The talks went on."), ("hostility", "The hostilities ended."),
        ("killing", "The killings went on."), ("shelling", "The shelling of the town went on."),
        ("raped", "Soldiers raped women."), ("retook", "The army retook the hill."),
        ("sanction", "The sanctions hurt."), ("siege", "The siege went on."), ("airlift", "The airlift began."),
    ],
)  # fmt: skip
def test_other_words_are_as_the_parser_gives_them(noun: str, sentence: str) -> None:
    """Nouns, and verbs whose lemma the parser gets wrong: those stand in the table as they stand in texts."""
    assert noun in {form for token in pipeline()(sentence) for form in (token.lemma_.lower(), token.text.lower())}
    assert any(noun in predicate.slots[0] for predicate in load_codebook().predicates)
