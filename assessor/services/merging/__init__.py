"""Returned sheets into a workspace: read, looked at, merged as one batch, and taken back."""
