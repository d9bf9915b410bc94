"""Show the regions of a database in a bare table; end after the first paint.

Imports what the programme cannot do without, PySide6's widgets and SQLAlchemy's ORM, and no more.
"""

import sys

from PySide6.QtCore import QTimer
from PySide6.QtGui import QPaintEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QApplication, QMainWindow, QTableView
from sqlalchemy import create_engine, select
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column


class Base(DeclarativeBase):
    """Base of the one table."""


class Region(Base):
    """A region."""

    __tablename__ = "region"

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    kind: Mapped[str]
    province: Mapped[str]


class Participant(Base):
    """A region in a round."""

    __tablename__ = "participant"

    id: Mapped[str] = mapped_column(primary_key=True)
    region_id: Mapped[int]


class Window(QMainWindow):
    """Ends the program once it is painted."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint, and end."""
        super().paintEvent(event)
        QTimer.singleShot(0, QApplication.quit)


def main(path: str) -> int:
    """Show the table."""
    application = QApplication(sys.argv[:1])
    engine = create_engine(f"sqlite:///{path}")
    model = QStandardItemModel()
    with Session(engine) as session:
        statement = select(Region).join(Participant, Participant.region_id == Region.id)
        for region in session.scalars(statement):
            cells = (str(region.id), region.name, region.kind, region.province)
            model.appendRow([QStandardItem(cell) for cell in cells])
    table = QTableView()
    table.setModel(model)
    window = Window()
    window.setCentralWidget(table)
    window.resize(1280, 700)
    window.show()
    return application.exec()


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1]))
