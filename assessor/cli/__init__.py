"""The services from a terminal, without a window; docs/command-line.md is the contract."""

from assessor.cli.running import run

__all__ = ["run"]
