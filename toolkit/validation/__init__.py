"""Check: what is wrong with a TEI document, and where; nothing is mended.

``toolkit.validation.run.check`` is the whole of it for one document, a file or bytes in memory.
"""
