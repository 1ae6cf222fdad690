"""What running a model costs, told from its file."""
