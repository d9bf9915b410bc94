"""What is said about a printed page."""

import datetime as dt
from collections.abc import Iterator

from assessor.domain.figures import show_date
from assessor.domain.page_standing import Cause, PageStanding, Standing, Supersession
from resources.i18n import gettext as _
from resources.i18n import language


def answer_text(answer: PageStanding) -> str:
    """Return the answer about a code: what it is of, and whether it still stands."""
    return "\n".join((_verdict(answer), *_about(answer)))


def _verdict(answer: PageStanding) -> str:
    if answer.standing is Standing.MISTYPED:
        return _(
            "“{code}” is not a code of a printed page; one of its characters is mistyped. "
            "Compare it with the paper and type it again."
        ).format(code=answer.code)
    if answer.standing is Standing.UNKNOWN:
        return _(
            "The code {code} is typed correctly, but no page with it was printed from this "
            "workspace."
        ).format(code=answer.code)
    if answer.standing is Standing.CURRENT:
        return _("Current: the page says what the workspace says.")
    return "\n".join(_reason(one) for one in answer.because)


def _reason(one: Supersession) -> str:
    words = {
        Cause.REVISION: _("Superseded by revision {revision} of {date}, by {assessor}."),
        Cause.CHANGE: _(
            "Superseded: {assessor} changed revision {revision} on {date}, after the printing."
        ),
        Cause.ARRIVAL: _(
            "Superseded: the assessment of {assessor}, revision {revision} of {date}, was added."
        ),
        Cause.DEPARTURE: _(
            "Superseded: the assessment of {assessor} was taken out of the workspace."
        ),
        Cause.MODERATION: _("Superseded by what the panel settled on {date}."),
        Cause.RANK: _(
            "Superseded: other regions' figures moved the rank. The region's own figures stand."
        ),
        Cause.OTHER: _(
            "Superseded: something else on the page changed, such as a name, a programme or last "
            "year's figures."
        ),
    }
    return words[one.cause].format(
        revision=one.revision, assessor=one.assessor, date=_day(one.at) if one.at else ""
    )


def _about(answer: PageStanding) -> Iterator[str]:
    if answer.participant is None or answer.printed_at is None:
        return
    yield _("{region}, {round}").format(
        region=answer.participant.region.name, round=answer.round_name
    )
    if answer.printed_by is None:
        yield _("First printed on {date}.").format(date=_day(answer.printed_at))
    else:
        yield _("First printed on {date} by {person}.").format(
            date=_day(answer.printed_at), person=answer.printed_by.name
        )


def _day(at: dt.datetime) -> str:
    return show_date(at.astimezone().date(), language())
