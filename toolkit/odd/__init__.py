"""The ODD processor: TEI P5 as data, and customisations compiled from it.

An ODD (one document does it all) describes a schema and its documentation in TEI. The steps:
``read`` takes specifications out of XML, ``combine`` selects and merges them along a chain of
ODDs, ``to_rng``, ``to_schematron``, ``to_json`` and ``to_docs`` make one product each, and
``explain`` looks things up. Guidelines: TD, USE.
"""
