"""Renders calls of Alembic offline: JSON of [title, code] pairs comes in, JSON of {title: {sql} or {error}} goes out."""

import datetime
import decimal
import io
import json
import sys
import uuid
import warnings

import sqlalchemy as sa
from alembic.migration import MigrationContext
from alembic.operations import Operations
from sqlalchemy.dialects import postgresql as pg

warnings.simplefilter("ignore")


def render(code):
    buffer = io.StringIO()
    context = MigrationContext.configure(
        dialect_name="postgresql",
        opts={"as_sql": True, "literal_binds": True, "output_buffer": buffer},
    )
    names = {"sa": sa, "pg": pg, "datetime": datetime, "decimal": decimal, "uuid": uuid}
    try:
        with Operations.context(context) as op:
            exec(code, {**names, "op": op})
    except Exception as error:  # What Alembic refuses is a result, too.
        return {"error": f"{type(error).__name__}: {error}"}
    return {"sql": buffer.getvalue()}


json.dump({title: render(code) for title, code in json.load(sys.stdin)}, sys.stdout)
