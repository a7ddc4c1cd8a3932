"""Whose the pictures are, in the interface's language: ARASAAC's credit in its own words."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from pictograms.attribution import Attribution


def credit() -> str:
    """The long form of the attribution that ARASAAC's terms of use ask for."""
    return QCoreApplication.translate(
        "credit",
        "The pictographic symbols used are the property of the Government of Aragón and have "
        "been created by Sergio Palao for ARASAAC (http://www.arasaac.org), that distributes "
        "them under Creative Commons License BY-NC-SA.",
    )


def others(found: Sequence[Attribution]) -> str:
    """Who else made pictures and sounds of these boards, under which licences; empty if nobody."""
    if not found:
        return ""
    heading = QCoreApplication.translate("credit", "Other pictures and sounds on these boards:")
    return "\n".join((heading, *(f"· {one}" for one in found)))
