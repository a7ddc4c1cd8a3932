"""The gender of Spanish nouns as far as their form tells it."""

from __future__ import annotations

from models.spanish.wordlist import listed

FEMININE_A = listed(
    """
    agua águila aula área ama arma alma ala ancla ave hada hacha hambre habla haba aya asa alga
    asma ánfora arca ánima ansia arpa acta álgebra ágora
    """
)
"""Feminine nouns with stressed a-: el agua, un águila, las aguas."""


_MASCULINE_IN_A = listed(
    """
    día mapa planeta abracadabra aleluya aneurisma califa cromosoma diafragma dogma esperma
    estigma genoma hematoma iva jesuita lama magma marica melodrama panorama paradigma recluta
    reuma vigía escriba insecticida problema sistema tema programa idioma clima drama poema
    fantasma pijama sofá papá yoga karma panda koala gorila puma tranvía crucigrama pentagrama
    telegrama diagrama organigrama esquema lema aroma diploma síntoma trauma enigma carisma cura
    gurú pirata poeta mediodía guardabosques edema eccema eczema plasma prisma dilema emblema
    teorema axioma vodka tequila sida maná champán anagrama pictograma ideograma holograma
    nirvana buda monarca patriarca autómata acróbata déspota cuentacuentos chupa-chups
    chupachups quinqué bisté extra telesilla guardarropa karateca yudoca salvavidas rompecabezas
    """
)


_FEMININE_IN_O = listed("mano foto moto radio libido soprano polio dinamo nao magneto expo")


_FEMININE_IN_E = listed(
    """
    leche carne nube aeronave medianoche pirámide boutique imperdible cúspide debacle dote elite
    élite fondue masacre morgue pose plebe permanente vacante variable semifinal performance
    noche tarde calle clase fiebre sangre llave nieve gente muerte suerte torre parte base
    fuente frente mente serpiente nave ave liebre corriente costumbre cumbre hambre sede fase
    frase clave suite peste madre índole legumbre mugre lumbre ubre hélice fe elipse catástrofe
    superficie tilde especie serie intemperie prole higiene tele muchedumbre certidumbre
    servidumbre incertidumbre podredumbre techumbre barbarie carie caries planicie simiente
    efigie progenie vertiente creciente patente variante constante hepatitis estirpe calvicie
    linde faringe laringe falange meninge esfinge mole gripe epidermis playstation crepe
    interface webs eme efe elle eñe erre uve hache ce che mantis cochambre raigambre quiche
    mousse
    """
)


_FEMININE_IN_CONSONANT = listed(
    """
    sal miel piel salud inicial patronal circular horizontal vertical multinacional moral merced
    pitón yugular tortícolis cpu miss señal cárcel catedral col postal hiel capital espiral
    terminal central vocal diagonal coliflor credencial flor mujer labor imagen sartén crin
    virgen sien tos red pared sed ley grey nariz cicatriz raíz lombriz perdiz actriz emperatriz
    codorniz matriz luz cruz voz paz vez nuez hoz coz faz tez bici peli mili tribu res mies
    bilis pelvis tesis dosis crisis sintaxis hipótesis síntesis prótesis diéresis diócesis
    caries diabetes sucursal cal seño depre lid vid metrópolis acrópolis apoteosis metamorfosis
    ósmosis psicosis neurosis cirrosis tuberculosis esclerosis artrosis trombosis simbiosis
    sepsis parálisis diálisis catarsis elipsis praxis profilaxis electrólisis epidermis dermis
    polis gestalt web app ong play wii sor razón sinrazón desazón comezón quemazón ración
    clavazón segazón sazón picazón hinchazón trabazón cargazón institutriz directriz meretriz
    cerviz bisectriz motriz hez barbie nintendo playstation mamá multitud tempestad seo tisis
    virtud
    """
)


_MASCULINE_WITH_FEMININE_ENDING = listed(
    """
    avión camión guión guion gorrión escorpión anfitrión bastión embrión sarampión centurión
    pión aluvión ataúd alud laúd talud césped huésped récord abad pez juez ajedrez diez doblez
    arroz análisis oasis tenis éxtasis paréntesis énfasis chasis brindis cutis iris bis génesis
    torreón ciempiés lunes martes pis anís país sándwich raspadillo histrión decatlón salpicón
    semen
    """
)


_FEMININE_LOOKING_GREEK = listed(
    """
    lista pista revista vista autopista entrevista conquista arista paloma goma broma doma loma
    toma soma poma avispita
    """
)


def is_feminine_ending(word: str) -> bool:
    """Whether a singular noun is feminine as far as its form tells."""
    if word in _MASCULINE_WITH_FEMININE_ENDING or word in _MASCULINE_IN_A:
        return False
    if word in _FEMININE_IN_CONSONANT or word in _FEMININE_IN_E or word in _FEMININE_IN_O:
        return True
    if word.endswith(("ista", "grama", "oma", "icida")):
        return word in _FEMININE_LOOKING_GREEK
    return word.endswith(("a", "ión", "dad", "tad", "tud", "ez", "itis", "osis", "umbre", "triz"))
