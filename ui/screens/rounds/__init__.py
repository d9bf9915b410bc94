"""The rounds of the workspace."""
