"""What the screens for letters share: the form, the pages beside it, writing the files."""
