"""Score sheets for one region, a selection or all."""
