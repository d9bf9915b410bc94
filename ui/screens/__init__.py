"""The screens; none knows another, `ui.session` joins them."""
