"""Verbs whose stem changes under stress, by the kind of change. Data only.

The lists hold simple verbs; compounds with re-, des-, en-... take after them (`conjugator`).
"""

from __future__ import annotations

from models.spanish.wordlist import listed, sequence

IE = listed(
    """
    acertar acrecentar alentar apacentar apretar arrendar ascender asentar atender atestar
    atravesar calentar cegar cerner cernir cerrar comenzar concernir concertar condescender
    confesar contender defender desmembrar despertar desterrar discernir descender desplegar
    distender empedrar empezar encender encerrar encomendar enmendar entender enterrar
    escarmentar extender fregar gobernar hacendar heder helar hender herrar incensar invernar
    manifestar mentar merendar negar nevar pensar perder perniquebrar plegar quebrar querer
    recomendar regar remendar requebrar restregar reventar segar sembrar sentar serrar sosegar
    subarrendar temblar tentar tender tener transcender trascender trasegar tropezar venir
    verter hendir aserrar cimentar adquirir inquirir ensangrentar desconcertar soterrar replegar
    despernar entremezar sobrentender sobreentender desatender desentender malentender
    salpimentar desalentar atrasegar derrengar desherrar enhestar aventar renegar denegar
    abnegar
    """
)
"""e to ie (i to ie in adquirir): cierro, cerramos."""


UE = listed(
    """
    absolver acordar acostar agorar almorzar amolar apostar aprobar asolar avergonzar cocer
    colar colgar comprobar concordar consolar contar costar degollar demoler demostrar denostar
    descolgar descollar desollar desvergonzar disolver doler emporcar encontrar encordar
    engrosar escocer esforzar follar forzar holgar hollar jugar llover moler morder mostrar
    mover oler poblar poder probar recordar recostar reforzar regoldar renovar resollar resolver
    resonar retorcer revolcar revolver rodar rogar solar soldar soler soltar sonar soñar tostar
    tronar trocar torcer volar volcar volver trastrocar desflocar acornar trasvolar trascolar
    enrodar encovar desosar improbar reprobar desaprobar entortar despoblar repoblar aforar
    amoblar condoler desacordar discordar contorcer distorcer
    """
)
"""o to ue (u to ue in jugar): cuento, contamos."""


E_TO_I = listed(
    """
    ceñir colegir comedir competir concebir conseguir corregir decir derretir despedir desteñir
    desvestir elegir embestir engreír expedir freír gemir henchir heñir impedir investir medir
    pedir perseguir proseguir regir reír rendir reñir repetir revestir seguir servir sonreír
    teñir vestir bendecir maldecir predecir desdecir contradecir constreñir estreñir desleír
    sofreír refreír reelegir travestir desmedir reexpedir desceñir astreñir
    """
)
"""e to i: pido, pidió, pidiendo."""


IE_I = listed(
    """
    adherir advertir arrepentir asentir conferir consentir controvertir convertir deferir
    desmentir diferir digerir disentir divertir erguir herir hervir inferir ingerir injerir
    interferir invertir malherir mentir pervertir preferir presentir proferir referir requerir
    resentir revertir sentir subvertir sugerir transferir zaherir inserir trasferir desadvertir
    """
)
"""e to ie under stress, to i elsewhere: siento, sintió, sintamos."""


UE_U = listed("dormir morir adormir entremorir premorir")
"""o to ue under stress, to u elsewhere: duermo, durmió, durmamos."""


STRESSED_I = listed(
    """
    aliar amnistiar ampliar ansiar arriar ataviar aviar biografiar caligrafiar chirriar ciar
    confiar contrariar criar desafiar descarriar desconfiar desliar desvariar desviar enfriar
    enviar escalofriar espiar esquiar estriar expatriar expiar extasiar extraviar fiar
    fotografiar guiar hastiar liar litografiar malcriar mecanografiar ortografiar piar porfiar
    radiografiar recriar repatriar resfriar rociar telegrafiar taquigrafiar vaciar variar
    gloriar vanagloriar inventariar averiar autografiar airar ahijar aislar cohibir desairar
    enraizar europeizar prohibir hebraizar judaizar desaislar ahitar rehilar sobrehilar amohinar
    autoenviar reenviar ahilar arcaizar descafeinar trailar reliar desenviar cinematografiar
    coreografiar escanografiar esgrafiar tipografiar desahijar
    """
)
"""i with an accent under stress: envío, esquía, aíslo, prohíbe."""


STRESSED_U = listed(
    """
    acentuar actuar atenuar aunar aullar maullar ahumar baular continuar desvirtuar efectuar
    evaluar exceptuar extenuar fluctuar graduar habituar individuar infatuar insinuar
    interactuar mensuar menstruar perpetuar preceptuar puntuar redituar rehusar aupar reunir
    sahumar situar tatuar usufructuar valuar conceptuar deshabituar devaluar contextuar
    desahumar embaular transahumar zahumar fatuar contrapuntuar reevaluar garuar puar reactuar
    """
)
"""u with an accent under stress: actúo, continúa, aúllo, reúne."""


CLASSES = {
    "ie": IE,
    "ue": UE,
    "i": E_TO_I,
    "ie-i": IE_I,
    "ue-u": UE_U,
    "í": STRESSED_I,
    "ú": STRESSED_U,
}
"""The kinds of change by the names that the conjugator uses."""


PREFIXES = sequence(
    """
    contra entre sobre trans tras pre pro des dis con com abs sos man sub re en em im in de ob
    ex per a
    """
)
"""What may stand before a changing verb."""


REGULAR = listed(
    """
    presentar representar pretender contentar compensar recompensar dispensar atestar aterrar
    derrocar atentar intentar anegar conjugar enjugar derogar abrogar subrogar prorrogar
    interrogar arrogar detentar insolar acolar desolar sustentar ostentar potentar
    """
)
"""Verbs that only look like a compound of a changing one."""
