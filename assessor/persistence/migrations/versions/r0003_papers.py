"""The tables of published results taken in and of summaries printed."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the tables; nothing that stands is changed."""
    _published()
    _printed()


def _published() -> None:
    op.create_table(
        "published_table",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("instrument_pk", sa.Integer(), nullable=False),
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("assessor_id", sa.Text(), nullable=True),
        sa.Column("audit", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_published_table")),
        sa.ForeignKeyConstraint(
            ["instrument_pk"],
            ["instrument.pk"],
            name=op.f("fk_published_table_instrument_pk_instrument"),
        ),
        sa.ForeignKeyConstraint(
            ["assessor_id"],
            ["assessor.id"],
            name=op.f("fk_published_table_assessor_id_assessor"),
        ),
    )
    op.create_index(op.f("ix_published_table_assessor_id"), "published_table", ["assessor_id"])
    op.create_index(op.f("ix_published_table_instrument_pk"), "published_table", ["instrument_pk"])
    op.create_table(
        "published_result",
        sa.Column("table_id", sa.Text(), nullable=False),
        sa.Column("region_id", sa.Integer(), nullable=False),
        sa.Column("final", sa.Text(), nullable=False),
        sa.Column("dimensions", sa.JSON(), nullable=False),
        sa.Column("improvement", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("table_id", "region_id", name=op.f("pk_published_result")),
        sa.ForeignKeyConstraint(
            ["table_id"],
            ["published_table.id"],
            name=op.f("fk_published_result_table_id_published_table"),
        ),
        sa.ForeignKeyConstraint(
            ["region_id"], ["region.id"], name=op.f("fk_published_result_region_id_region")
        ),
    )
    op.create_index(op.f("ix_published_result_region_id"), "published_result", ["region_id"])


def _printed() -> None:
    op.create_table(
        "printed_summary",
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("participant_id", sa.Text(), nullable=False),
        sa.Column("fingerprint", sa.Text(), nullable=False),
        sa.Column("basis", sa.JSON(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("assessor_id", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("code", name=op.f("pk_printed_summary")),
        sa.ForeignKeyConstraint(
            ["participant_id"],
            ["participant.id"],
            name=op.f("fk_printed_summary_participant_id_participant"),
        ),
        sa.ForeignKeyConstraint(
            ["assessor_id"],
            ["assessor.id"],
            name=op.f("fk_printed_summary_assessor_id_assessor"),
        ),
    )
    op.create_index(op.f("ix_printed_summary_assessor_id"), "printed_summary", ["assessor_id"])
    op.create_index(
        op.f("ix_printed_summary_participant_id"), "printed_summary", ["participant_id"]
    )
