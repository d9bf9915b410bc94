"""Files that go to people and come back; knows no database."""
