"""The commands that set up, run and test the program, and the promises of its front matter."""

from __future__ import annotations

import importlib
import os
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from packaging.markers import default_environment
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parent.parent
PYPROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
SCRIPTS = ["packaging/run", "packaging/test", ".ci/run"]
README_FILES = ["README.md", "README.es.md"]


def call(*command: str | Path, **options: object) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [str(word) for word in command], capture_output=True, text=True, check=False, **options
    )


def code_lines(document: str) -> list[str]:
    """The lines in the code blocks of a Markdown file."""
    blocks = re.findall(r"(?ms)^```\w+\n(.*?)^```", (ROOT / document).read_text("utf-8"))
    return [line for block in blocks for line in block.splitlines()]


def constraints() -> list[Requirement]:
    lines = (ROOT / "packaging" / "constraints.txt").read_text("utf-8").splitlines()
    return [Requirement(line) for line in lines if not line.startswith("#")]


def test_the_folder_packaging_hides_no_library():
    # With an __init__.py, `import packaging.version` would find this folder from the root.
    assert not (ROOT / "packaging" / "__init__.py").exists()
    found = call(sys.executable, "-c", "import packaging.version as v; print(v.__file__)", cwd=ROOT)
    assert found.returncode == 0, found.stderr
    assert ROOT / "packaging" not in Path(found.stdout.strip()).parents


@pytest.mark.parametrize("script", SCRIPTS)
def test_a_script_can_be_called(script):
    path = ROOT / script
    assert os.access(path, os.X_OK)
    assert path.read_text("utf-8").startswith("#!/bin/sh\n")
    for shell in ("sh", "bash"):
        if shutil.which(shell):
            assert call(shell, "-n", path).stderr == ""


@pytest.mark.skipif(not shutil.which("shellcheck"), reason="needs shellcheck")
def test_shellcheck_finds_nothing():
    scripts = [*SCRIPTS, "packaging/prepare.sh"]
    assert call("shellcheck", "-x", *scripts, cwd=ROOT).stdout == ""


@pytest.mark.parametrize("script", PYPROJECT["project"]["scripts"].values())
def test_a_console_script_is_there(script):
    module, _, function = script.partition(":")
    assert callable(getattr(importlib.import_module(module), function))


def test_the_constraints_name_one_version_and_no_place():
    for constraint in constraints():
        assert [pin.operator for pin in constraint.specifier] == ["=="], constraint
        assert not constraint.url, constraint
        assert not constraint.extras, constraint
        # pip stops at a kernel called 6.8.0-45-generic, which is no version.
        assert "platform_release" not in str(constraint.marker)


@pytest.mark.parametrize("python", ["3.11", "3.12", "3.13"])
@pytest.mark.parametrize("system", ["linux", "darwin", "win32"])
def test_the_constraints_meet_every_requirement(python, system):
    environment = default_environment() | {
        "python_version": python,
        "python_full_version": f"{python}.1",
        "sys_platform": system,
    }
    pins: dict[str, str] = {}
    for constraint in constraints():
        if constraint.marker is None or constraint.marker.evaluate(environment):
            name = canonicalize_name(constraint.name)
            assert name not in pins
            pins[name] = next(iter(constraint.specifier)).version
    project = PYPROJECT["project"]
    wanted = [*PYPROJECT["build-system"]["requires"], *project["dependencies"]]
    wanted += [line for extra in project["optional-dependencies"].values() for line in extra]
    for requirement in map(Requirement, wanted):
        if requirement.marker is None or requirement.marker.evaluate(environment):
            assert pins[canonicalize_name(requirement.name)] in requirement.specifier


@pytest.mark.parametrize("document", [*README_FILES, "NOTICE.md", "CHANGELOG.md"])
def test_the_files_that_a_document_shows_are_there(document):
    text = (ROOT / document).read_text("utf-8")
    for target in re.findall(r"\]\(([^)#]+)(?:#[^)]*)?\)", text):
        assert "://" in target or (ROOT / target).is_file(), target


@pytest.mark.parametrize("document", README_FILES)
def test_the_commands_that_a_readme_shows_exist(document):
    lines = code_lines(document)
    for line in lines:
        if line.startswith("packaging/"):
            assert os.access(ROOT / line.split()[0], os.X_OK), line
    scripts = PYPROJECT["project"]["scripts"]
    for line in lines:
        for script in re.findall(r"[\\/](aac-[a-z]+)", line):
            assert script in scripts, line


@pytest.mark.parametrize("document", README_FILES)
def test_the_arguments_that_a_readme_shows_are_understood(document):
    from aac_app.__main__ import build_parser

    shown = [line.split()[1:] for line in code_lines(document) if line.startswith("packaging/run ")]
    assert len(shown) >= 4
    for arguments in shown:
        build_parser().parse_args(arguments)  # exits where one is unknown


def test_the_readmes_show_the_same_commands():
    english, spanish = (
        {line.split()[0] for line in code_lines(document)} for document in README_FILES
    )
    assert english - spanish == {"packaging/test"}  # for developers, in English only
    assert spanish <= english


def test_a_readme_installs_without_a_compiler_all_else_that_is_needed():
    dependencies = {Requirement(line).name for line in PYPROJECT["project"]["dependencies"]}
    lines = [line for line in code_lines("README.md") if "PySide6-Essentials" in line]
    for line in lines:
        assert dependencies - set(line.split()) == {"llama-cpp-python"}
    assert lines


@pytest.mark.parametrize(
    "credit",
    [
        "Los símbolos pictográficos utilizados son propiedad del Gobierno de Aragón y han sido "
        "creados por Sergio Palao para ARASAAC (http://www.arasaac.org), que los distribuye bajo "
        "Licencia Creative Commons BY-NC-SA.",
        "The pictographic symbols used are the property of the Government of Aragón and have been "
        "created by Sergio Palao for ARASAAC (http://www.arasaac.org), that distributes them under "
        "Creative Commons License BY-NC-SA.",
        "Autor pictogramas: Sergio Palao. Origen: ARASAAC (http://www.arasaac.org). "
        "Licencia: CC (BY-NC-SA). Propiedad: Gobierno de Aragón (España)",
        "Pictograms author: Sergio Palao. Origin: ARASAAC (http://www.arasaac.org). "
        "License: CC (BY-NC-SA). Owner: Government of Aragon (Spain)",
    ],
    ids=["es-long", "en-long", "es-short", "en-short"],
)
def test_the_notice_credits_arasaac_in_its_own_words(credit):
    assert credit in (ROOT / "NOTICE.md").read_text("utf-8")


def test_every_library_is_in_the_notice():
    notice = (ROOT / "NOTICE.md").read_text("utf-8").lower()
    for line in PYPROJECT["project"]["dependencies"]:
        assert Requirement(line).name.lower().removesuffix("-essentials") in notice


def test_no_file_names_a_place_where_it_was_made():
    if not shutil.which("git") or not (ROOT / ".git").exists():
        pytest.skip("needs the repository")
    # In halves, so that this file does not name them.
    names = [f"{name}.org" for name in ("pypi", "pythonhosted", "deb.debian", "registry.npmjs")]
    names += [f"{ROOT}/", f"{ROOT.parent / 'shared'}/"]
    found = call("git", "grep", "-IlF", *(f"-e{name}" for name in names), cwd=ROOT)
    assert found.stdout.split() == []
