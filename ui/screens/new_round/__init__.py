"""Starting a round: its letter, its instruments, its participants."""
