"""The tasks of `dateline bench`: which gold set each scores, and with what."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from importlib import import_module
from pathlib import Path

from dateline.errors import ConfigurationError, UnreadableError
from dateline.evaluation.result import Result
from dateline.settings import SHIPPED, Settings


@dataclass(frozen=True, slots=True)
class Task:
    """A gold set, and the function that scores it.

    `path` lies in the folder that `--gold` names, or, if the set is the project's own, beside this file. A set that the
    shipped model was trained on is scored by the rules alone: what a model says of what it has seen is no measure.
    A task that is long is only run when it is named.
    """

    path: str
    module: str
    function: str
    about: str
    is_own: bool = False
    is_trained_on: bool = False
    is_long: bool = False

    def file(self, gold: Path | None) -> Path:
        """Where the set lies."""
        return Path(__file__).parent / self.path if self.is_own else (gold or Path()) / self.path

    def run(self, file: Path, settings: Settings = SHIPPED) -> Result:
        """Scores a file or folder of this task's format."""
        if not file.exists():
            raise UnreadableError(f"{file} is not there; name a gold file with --file, or the gold folder with --gold")
        scorer: Callable[[Path, Settings], Result] = getattr(
            import_module(f"dateline.evaluation.{self.module}"), self.function
        )
        return Result(*scorer(file, replace(settings, no_model=True) if self.is_trained_on else settings))


TASKS: dict[str, Task] = {
    "golden": Task("../golden", "golden", "golden_scores", "stories read by hand, every field"),
    "timex": Task("temporal/meantime_en", "timex", "timex_scores", "dates of 120 news stories (MEANTIME)"),
    "quotes": Task("quotes/polnear_dev.jsonl", "quotes", "quotes_scores", "who said what (PolNeAR)"),
    "places": Task("geoparsing/lgl.jsonl", "places", "places_scores", "toponyms of local news (LGL)"),
    "places-geovirus": Task(
        "geoparsing/geovirus.jsonl", "places", "places_scores", "toponyms of health news (GeoVirus)"
    ),
    "ucdp": Task("figures/ucdp_ged.jsonl", "ucdp", "ucdp_scores", "places that coders told in a few words (UCDP GED)"),
    "plover-gsr": Task("events/plover_gsr.txt", "plover", "plover_gsr_scores", "event types of single sentences"),
    "plv": Task(
        "events/plv_train.tsv",
        "plover",
        "plv_scores",
        "event types of sentences with a given pair, by rules alone",
        is_trained_on=True,
    ),
    "muc4": Task("muc4/dev.jsonl", "muc4", "muc4_scores", "incident templates made from claims (MUC-4)"),
    "factuality": Task(
        "factuality/uds_ih2_dev.jsonl", "factuality", "factuality_scores", "whether any predicate happened (UDS-IH2)"
    ),
    "factuality-meantime": Task(
        "temporal/meantime_en", "factuality", "factuality_meantime_scores", "whether events happened (MEANTIME)"
    ),
    "gvdb": Task("events/gvdb_dev.jsonl", "gvdb", "gvdb_scores", "killed and injured of shootings (GVDB)"),
    "india-police": Task(
        "events/india_police_dev.jsonl",
        "police",
        "police_scores",
        "what police did, by sentence (Indian police events)",
    ),
    "hrdsattack": Task(
        "events/hrdsattack_dev.json", "hrdsattack", "hrdsattack_scores", "where and when defenders were attacked"
    ),
    "copies": Task(
        "stories/fa_kes.jsonl", "copies", "copies_scores", "copies and versions, made from news and police reports"
    ),
    "copies-whole": Task(
        "stories/fa_kes.jsonl",
        "copies",
        "copies_whole_scores",
        "the same of all reports instead of a tenth, only when named",
        is_long=True,
    ),
    "coreference": Task(
        "coreference/ecbplus_dev.jsonl", "coreference", "coreference_scores", "stories by the event they tell of (ECB+)"
    ),
    "lookalikes": Task(
        "lookalikes.txt", "lookalikes", "lookalikes_scores", "sentences that only use the words of war", is_own=True
    ),
}


def find_task(name: str) -> Task:
    """The task of that name; an unknown one raises with the names there are."""
    if name not in TASKS:
        raise ConfigurationError(f"there is no task {name!r}; the tasks are {', '.join(TASKS)}")
    return TASKS[name]
