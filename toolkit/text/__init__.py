"""The text model: a base text that never changes, and layers of annotations about it."""

from toolkit.text.annotation import Annotation, Cert
from toolkit.text.document import Document, Field
from toolkit.text.layer import Layer
from toolkit.text.span import Span

__all__ = ["Annotation", "Cert", "Document", "Field", "Layer", "Span"]
