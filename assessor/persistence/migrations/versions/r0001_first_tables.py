"""The tables of the first release."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create all tables in an empty file."""
    _people_and_places()
    _rounds()
    _assessments()
    _answers()


def _people_and_places() -> None:
    op.create_table(
        "setting",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("value", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_setting")),
    )
    op.create_table(
        "assessor",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("institution", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_assessor")),
    )
    op.create_table(
        "region",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("province", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_region")),
    )
    op.create_table(
        "region_code",
        sa.Column("regulation", sa.Text(), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("region_id", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("regulation", "code", name=op.f("pk_region_code")),
        sa.ForeignKeyConstraint(
            ["region_id"], ["region.id"], name=op.f("fk_region_code_region_id_region")
        ),
    )
    op.create_index(op.f("ix_region_code_region_id"), "region_code", ["region_id"])


def _rounds() -> None:
    op.create_table(
        "instrument",
        sa.Column("pk", sa.Integer(), nullable=False),
        sa.Column("instrument_id", sa.Text(), nullable=False),
        sa.Column("checksum", sa.Text(), nullable=False),
        sa.Column("definition", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("pk", name=op.f("pk_instrument")),
        sa.UniqueConstraint(
            "instrument_id", "checksum", name=op.f("uq_instrument_instrument_id_checksum")
        ),
    )
    op.create_table(
        "round",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("stage", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("letter_number", sa.Text(), nullable=False),
        sa.Column("letter_date", sa.Date(), nullable=True),
        sa.Column("starts_on", sa.Date(), nullable=True),
        sa.Column("ends_on", sa.Date(), nullable=True),
        sa.Column("is_demonstration", sa.Boolean(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_round")),
    )
    op.create_table(
        "cohort",
        sa.Column("pk", sa.Integer(), nullable=False),
        sa.Column("round_id", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("instrument_pk", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("pk", name=op.f("pk_cohort")),
        sa.UniqueConstraint("round_id", "name", name=op.f("uq_cohort_round_id_name")),
        sa.ForeignKeyConstraint(["round_id"], ["round.id"], name=op.f("fk_cohort_round_id_round")),
        sa.ForeignKeyConstraint(
            ["instrument_pk"], ["instrument.pk"], name=op.f("fk_cohort_instrument_pk_instrument")
        ),
    )
    op.create_index(op.f("ix_cohort_instrument_pk"), "cohort", ["instrument_pk"])
    op.create_table(
        "participant",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("round_id", sa.Text(), nullable=False),
        sa.Column("region_id", sa.Integer(), nullable=False),
        sa.Column("cohort_pk", sa.Integer(), nullable=False),
        sa.Column("takes_part", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_participant")),
        sa.UniqueConstraint(
            "round_id", "region_id", name=op.f("uq_participant_round_id_region_id")
        ),
        sa.ForeignKeyConstraint(
            ["round_id"], ["round.id"], name=op.f("fk_participant_round_id_round")
        ),
        sa.ForeignKeyConstraint(
            ["region_id"], ["region.id"], name=op.f("fk_participant_region_id_region")
        ),
        sa.ForeignKeyConstraint(
            ["cohort_pk"], ["cohort.pk"], name=op.f("fk_participant_cohort_pk_cohort")
        ),
    )
    op.create_index(op.f("ix_participant_cohort_pk"), "participant", ["cohort_pk"])
    op.create_index(op.f("ix_participant_region_id"), "participant", ["region_id"])


def _assessments() -> None:
    op.create_table(
        "programme",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("participant_id", sa.Text(), nullable=False),
        sa.Column("pillar", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("is_removed", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_programme")),
        sa.ForeignKeyConstraint(
            ["participant_id"],
            ["participant.id"],
            name=op.f("fk_programme_participant_id_participant"),
        ),
    )
    op.create_index(op.f("ix_programme_participant_id"), "programme", ["participant_id"])
    op.create_table(
        "assessment",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("participant_id", sa.Text(), nullable=False),
        sa.Column("assessor_id", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("base_revision", sa.Integer(), nullable=False),
        sa.Column("exported_revision", sa.Integer(), nullable=False),
        sa.Column("changed_at", sa.DateTime(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_assessment")),
        sa.UniqueConstraint(
            "participant_id", "assessor_id", name=op.f("uq_assessment_participant_id_assessor_id")
        ),
        sa.CheckConstraint("state IN ('draft', 'final')", name=op.f("ck_assessment_state")),
        sa.CheckConstraint("revision >= 1", name=op.f("ck_assessment_revision")),
        sa.ForeignKeyConstraint(
            ["participant_id"],
            ["participant.id"],
            name=op.f("fk_assessment_participant_id_participant"),
        ),
        sa.ForeignKeyConstraint(
            ["assessor_id"], ["assessor.id"], name=op.f("fk_assessment_assessor_id_assessor")
        ),
    )
    op.create_index(op.f("ix_assessment_assessor_id"), "assessment", ["assessor_id"])
    op.create_table(
        "programme_note",
        sa.Column("assessment_id", sa.Text(), nullable=False),
        sa.Column("programme_id", sa.Text(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("assessment_id", "programme_id", name=op.f("pk_programme_note")),
        sa.ForeignKeyConstraint(
            ["assessment_id"],
            ["assessment.id"],
            name=op.f("fk_programme_note_assessment_id_assessment"),
        ),
        sa.ForeignKeyConstraint(
            ["programme_id"],
            ["programme.id"],
            name=op.f("fk_programme_note_programme_id_programme"),
        ),
    )
    op.create_table(
        "narrative",
        sa.Column("assessment_id", sa.Text(), nullable=False),
        sa.Column("section", sa.Text(), nullable=False),
        sa.Column("content", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("assessment_id", "section", name=op.f("pk_narrative")),
        sa.ForeignKeyConstraint(
            ["assessment_id"], ["assessment.id"], name=op.f("fk_narrative_assessment_id_assessment")
        ),
    )


def _answers() -> None:
    op.create_table(
        "answer",
        sa.Column("pk", sa.Integer(), nullable=False),
        sa.Column("assessment_id", sa.Text(), nullable=False),
        sa.Column("question", sa.Text(), nullable=False),
        sa.Column("programme_id", sa.Text(), nullable=True),
        sa.Column("points", sa.Integer(), nullable=True),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("is_marked", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("pk", name=op.f("pk_answer")),
        sa.CheckConstraint("points BETWEEN 0 AND 4", name=op.f("ck_answer_points")),
        sa.CheckConstraint("points IS NULL OR reason IS NULL", name=op.f("ck_answer_one_meaning")),
        sa.ForeignKeyConstraint(
            ["assessment_id"], ["assessment.id"], name=op.f("fk_answer_assessment_id_assessment")
        ),
        sa.ForeignKeyConstraint(
            ["programme_id"], ["programme.id"], name=op.f("fk_answer_programme_id_programme")
        ),
    )
    op.create_index(op.f("ix_answer_programme_id"), "answer", ["programme_id"])
    op.create_index(
        "uq_answer_city",
        "answer",
        ["assessment_id", "question"],
        unique=True,
        sqlite_where=sa.text("programme_id IS NULL"),
        postgresql_where=sa.text("programme_id IS NULL"),
    )
    op.create_index(
        "uq_answer_programme",
        "answer",
        ["assessment_id", "question", "programme_id"],
        unique=True,
        sqlite_where=sa.text("programme_id IS NOT NULL"),
        postgresql_where=sa.text("programme_id IS NOT NULL"),
    )
    op.create_table(
        "evidence",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("assessment_id", sa.Text(), nullable=False),
        sa.Column("question", sa.Text(), nullable=True),
        sa.Column("programme_id", sa.Text(), nullable=True),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("link", sa.Text(), nullable=False),
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("is_removed", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_evidence")),
        sa.ForeignKeyConstraint(
            ["assessment_id"], ["assessment.id"], name=op.f("fk_evidence_assessment_id_assessment")
        ),
        sa.ForeignKeyConstraint(
            ["programme_id"], ["programme.id"], name=op.f("fk_evidence_programme_id_programme")
        ),
    )
    op.create_index(op.f("ix_evidence_assessment_id"), "evidence", ["assessment_id"])
    op.create_index(op.f("ix_evidence_programme_id"), "evidence", ["programme_id"])
    op.create_table(
        "change",
        sa.Column("pk", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("assessor_id", sa.Text(), nullable=True),
        sa.Column("assessment_id", sa.Text(), nullable=True),
        sa.Column("field", sa.Text(), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("programme_id", sa.Text(), nullable=True),
        sa.Column("old", sa.JSON(), nullable=False),
        sa.Column("new", sa.JSON(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("via", sa.Text(), nullable=False),
        sa.Column("standing", sa.Text(), nullable=False),
        sa.Column("edit", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("pk", name=op.f("pk_change")),
        sa.CheckConstraint(
            "standing IN ('done', 'undone', 'fixed')", name=op.f("ck_change_standing")
        ),
        sa.CheckConstraint("via IN ('edit', 'undo', 'redo')", name=op.f("ck_change_via")),
        sa.ForeignKeyConstraint(
            ["assessor_id"], ["assessor.id"], name=op.f("fk_change_assessor_id_assessor")
        ),
        sa.ForeignKeyConstraint(
            ["assessment_id"], ["assessment.id"], name=op.f("fk_change_assessment_id_assessment")
        ),
    )
    op.create_index("ix_change_assessment_standing", "change", ["assessment_id", "standing"])
    op.create_index(op.f("ix_change_assessor_id"), "change", ["assessor_id"])
