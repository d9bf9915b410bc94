"""The panel of each region of a round: what its assessors say, settle, and how far they agree."""
