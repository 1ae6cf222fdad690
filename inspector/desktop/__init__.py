"""What makes the program at home on a desktop: file associations and one window for all starts.

Nothing here knows Qt. What is to be written is a pure function of where; writing is separate.
"""
