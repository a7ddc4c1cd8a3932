"""The remarks of an import report in the interface's words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from pictograms.import_report import Reason, Remark


def remark_text(remark: Remark) -> str:
    """What became of one thing of the file, with its name."""
    told = _reasons().get(remark.reason, remark.reason.value).format(remark.detail)
    return f"{remark.name}: {told}" if remark.name else told


def _reasons() -> dict[Reason, str]:
    return {**_kept(), **_dropped()}


def _kept() -> dict[Reason, str]:
    translate = QCoreApplication.translate
    return {
        Reason.BAR: translate("import", "is the message bar, which the window has already"),
        Reason.CONTROLS: translate(
            "import", "its row of controls is left to the window's own buttons"
        ),
        Reason.FRAME: translate(
            "import", "its words were put on every board that shows it ({} boards)"
        ),
        Reason.SHARED_SPACE: translate(
            "import", "overlapped another button and was moved to a free place"
        ),
        Reason.SMALLER: translate("import", "overlapped another button and was made smaller"),
        Reason.SQUEEZED: translate(
            "import", "its grid of {} was drawn together; nothing changed sides"
        ),
        Reason.LAID_OUT: translate(
            "import", "has no grid; its buttons were laid out in their order"
        ),
        Reason.LEADS_NOWHERE: translate("import", "leads to a board that is not in the file ({})"),
        Reason.SILENT_LINK: translate("import", "opens a board without saying its word first"),
        Reason.OTHER_LANGUAGE: translate(
            "import", "has no word in the language asked for; taken in {}"
        ),
        Reason.LANGUAGE: translate(
            "import", "the language asked for is not in the file; taken in {}"
        ),
        Reason.KEY_AS_WORD: translate(
            "import", "its word is looked up in the other program; taken as {}"
        ),
        Reason.WORD_FORMS: translate(
            "import", "its word forms are kept; sentences are inflected by the engine ({})"
        ),
        Reason.REMOTE_PICTURE: translate(
            "import", "its picture is on the network and was not fetched ({})"
        ),
        Reason.SET_PICTURE: translate(
            "import", "its picture belongs to a set that the file does not carry ({})"
        ),
        Reason.KEPT_ACTION: translate(
            "import",
            "does something that this program does not know ({}); it is kept for other programs",
        ),
        Reason.LETTER_BY_LETTER: translate(
            "import", "deletes the last letter or word, not always one letter"
        ),
        Reason.WORDLESS: translate(
            "import", "has a picture and no word; it does nothing when it is chosen"
        ),
        Reason.MISSING_FILE: translate("import", "its picture or sound is not in the file ({})"),
        Reason.CUT: translate("import", "its text was cut to {} characters"),
        Reason.SEVERAL_LINKS: translate("import", "led to several boards; the first was taken"),
    }


def _dropped() -> dict[Reason, str]:
    translate = QCoreApplication.translate
    return {
        Reason.WEB_PAGE: translate("import", "opened a web page ({})"),
        Reason.NETWORK: translate("import", "sent something to another device or service ({})"),
        Reason.SYSTEM: translate("import", "commanded the computer ({})"),
        Reason.MEDIA: translate("import", "played something from the network ({})"),
        Reason.CHANGE_LANGUAGE: translate("import", "changed the language ({})"),
        Reason.CHANGE_FORM: translate("import", "changed the form of words ({})"),
        Reason.SEARCH: translate("import", "opened a search for words"),
        Reason.OTHER_ACTION: translate(
            "import", "did something that this program does not know ({})"
        ),
        Reason.ELEMENT: translate(
            "import", "is a part that this program does not have ({}); it is kept hidden"
        ),
        Reason.BAD_PICTURE: translate("import", "its picture was left out: it {}"),
        Reason.BAD_SOUND: translate("import", "its sound was left out: it {}"),
        Reason.DICTIONARY: translate("import", "a list of words for prediction ({})"),
        Reason.INPUT_SETTINGS: translate(
            "import", "settings of scanning, dwelling and looks; they are set here anew"
        ),
        Reason.STATIONS: translate("import", "radio stations ({})"),
    }
