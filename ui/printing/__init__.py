"""Records onto paper: pages laid out once and painted alike in preview, printer and PDF."""
