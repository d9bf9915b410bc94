"""The annex of the letter: what stands on it, the same for the workbook and for print."""
