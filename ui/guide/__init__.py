"""The user guide inside the window; its text lies in resources/guide, a folder a language."""
