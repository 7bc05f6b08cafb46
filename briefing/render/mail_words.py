"""The mail's own words, by language. What articles say stands as they say it, whatever the reader's
language.
"""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class FrameWords:
    """The phrases of the frame; `{…}` are filled in. Counts stand as labels, so that no plural can
    be wrong.
    """

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
    stale: str
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
    claim: str
    judgement: str
    single_outlet: str
    single_source: str
    outlets: str
    origins: str
    opinion: str
    translated: str
    earlier: str
    low: str
    moderate: str
    high: str
    undecided: str
    silent: str
    single: str


WORDS: Mapping[str, FrameWords] = {
    "en": FrameWords(
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
        stale="A source that it rests on has changed since.",
        news="What is new",
        was="Was",
        now="Now",
        sections="In this brief",
        statements="Statements",
        more="More of them in the brief itself: {count}",
        attached="Attached",
        proof="Every statement leads to the exact words of a source: see the evidence in the brief "
        "itself.",
        leave="To leave this list",
        test="Test copy",
        unreleased="not released",
        claim="claim",
        judgement="judgement",
        single_outlet="single outlet",
        single_source="single source",
        outlets="outlets: {count}",
        origins="origins: {count}",
        opinion="opinion piece",
        translated="translated",
        earlier="earlier version",
        low="low",
        moderate="moderate",
        high="high",
        undecided="Whether the talks or demands under “{section}” have led to anything: {talk} of "
        "its {total} statements speak of such, and none reports a decision.",
        silent="The position of {party} in its own words: it is named in {named} "
        "of {total} statements and speaks in none.",
        single="Confirmation: {single} of {total} statements rest on one outlet or on one that "
        "is not stated, and no second outlet here confirms them.",
    ),
    "de": FrameWords(
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
        no_bottom_line="Die Quellen enthalten nichts, worauf sich eine Zusammenfassung stützen "
        "könnte.",
        unknown="Nicht bekannt",
        judgements="Einschätzungen (der Analysten selbst)",
        likelihood="Wahrscheinlichkeit",
        confidence="Verlässlichkeit",
        stale="Eine Quelle, auf der sie beruht, hat sich seither geändert.",
        news="Was neu ist",
        was="Bisher",
        now="Jetzt",
        sections="In dieser Ausgabe",
        statements="Aussagen",
        more="Weitere in der Ausgabe selbst: {count}",
        attached="Anlagen",
        proof="Jede Aussage führt zum genauen Wortlaut einer Quelle: siehe die Belege in der "
        "Ausgabe selbst.",
        leave="Abbestellen",
        test="Probeexemplar",
        unreleased="nicht freigegeben",
        claim="Behauptung",
        judgement="Einschätzung",
        single_outlet="nur ein Medium",
        single_source="nur eine Quelle",
        outlets="Medien: {count}",
        origins="Ursprünge: {count}",
        opinion="Meinungsbeitrag",
        translated="übersetzt",
        earlier="frühere Fassung",
        low="niedrig",
        moderate="mittel",
        high="hoch",
        undecided="Ob die Gespräche oder Forderungen unter „{section}“ zu etwas geführt haben: "
        "{talk} der "
        "{total} Aussagen dort handeln davon, und keine meldet eine Entscheidung.",
        silent="Die Haltung von {party} in eigenen Worten: in {named} von {total} "
        "Aussagen genannt, in keiner zu Wort gekommen.",
        single="Bestätigung: {single} von {total} Aussagen beruhen auf einem einzigen oder einem "
        "nicht genannten Medium, und kein zweites bestätigt sie hier.",
    ),
    "fr": FrameWords(
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
        stale="Une source sur laquelle elle repose a changé depuis.",
        news="Ce qui est nouveau",
        was="Avant",
        now="Maintenant",
        sections="Dans cette note",
        statements="Énoncés",
        more="Autres, dans la note elle-même : {count}",
        attached="Pièces jointes",
        proof="Chaque énoncé renvoie aux mots exacts d’une source : voir les preuves dans la note "
        "elle-même.",
        leave="Se désabonner",
        test="Exemplaire d’essai",
        unreleased="non diffusé",
        claim="allégation",
        judgement="appréciation",
        single_outlet="un seul média",
        single_source="une seule source",
        outlets="médias : {count}",
        origins="origines : {count}",
        opinion="tribune",
        translated="traduit",
        earlier="version antérieure",
        low="faible",
        moderate="moyenne",
        high="élevée",
        undecided="Si les discussions ou les demandes sous « {section} » ont abouti : {talk} de "
        "ses {total} énoncés en parlent, et aucun ne rapporte de décision.",
        silent="La position de {party} dans ses propres mots : ce nom figure dans "
        "{named} énoncés sur {total} et n’a la parole dans aucun.",
        single="Confirmation : {single} énoncés sur {total} reposent sur un seul média ou sur "
        "un média non précisé, et aucun autre ici ne les confirme.",
    ),
    "es": FrameWords(
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
        stale="Una fuente en que se apoya ha cambiado desde entonces.",
        news="Lo nuevo",
        was="Antes",
        now="Ahora",
        sections="En este informe",
        statements="Afirmaciones",
        more="Otras, en el propio informe: {count}",
        attached="Adjuntos",
        proof="Cada afirmación lleva a las palabras exactas de una fuente: véanse las pruebas en "
        "el propio informe.",
        leave="Darse de baja",
        test="Copia de prueba",
        unreleased="sin autorizar",
        claim="afirmación",
        judgement="juicio",
        single_outlet="un solo medio",
        single_source="una sola fuente",
        outlets="medios: {count}",
        origins="orígenes: {count}",
        opinion="artículo de opinión",
        translated="traducido",
        earlier="versión anterior",
        low="baja",
        moderate="media",
        high="alta",
        undecided="Si las conversaciones o las exigencias de «{section}» han llevado a algo: "
        "{talk} de "
        "sus {total} afirmaciones hablan de ello y ninguna informa de una decisión.",
        silent="La posición de {party} en sus propias palabras: se menciona en "
        "{named} de {total} afirmaciones y no habla en ninguna.",
        single="Confirmación: {single} de {total} afirmaciones se apoyan en un solo medio o "
        "en uno no indicado, y ningún otro las confirma aquí.",
    ),
    "ar": FrameWords(
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
        stale="تغيّر منذئذ مصدر تستند إليه.",
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
        claim="ادعاء",
        judgement="تقدير",
        single_outlet="وسيلة إعلام واحدة",
        single_source="مصدر واحد",
        outlets="وسائل الإعلام: {count}",
        origins="المصادر الأصلية: {count}",
        opinion="مقال رأي",
        translated="مترجم",
        earlier="نسخة سابقة",
        low="منخفضة",
        moderate="متوسطة",
        high="عالية",
        undecided="ما إذا كانت المحادثات أو المطالب في «{section}» قد أفضت إلى شيء: {talk} من "
        "أصل {total} من العبارات تتحدث عن ذلك، ولا تذكر أي منها قرارًا.",
        silent="موقف {party} بكلماته: ورد الاسم في {named} من أصل {total} من العبارات ولم يتحدث في "
        "أي منها.",
        single="التأكيد: {single} من أصل {total} من العبارات تستند إلى وسيلة إعلام "
        "واحدة أو غير محددة، ولا تؤكدها هنا وسيلة أخرى.",
    ),
}


def language_words(language: str) -> FrameWords:
    """The words of a language by its tag; English where there are none."""
    return WORDS.get(language.split("-", maxsplit=1)[0].lower(), WORDS["en"])
