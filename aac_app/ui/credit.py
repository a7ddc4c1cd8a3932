"""ARASAAC's credit, in its own words, in the interface's language."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication


def credit() -> str:
    """The long form of the attribution that ARASAAC's terms of use ask for."""
    return QCoreApplication.translate(
        "credit",
        "The pictographic symbols used are the property of the Government of Aragón and have "
        "been created by Sergio Palao for ARASAAC (http://www.arasaac.org), that distributes "
        "them under Creative Commons License BY-NC-SA.",
    )
