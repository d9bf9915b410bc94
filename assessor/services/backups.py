"""Backups of a workspace, what to do about a damaged one, and its check."""

from assessor.persistence.backup import (
    Backup,
    Occasion,
    back_up,
    backup_of_lost,
    backup_path,
    daily_backup,
    newest_good_backup,
)
from assessor.persistence.integrity import defects
from assessor.persistence.recovery import recover, set_aside
from assessor.persistence.trial import Trial, try_newest_backup

__all__ = [
    "Backup",
    "Occasion",
    "Trial",
    "back_up",
    "backup_of_lost",
    "backup_path",
    "daily_backup",
    "defects",
    "newest_good_backup",
    "recover",
    "set_aside",
    "try_newest_backup",
]
