"""What only torch itself can say, asked for in a process of its own. Nothing here is needed."""
