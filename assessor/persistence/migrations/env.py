"""Run by Alembic: leads the revisions to the connection and transaction of `migrate.upgrade`."""

from alembic import context

from assessor.persistence.schema import METADATA

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=METADATA,
    # SQLite alters a table by copying it.
    render_as_batch=True,
    compare_type=True,
)
context.run_migrations()
