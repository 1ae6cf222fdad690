"""Edits: small values that turn a checkpoint into another and share all they do not change."""
