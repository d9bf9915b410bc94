"""The letter's annex and the team's ranking as files."""
