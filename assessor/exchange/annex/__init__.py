"""The annex of the letter and the team's ranking as workbooks."""
