"""The text model: a base text that never changes, and layers of annotations about it."""

from toolkit.text.annotation import Annotation, Attributes, Cert
from toolkit.text.document import Document, Field
from toolkit.text.layer import Layer
from toolkit.text.span import Span

__all__ = ["Annotation", "Attributes", "Cert", "Document", "Field", "Layer", "Span"]
