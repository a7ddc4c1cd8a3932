"""What something is measured or held by: *a cup of tea*, *un vaso de agua*."""

from __future__ import annotations

from typing import Final

from models.checking.words import listed

_ENGLISH: Final = listed(
    "lots lot cup cups glass glasses bottle bottles piece pieces slice slices pair pairs bit box "
    "boxes bag bags end bunch tin tins can cans bowl bowls ball pile tray jar jars mug jug pint "
    "pints packet packets pack loaf loaves bar bars spoonful spoon plate bucket pot tub tube "
    "carton roll sheet sheets stack handful drop drops sip bite row set group crowd herd flock "
    "kind portion helping kilo kilos litre litres"
)
_SPANISH: Final = listed(
    "poco vaso vasos taza tazas trozo trozos botella botellas plato rodaja rodajas caja cajas "
    "bolsa bolsas par fin ramo lata latas bol montón bandeja tarro jarra paquete paquetes barra "
    "barras cucharada cubo olla tubo rollo hoja hojas puñado gota gotas sorbo mordisco fila grupo "
    "rebaño tipo ración kilo kilos litro litros ovillo tableta"
)
MEASURES: Final = _ENGLISH | _SPANISH
