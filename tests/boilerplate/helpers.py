"""What the tests of the boilerplate step share."""

from frclean.boilerplate import Boilerplate
from frclean.document import Document

ARTICLE = """Le canal rouvre aux bateaux

Après trois ans de travaux, le canal de la Vesle a rouvert samedi aux bateaux de plaisance.

Une vingtaine d’équipages attendaient devant l’écluse depuis l’aube. Le premier à passer venait \
de Belgique ; son capitaine avait noté la date sur un calendrier il y a plus d’un an.

« Nous avions peur que le chantier ne finisse jamais », raconte l’éclusière, qui tient la maison \
du bief depuis 2009 et n’a vu passer, pendant tout ce temps, que des canards.

Les berges en chantier

Les berges, elles, restent fermées aux promeneurs jusqu’au printemps. La région doit encore \
planter huit cents saules et poser une passerelle entre les deux rives, pour un montant de trois \
millions d’euros."""


def stripped(text: str, learnt: str | None = None) -> str:
    """``text`` after the step, asked again until it has nothing more to say."""
    step = Boilerplate(learnt)
    document = Document.of(text)
    for _ in range(3):
        edits = [e for finding in step(document) for fix in finding.fixes[:1] for e in fix.edits]
        if not edits:
            return document.text
        document = document.apply(edits)
    raise AssertionError("the step does not settle")


def codes(text: str) -> list[str]:
    """The codes found in ``text``."""
    return [finding.code for finding in Boilerplate()(Document.of(text))]
