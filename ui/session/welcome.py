"""The first start."""

from ui.session.stage import Stage
from ui.session.ways import Ways


def show_welcome(stage: Stage, ways: Ways) -> None:
    """Ask who scores here; built anew each time."""
    from ui.screens.welcome.presenter import WelcomeExits, WelcomePresenter
    from ui.screens.welcome.view import WelcomeView

    exits = WelcomeExits(
        use_language=stage.frame.use_language,
        open_round=ways.open_round,
        new_round=ways.show_new_round,
        open_workspace=stage.frame.choose_workspace,
    )
    services = (stage.workspace.people, stage.workspace.rounds)
    view = WelcomeView()
    welcome = WelcomePresenter(view, services, stage.events, exits)
    stage.show(welcome)
    stage.let_go(welcome)
    view.name.setFocus()
