"""What runs under a Python that has torch: the standard library, torch and this folder alone.

Needs Python 3.10 and torch 2.2. Nothing outside of this folder imports it; it is started by
`inspector.torchbridge.process` and told what to do in one line of JSON.
"""
