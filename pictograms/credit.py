"""Whose pictures they are: ARASAAC's credit, word for word, and the licence.

The texts are the ones that ARASAAC asks for (https://arasaac.org/terms-of-use); do not
rephrase them. The long one stands wherever there is room.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from pictograms.board import License

LICENSE_TYPE = "CC BY-NC-SA 4.0"
LICENSE_URL = "https://creativecommons.org/licenses/by-nc-sa/4.0/"

CREDIT: Mapping[str, str] = MappingProxyType(
    {
        "es": (
            "Los símbolos pictográficos utilizados son propiedad del Gobierno de Aragón y han "
            "sido creados por Sergio Palao para ARASAAC (http://www.arasaac.org), que los "
            "distribuye bajo Licencia Creative Commons BY-NC-SA."
        ),
        "en": (
            "The pictographic symbols used are the property of the Government of Aragón and "
            "have been created by Sergio Palao for ARASAAC (http://www.arasaac.org), that "
            "distributes them under Creative Commons License BY-NC-SA."
        ),
    }
)
SHORT_CREDIT: Mapping[str, str] = MappingProxyType(
    {
        "es": (
            "Autor pictogramas: Sergio Palao. Origen: ARASAAC (http://www.arasaac.org). "
            "Licencia: CC (BY-NC-SA). Propiedad: Gobierno de Aragón (España)"
        ),
        "en": (
            "Pictograms author: Sergio Palao. Origin: ARASAAC (http://www.arasaac.org). "
            "License: CC (BY-NC-SA). Owner: Government of Aragon (Spain)"
        ),
    }
)
LICENSE_TEXT = f"{LICENSE_TYPE} {LICENSE_URL}\n\n{CREDIT['es']}\n\n{CREDIT['en']}\n"


def image_license(identity: int, language: str) -> License:
    """The licence that a board states for one of ARASAAC's pictures."""
    return License(
        type="CC BY-NC-SA",
        copyright_notice_url=LICENSE_URL,
        source_url=f"https://arasaac.org/pictograms/{language}/{identity}",
        author_name="Sergio Palao (ARASAAC, Gobierno de Aragón)",
        author_url="https://arasaac.org",
    )
