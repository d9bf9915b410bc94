"""Charts as plain paint functions: the same for window, picture file and paper."""
