"""Writes sqlalchemy-names.tsv: the names that SQLAlchemy makes by a convention, through Alembic's operations.

Run it with a Python that has Alembic 1.20 and SQLAlchemy 2.1; `npm run bench` makes one in bench/.venv.
"""

from pathlib import Path

from alembic.migration import MigrationContext
from alembic.operations.schemaobj import SchemaObjects
from sqlalchemy import MetaData
from sqlalchemy.dialects import postgresql

LONG = "a_table_with_a_name_of_quite_some_length"
COLUMN_TOKENS = [
    f"%(column_{columns}_{form})s"
    for columns in ("0", "1", "7", "0N", "0_N")
    for form in ("name", "key", "label")
]
REFERRED_TOKENS = [
    f"%(referred_{token})s"
    for token in ("table_name", "column_0_name", "column_1_name", "column_0N_name", "column_0_N_name")
]
TABLES = [("", "t"), ("app", "t"), ("my.app", "Order.Item"), ("app", LONG)]
COLUMNS = [["a", "b"], ["a_column_with_a_long_name", "user"]]

rows = []


def row(call, target, template, table, columns=(), given=None):
    """One line: the call, what it is given, and the name that comes out."""
    schema, name = table
    context = MigrationContext.configure(
        dialect_name="postgresql",
        opts={"as_sql": True, "target_metadata": MetaData(naming_convention={target: template})},
    )
    make = SchemaObjects(context)
    referred = [f"r_{column}" for column in columns]
    element = {
        "createIndex": lambda: make.index(given, name, columns, schema=schema or None),
        "createUniqueConstraint": lambda: make.unique_constraint(given, name, columns, schema=schema or None),
        "createPrimaryKey": lambda: make.primary_key_constraint(given, name, columns, schema=schema or None),
        "createForeignKey": lambda: make.foreign_key_constraint(
            given, name, "referred", columns, referred, source_schema=schema or None, referent_schema="other"
        ),
        "createCheckConstraint": lambda: make.check_constraint(given, name, "a > 0", schema=schema or None),
        "dropIndex": lambda: make.index(given, name, ["x"], schema=schema or None),
        "dropConstraint": lambda: make.generic_constraint(given, name, KINDS[target], schema=schema or None),
    }[call]()
    made = postgresql.dialect().identifier_preparer.format_constraint(element, _alembic_quote=False)
    rows.append([call, target, template, schema, name, ",".join(columns), given or "", made])


KINDS = {"fk": "foreignkey", "pk": "primary", "uq": "unique", "ck": "check"}
CREATED = {"ix": "createIndex", "uq": "createUniqueConstraint", "pk": "createPrimaryKey", "fk": "createForeignKey"}
DROPPED = {"ix": "dropIndex", **{target: "dropConstraint" for target in KINDS}}

for target, call in CREATED.items():
    tokens = COLUMN_TOKENS + (REFERRED_TOKENS if target == "fk" else [])
    for number, token in enumerate(tokens):
        table = TABLES[number % len(TABLES)]
        for columns in COLUMNS:
            row(call, target, f"{target}_{token}", table, columns)
    for table in TABLES:
        row(call, target, f"{target}_%(table_name)s_%(column_0_N_label)s", table, COLUMNS[1])
        row(call, target, f"{target}_%(column_0_label)s", table, ["a"])
        row(call, target, f"{target}_%(column_0_label)s", table, ["a"], "given")
        if target != "pk":  # SQLAlchemy gives a table an unnamed primary key first, which such a template refuses.
            row(call, target, f"%(constraint_name)s_{target}_%(column_0_name)s", table, ["a"], "given")
    row(call, target, f"{target}%%%(table_name)s%%", TABLES[1], ["a"])

for target, call in DROPPED.items():
    for table in TABLES:
        if target != "pk":
            row(call, target, f"{target}_%(table_name)s_%(constraint_name)s", table, given="given_name_of_some_length")
        row(call, target, f"{target}_%(table_name)s_%(column_0_name)s", table, given="given")

for table in TABLES:
    row("createCheckConstraint", "ck", "ck_%(table_name)s_%(constraint_name)s", table, given="given_name_of_some_length")
    row("createCheckConstraint", "ck", "ck_%(table_name)s", table)
    row("createCheckConstraint", "ck", "ck_%(table_name)s", table, given="given")

header = ["call", "target", "template", "schema", "table", "columns", "given", "name"]
lines = ["\t".join(cells) for cells in [header, *rows]]
Path(__file__).with_suffix(".tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")
