"""The walk: an assessor scores one region after the other, step by step."""
