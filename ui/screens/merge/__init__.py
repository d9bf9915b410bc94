"""Returned score sheets: read, looked at, decided, merged, taken back."""
