"""All tables of a workspace, wherever their rows are described."""

from typing import Final

from sqlalchemy import MetaData

from assessor.persistence import merge_models, models, paper_models

MODELS: Final = (models, merge_models, paper_models)
"""Importing a module of rows is what makes its tables known."""
METADATA: Final[MetaData] = models.Base.metadata
