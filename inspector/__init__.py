"""Open, read and describe model checkpoints without executing anything in them."""

__version__ = "0.1.0"
