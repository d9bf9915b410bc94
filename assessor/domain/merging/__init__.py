"""What becomes of returned sheets: decisions as pure functions over what is known."""
