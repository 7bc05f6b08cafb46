"""The mail's own words, by language. What articles say stands as they say it, whatever the reader's language."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """The phrases of the frame; `{…}` are filled in. Counts stand as labels, so that no plural can be wrong."""

    direction: str
    edition: str
    cut_off: str
    first: str
    since: str
    same: str
    new: str
    changed: str
    withdrawn: str
    bottom_line: str
    no_bottom_line: str
    unknown: str
    judgements: str
    likelihood: str
    confidence: str
    news: str
    was: str
    now: str
    sections: str
    statements: str
    more: str
    attached: str
    proof: str
    leave: str
    test: str
    unreleased: str


WORDS: Mapping[str, Words] = {
    "en": Words(
        direction="ltr",
        edition="Brief {number}",
        cut_off="Information cut-off",
        first="The first brief you are sent: everything in it is new to you ({counts}).",
        since="{counts} since brief {number}, the last you were sent.",
        same="Nothing is new since brief {number}, the last you were sent.",
        new="new",
        changed="changed",
        withdrawn="withdrawn",
        bottom_line="Bottom line",
        no_bottom_line="The sources hold nothing that a bottom line could rest on.",
        unknown="Not known",
        judgements="Key judgements (the analyst’s own)",
        likelihood="Likelihood",
        confidence="Confidence",
        news="What is new",
        was="Was",
        now="Now",
        sections="In this brief",
        statements="Statements",
        more="More of them in the brief itself: {count}",
        attached="Attached",
        proof="Every statement leads to the exact words of a source: see the evidence in the brief itself.",
        leave="To leave this list",
        test="Test copy",
        unreleased="not released",
    ),
    "de": Words(
        direction="ltr",
        edition="Ausgabe {number}",
        cut_off="Informationsstand",
        first="Die erste Ausgabe, die Sie erhalten: Alles darin ist für Sie neu ({counts}).",
        since="{counts} seit Ausgabe {number}, der letzten, die Sie erhalten haben.",
        same="Nichts Neues seit Ausgabe {number}, der letzten, die Sie erhalten haben.",
        new="neu",
        changed="geändert",
        withdrawn="zurückgezogen",
        bottom_line="Das Wichtigste",
        no_bottom_line="Die Quellen enthalten nichts, worauf sich eine Zusammenfassung stützen könnte.",
        unknown="Nicht bekannt",
        judgements="Einschätzungen (der Analysten selbst)",
        likelihood="Wahrscheinlichkeit",
        confidence="Verlässlichkeit",
        news="Was neu ist",
        was="Bisher",
        now="Jetzt",
        sections="In dieser Ausgabe",
        statements="Aussagen",
        more="Weitere in der Ausgabe selbst: {count}",
        attached="Anlagen",
        proof="Jede Aussage führt zum genauen Wortlaut einer Quelle: siehe die Belege in der Ausgabe selbst.",
        leave="Abbestellen",
        test="Probeexemplar",
        unreleased="nicht freigegeben",
    ),
    "fr": Words(
        direction="ltr",
        edition="Note nº {number}",
        cut_off="Informations arrêtées au",
        first="La première note que vous recevez : tout y est nouveau pour vous ({counts}).",
        since="{counts} depuis la note nº {number}, la dernière que vous avez reçue.",
        same="Rien de nouveau depuis la note nº {number}, la dernière que vous avez reçue.",
        new="ajouts",
        changed="modifications",
        withdrawn="retraits",
        bottom_line="L’essentiel",
        no_bottom_line="Les sources ne contiennent rien qui puisse fonder une synthèse.",
        unknown="Ce qu’on ne sait pas",
        judgements="Appréciations (de l’analyste)",
        likelihood="Probabilité",
        confidence="Confiance",
        news="Ce qui est nouveau",
        was="Avant",
        now="Maintenant",
        sections="Dans cette note",
        statements="Énoncés",
        more="Autres, dans la note elle-même : {count}",
        attached="Pièces jointes",
        proof="Chaque énoncé renvoie aux mots exacts d’une source : voir les preuves dans la note elle-même.",
        leave="Se désabonner",
        test="Exemplaire d’essai",
        unreleased="non diffusé",
    ),
    "es": Words(
        direction="ltr",
        edition="Informe {number}",
        cut_off="Información hasta el",
        first="El primer informe que recibe: todo en él es nuevo para usted ({counts}).",
        since="{counts} desde el informe {number}, el último que recibió.",
        same="Nada nuevo desde el informe {number}, el último que recibió.",
        new="novedades",
        changed="cambios",
        withdrawn="retiradas",
        bottom_line="Lo esencial",
        no_bottom_line="Las fuentes no contienen nada en que pueda apoyarse una síntesis.",
        unknown="Lo que no se sabe",
        judgements="Juicios (del propio analista)",
        likelihood="Probabilidad",
        confidence="Confianza",
        news="Lo nuevo",
        was="Antes",
        now="Ahora",
        sections="En este informe",
        statements="Afirmaciones",
        more="Otras, en el propio informe: {count}",
        attached="Adjuntos",
        proof="Cada afirmación lleva a las palabras exactas de una fuente: véanse las pruebas en el propio informe.",
        leave="Darse de baja",
        test="Copia de prueba",
        unreleased="sin autorizar",
    ),
    "ar": Words(
        direction="rtl",
        edition="الموجز {number}",
        cut_off="تاريخ إقفال المعلومات",
        first="هذا أول موجز يُرسل إليك: كل ما فيه جديد بالنسبة إليك ({counts}).",
        since="{counts} منذ الموجز {number}، آخر ما أُرسل إليك.",
        same="لا جديد منذ الموجز {number}، آخر ما أُرسل إليك.",
        new="جديد",
        changed="معدَّل",
        withdrawn="مسحوب",
        bottom_line="الخلاصة",
        no_bottom_line="لا تتضمن المصادر ما يمكن أن تستند إليه خلاصة.",
        unknown="ما لا نعرفه",
        judgements="تقديرات المحلل",
        likelihood="درجة الاحتمال",
        confidence="درجة الثقة",
        news="الجديد",
        was="سابقًا",
        now="الآن",
        sections="في هذا الموجز",
        statements="عدد العبارات",
        more="المزيد في الموجز نفسه: {count}",
        attached="المرفقات",
        proof="كل عبارة تقود إلى الكلمات الدقيقة لأحد المصادر: انظر الأدلة في الموجز نفسه.",
        leave="لإلغاء الاشتراك",
        test="نسخة تجريبية",
        unreleased="غير معتمد للنشر",
    ),
}


def words(language: str) -> Words:
    """Give the words of a language by its tag; English where there are none."""
    return WORDS.get(language.split("-", maxsplit=1)[0].lower(), WORDS["en"])
