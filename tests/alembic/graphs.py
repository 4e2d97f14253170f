"""Answers questions about revision graphs: JSON of [{revisions, questions}] comes in, JSON of the answers goes out.

A question is [kind, start, text]: the rows to start at, and an argument as a user writes it. An answer is
{revisions, rows}: what runs, in order, and the rows after each of it; or {error}.
"""

import json
import sys
import types
import warnings

from alembic.runtime.migration import HeadMaintainer, RevisionStep
from alembic.script.base import ScriptDirectory
from alembic.script.revision import Revision, RevisionMap

warnings.simplefilter("ignore")


class Step(Revision):
    module = types.SimpleNamespace(upgrade=None, downgrade=None)


def load(revisions):
    def all_revisions():
        for one in sorted(revisions, key=lambda one: one["id"]):
            lists = (one[name] or None for name in ("downRevisions", "dependsOn", "branchLabels"))
            down, depends, labels = (value and tuple(value) for value in lists)
            yield Step(one["id"], down, dependencies=depends, branch_labels=labels)

    graph = RevisionMap(all_revisions)
    for revision in set(filter(None, graph._revision_map.values())):
        # A set of strings has another order in every process.
        kept = set(revision._normalized_resolved_dependencies)
        resolved = dict.fromkeys(revision._resolved_dependencies)
        revision._normalized_resolved_dependencies = tuple(one for one in resolved if one in kept)
    return graph


class Rows:
    """Keeps the rows as Alembic does, without a database."""

    def __init__(self, rows):
        impl = types.SimpleNamespace(_exec=lambda *_: None)
        from sqlalchemy import Column, MetaData, String, Table

        version = Table("v", MetaData(), Column("version_num", String))
        context = types.SimpleNamespace(
            impl=impl,
            _version=version,
            as_sql=True,
            dialect=types.SimpleNamespace(supports_sane_rowcount=False),
        )
        self.maintainer = HeadMaintainer(context, rows)

    def take(self, step):
        self.maintainer.update_to_step(step)
        return sorted(self.maintainer.heads)


def run(graph, start, revisions, is_upgrade):
    rows = Rows(start)
    ids = [revision.revision for revision in revisions]
    return {
        "revisions": ids,
        "rows": [rows.take(RevisionStep(graph, revision, is_upgrade)) for revision in revisions],
    }


def upgrade(graph, start, text):
    found = list(graph.iterate_revisions(text, tuple(start), implicit_base=True))
    return run(graph, start, found[::-1], True)


def downgrade(graph, start, text):
    found = list(graph.iterate_revisions(tuple(start), text, select_for_downgrade=True))
    return run(graph, start, found, False)


def names(graph, start, text):
    found = graph.get_revisions(text)
    return {"revisions": sorted({one.revision for one in found if one and one != "base"}), "rows": []}


def history(graph, start, text):
    lower, upper = text.split(":")
    found = graph.iterate_revisions(upper or "heads", lower or "base", inclusive=True, assert_relative_length=False)
    return {"revisions": [revision.revision for revision in found], "rows": []}


def stamp(graph, start, text):
    directory = ScriptDirectory.__new__(ScriptDirectory)
    directory.revision_map = graph
    rows = Rows(start)
    states = [rows.take(step) for step in directory._stamp_revs(tuple(text.split(",")), tuple(start))]
    return {"revisions": [], "rows": states[-1:]}


KINDS = {"upgrade": upgrade, "downgrade": downgrade, "names": names, "history": history, "stamp": stamp}


def answer(graph, kind, start, text):
    try:
        return KINDS[kind](graph, start, text)
    except Exception as error:
        return {"error": f"{type(error).__name__}: {error}"}


def answers(case):
    graph = load(case["revisions"])
    graph._revision_map
    return [answer(graph, *question) for question in case["questions"]]


json.dump([answers(case) for case in json.load(sys.stdin)], sys.stdout)
