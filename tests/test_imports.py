"""Every module can be imported under its name, whatever was imported before."""

import importlib
import pkgutil
import pydoc
import subprocess
import sys
from types import ModuleType

import pytest

import toolkit

PACKAGES = sorted(m.name for m in pkgutil.iter_modules(toolkit.__path__, "toolkit."))


@pytest.mark.parametrize("name", [name for name in PACKAGES if not name.endswith("__main__")])
def test_a_part_is_a_module_and_no_function(name: str) -> None:
    part = importlib.import_module(name)
    assert isinstance(part, ModuleType)
    assert getattr(toolkit, name.rpartition(".")[2]) is part


@pytest.mark.parametrize("function", ["encode", "check", "render"])
def test_help_shows_the_function(function: str) -> None:
    assert f"{function}(" in pydoc.render_doc(getattr(toolkit, function), renderer=pydoc.plaintext)


def test_a_module_can_be_imported_under_another_name_after_the_functions() -> None:
    program = (
        "from toolkit import check, encode, render\n"
        "import toolkit.rendering.html as h\n"
        "import toolkit.validation.run as r\n"
        "print(h.__name__, r.__name__)"
    )
    made = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert "toolkit.rendering.html toolkit.validation.run" == made.stdout.strip()


@pytest.mark.parametrize("command", ["build", "encode", "render", "export"])
def test_the_help_of_a_command_loads_no_xml_library(command: str) -> None:
    program = (
        "import sys\n"
        "from toolkit.cli import main\n"
        "try:\n"
        f"    main([{command!r}, '--help'])\n"
        "except SystemExit:\n"
        "    sys.exit('lxml' in sys.modules)"
    )
    subprocess.run([sys.executable, "-c", program], capture_output=True, check=True)


def test_an_edition_package_lacks_other_names() -> None:
    with pytest.raises(ImportError, match="Editon"):
        from toolkit.edition import Editon  # type: ignore[attr-defined]  # noqa: F401
