"""Verbs by what people do with them: asked of others, complained of, said of things only."""

from __future__ import annotations

from models.spanish.wordlist import listed

OF_THINGS = listed(
    """
    fácil difícil posible imposible importante interesante caro barato gratis necesario
    peligroso justo injusto obligatorio verdad cierto falso mentira urgente divertido aburrido
    genial guay bonito horrible chulo molón rico asqueroso
    """
)
"""ser with one of these and no subject is said of a thing."""


THING_STATES = listed(
    """
    roto abierto cerrado encendido apagado lleno vacío estropeado quemado crudo caducado cocido
    duro blando salado soso rico bueno delicioso asqueroso caliente frío podrido enchufado
    """
)
"""estar with one of these and no subject is said of a thing."""


CALLED = listed(
    """
    venir mirar escuchar esperar ayudar oír parar callar despertar levantar sentar
    sentarse levantarse despertarse callarse
    """
)
"""«venir, mamá» calls her: these do not ask for somebody to do it to."""


CARE = listed(
    """
    limpiar lavar bañar vestir peinar cambiar poner quitar levantar acostar sentar tapar arropar
    mover girar rascar secar cortar atar abrochar abrir cerrar dar traer llevar leer contar
    cantar enseñar explicar decir pasar acercar subir bajar sacar coger ayudar esperar mirar
    escuchar dejar soltar llamar buscar acompañar avisar comprar preparar calentar pelar duchar
    afeitar cepillar servir prestar devolver hacer dibujar escribir grabar curar aupar sujetar
    columpiar balancear mandar enviar regalar perdonar creer recoger guardar despertar tumbar
    desabrochar quitarse sonar maquillar pintar colocar trocear aflojar ajustar triturar desatar
    enchufar remangar presentar
    """
)
"""What people ask others to do for them: with *yo* behind it the listener does it to me."""


COMPLAINTS = listed(
    """
    gritar mentir molestar roncar reír llorar chillar enfadar fastidiar oler
    """
)


PERSON_OBJECTS = listed(
    """
    querer ver amar odiar necesitar llamar buscar esperar conocer entender escuchar oír perdonar
    felicitar ayudar creer preferir recordar
    """
) | {"echar de menos", "extrañar"}


COMING = listed("llegar acabar terminar empezar comenzar venir")
"""What a season or feast does by itself: llega la primavera."""


UNACCUSATIVE = listed(
    """
    venir llegar morir nacer entrar salir caer volver aparecer desaparecer crecer llorar ladrar
    existir empezar sonar pasar ocurrir suceder brillar cantar gritar dormir marcharse irse
    terminar acabar quedar rugir maullar latir caber caducar fallar explotar arder
    """
)
"""What somebody or something does by itself, so that who stands behind it does it."""


OF_THINGS_ONLY = listed("valer costar funcionar existir servir significar")


def is_thing_verb(verb: str) -> bool:
    """Whether a verb is said of things: servir, costar, significar."""
    return verb in OF_THINGS_ONLY
