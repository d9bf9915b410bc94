"""All tables of a workspace, wherever their rows are described."""

from typing import Final

from sqlalchemy import MetaData

from assessor.persistence import merge_models, models

METADATA: Final[MetaData] = models.Base.metadata

TABLES_OF_MERGING: Final = frozenset(
    row.__tablename__
    for row in (
        merge_models.MergeBatchRow,
        merge_models.MergeFileRow,
        merge_models.MergeEffectRow,
        merge_models.SheetVersionRow,
        merge_models.AliasRow,
        merge_models.ModerationRow,
    )
)
"""Those that came with the second revision."""
