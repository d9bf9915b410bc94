"""Published tables of earlier years: looked at row by row, taken in, taken back."""
