"""The screens; none knows another, `ui.application` joins them."""
