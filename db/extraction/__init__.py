"""Reads the words out of documents that people import, in a process of its own: what a file holds is not to be trusted.

`process.extract` starts that process; all else here but `document` and `limits` runs inside it.
"""
