"""The tables of merging and moderation, and a quicker way to one assessment's answers."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the tables and an index; nothing that stands is changed.

    The indexes on answers were partial ones: of no use for finding all answers of an assessment.
    """
    op.create_index(op.f("ix_answer_assessment_id"), "answer", ["assessment_id"])
    _batches()
    _versions()
    _moderation()


def _batches() -> None:
    op.create_table(
        "merge_batch",
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("assessor_id", sa.Text(), nullable=True),
        sa.Column("backup", sa.Text(), nullable=False),
        sa.Column("undone_at", sa.DateTime(), nullable=True),
        sa.Column("summary", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_merge_batch")),
        sa.ForeignKeyConstraint(
            ["assessor_id"], ["assessor.id"], name=op.f("fk_merge_batch_assessor_id_assessor")
        ),
    )
    op.create_index(op.f("ix_merge_batch_assessor_id"), "merge_batch", ["assessor_id"])
    op.create_table(
        "merge_file",
        sa.Column("pk", sa.Integer(), nullable=False),
        sa.Column("batch", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("outcome", sa.Text(), nullable=False),
        sa.Column("region", sa.Text(), nullable=False),
        sa.Column("assessor", sa.Text(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=True),
        sa.Column("report", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("pk", name=op.f("pk_merge_file")),
        sa.ForeignKeyConstraint(
            ["batch"], ["merge_batch.number"], name=op.f("fk_merge_file_batch_merge_batch")
        ),
    )
    op.create_index(op.f("ix_merge_file_batch"), "merge_file", ["batch"])
    op.create_table(
        "merge_effect",
        sa.Column("pk", sa.Integer(), nullable=False),
        sa.Column("batch", sa.Integer(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("before", sa.JSON(), nullable=True),
        sa.Column("after", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("pk", name=op.f("pk_merge_effect")),
        sa.CheckConstraint(
            "kind IN ('assessor', 'programme', 'alias', 'assessment')",
            name=op.f("ck_merge_effect_kind"),
        ),
        sa.ForeignKeyConstraint(
            ["batch"], ["merge_batch.number"], name=op.f("fk_merge_effect_batch_merge_batch")
        ),
    )
    op.create_index(op.f("ix_merge_effect_batch"), "merge_effect", ["batch"])
    op.create_index("ix_merge_effect_kind_subject", "merge_effect", ["kind", "subject"])


def _versions() -> None:
    op.create_table(
        "sheet_version",
        sa.Column("pk", sa.Integer(), nullable=False),
        sa.Column("assessment_id", sa.Text(), nullable=False),
        sa.Column("batch", sa.Integer(), nullable=False),
        sa.Column("origin", sa.Text(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("base_revision", sa.Integer(), nullable=False),
        sa.Column("content", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("pk", name=op.f("pk_sheet_version")),
        sa.ForeignKeyConstraint(
            ["assessment_id"],
            ["assessment.id"],
            name=op.f("fk_sheet_version_assessment_id_assessment"),
        ),
        sa.ForeignKeyConstraint(
            ["batch"], ["merge_batch.number"], name=op.f("fk_sheet_version_batch_merge_batch")
        ),
    )
    op.create_index(op.f("ix_sheet_version_assessment_id"), "sheet_version", ["assessment_id"])
    op.create_index(op.f("ix_sheet_version_batch"), "sheet_version", ["batch"])
    op.create_table(
        "alias",
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("target", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("kind", "id", name=op.f("pk_alias")),
        sa.CheckConstraint("kind IN ('programme', 'assessor')", name=op.f("ck_alias_kind")),
    )


def _moderation() -> None:
    op.create_table(
        "moderation",
        sa.Column("pk", sa.Integer(), nullable=False),
        sa.Column("participant_id", sa.Text(), nullable=False),
        sa.Column("question", sa.Text(), nullable=False),
        sa.Column("programme_id", sa.Text(), nullable=True),
        sa.Column("settled", sa.Text(), nullable=True),
        sa.Column("mean", sa.Text(), nullable=True),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("assessor_id", sa.Text(), nullable=True),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.PrimaryKeyConstraint("pk", name=op.f("pk_moderation")),
        sa.ForeignKeyConstraint(
            ["participant_id"],
            ["participant.id"],
            name=op.f("fk_moderation_participant_id_participant"),
        ),
        sa.ForeignKeyConstraint(
            ["programme_id"], ["programme.id"], name=op.f("fk_moderation_programme_id_programme")
        ),
        sa.ForeignKeyConstraint(
            ["assessor_id"], ["assessor.id"], name=op.f("fk_moderation_assessor_id_assessor")
        ),
    )
    op.create_index(op.f("ix_moderation_assessor_id"), "moderation", ["assessor_id"])
    op.create_index(op.f("ix_moderation_participant_id"), "moderation", ["participant_id"])
    op.create_index(op.f("ix_moderation_programme_id"), "moderation", ["programme_id"])
