"""Letters as Word documents, for signing elsewhere."""
