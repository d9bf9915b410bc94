"""Files that go out and come back: Excel workbooks. Knows no database."""
