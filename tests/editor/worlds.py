"""Three topics ready to be told again and again, each with another answer of an editor."""

import random
import shutil
from dataclasses import dataclass, field, replace
from pathlib import Path

from briefing.compose.brief import weigh_shortlists
from briefing.compose.editing.answer import read_answer
from briefing.compose.editing.request import digest_request
from briefing.corpus import library as catalogue
from briefing.corpus.stage_cache import StageCache
from briefing.edition.asking import Asking
from briefing.job.load import load_job
from briefing.model import EditorReply
from briefing.render.json import encode_brief
from briefing.render.page import view_page
from briefing.state import store
from briefing.verification import verify
from briefing.walk import assemble, withdrawals
from briefing.walk.comparison import Past, Today, compare_with
from briefing.walk.seat import take_seat
from briefing.workers.crew import Crew

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
EDITOR = "\neditor: {kind: openai, base_url: 'http://127.0.0.1:9/v1', model: nobody}\n"


@dataclass(frozen=True, kw_only=True)
class World:
    """A topic: its folder, and all of the walk that no editor has a part in."""

    folder: Path
    job: object
    library: object
    considered: object
    decided: object
    ranking: object
    made: dict = field(default_factory=dict)

    def plain(self):
        """Give the brief that the program tells by itself, made once."""
        if "plain" not in self.made:
            self.made["plain"] = self.tell(lambda _: None)
        return self.made["plain"]

    def tell(self, write):
        """Tell the brief with an editor that answers each request with what `write` makes of it."""
        replies = []

        def ask(request):
            text = write(request)
            if text is None:
                return None
            found = read_answer(request, text)
            reply = EditorReply(
                subject=request.subject,
                request=digest_request(request),
                chosen=found.chosen,
                answering=found.answering,
                misread=found.misread,
                fault=found.fault,
            )
            replies.append((request, reply))
            return reply

        seat = take_seat(self.job, self.considered.holdings, ask)
        made = assemble.compose_brief(self.job, self.considered, self.decided, self.ranking, seat)
        brief = compare_with(Past(), made, self.today())
        return Told(world=self, brief=brief, replies=tuple(replies))

    def tell_asking(self, editor):
        """Tell the brief with an editor that is asked as a build asks it."""
        ordered = replace(self.job.editing, editor=editor)
        asking = Asking(ordered=ordered, kept={})
        seat = take_seat(self.job, self.considered.holdings, asking)
        made = assemble.compose_brief(self.job, self.considered, self.decided, self.ranking, seat)
        return Told(world=self, brief=compare_with(Past(), made, self.today()), replies=())

    def today(self):
        """Give what a brief of today is compared with."""
        return Today(
            job=self.job,
            library=self.library,
            considered=self.considered,
            excluded=self.decided.excluded,
        )

    def allowed(self):
        """Give the statements that each section may tell, by its slug and their keys."""
        if "allowed" not in self.made:
            self.made["allowed"] = self._find_allowed()
        return self.made["allowed"]

    def _find_allowed(self):
        ingredients = assemble.gather_ingredients(
            self.job, self.considered, self.decided, self.ranking
        )
        leads, _ = weigh_shortlists(ingredients)
        return {
            one.wanted.slug: {item.candidate.statement.key: item.candidate for item in one.ranked}
            for one in leads
        }


@dataclass(frozen=True, kw_only=True)
class Told:
    """A brief that was told with an editor, and what the editor was asked and said."""

    world: World
    brief: object
    replies: tuple

    def rows(self):
        """Give the keys that each section tells, by its slug."""
        return {
            section.slug: [one.key for one in section.statements] for section in self.brief.sections
        }

    def page(self):
        """Give the page that readers get."""
        return view_page(self.brief, {})

    def verdict(self):
        """Give what `verify` says of it with everything at hand."""
        path = self.world.folder / "elsewhere" / "brief.json"
        config = self.world.folder / "config.yaml"
        return verify.verify_content(encode_brief(self.brief), path, self.world.folder, config)


def lay_topic(name, folder):
    """Lay out one of the topics in `folder`, with an editor that nobody can reach."""
    if name == "seeds":
        folder.mkdir()
        shutil.copytree(ROOT / "seeds", folder / "seeds")
        for file in ("config.yaml", "analyst.yaml"):
            shutil.copy(ROOT / file, folder / file)
    else:
        place = {"harbour": ROOT / "tests/projects/topic", "reservoir": HERE / "reservoir"}[name]
        shutil.copytree(place, folder)
    with (folder / "config.yaml").open("a", encoding="utf-8") as config:
        config.write(EDITOR)
    return folder / "config.yaml"


def open_world(name, folder):
    """Read a topic once."""
    config = lay_topic(name, folder)
    _, job = load_job(config)
    library = catalogue.update(
        StageCache(store=store.scratch_store(), crew=Crew(jobs=1)), job, None
    )
    considered = withdrawals.take_out(library.candidates())
    decided = assemble.decide(job, considered)
    return World(
        folder=folder,
        job=job,
        library=library,
        considered=considered,
        decided=decided,
        ranking=assemble.rank(job, considered, decided),
    )


def seeded(name, number):
    """Give a source of chance that depends on the test alone."""
    return random.Random(f"{name} {number}")
