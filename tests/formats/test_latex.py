"""What is read of LaTeX, and what is hidden."""

import pytest

from frclean import Applicability, Pipeline
from frclean.formats import apply, check, extract, latex

PROSE = Pipeline("prose")


@pytest.mark.parametrize(
    ("text", "prose"),
    [
        (r"Le \emph{c\oe ur} a \'et\'e l\`a.", "Le cœur a été là."),
        (r"C'est fran\c{c}ais, \^{\i}le et \^ile.", "C'est français, île et île."),
        (r"Il dit \og oui\fg{} -- \textbf{tout bas}~!", "Il dit « oui » – tout bas\xa0!"),
        (r"Voir \ref{sec:a} et \cref[x]{b}.", "Voir             et            ."),
        (r"Soit $x^2$ ou \[ y \].", "Soit       ou        ."),
        (r"10~\% de R\&D", "10\xa0% de R&D"),
        ("Le soir % le coalition\ntombe.", "Le soir               \ntombe."),
    ],
)  # fmt: skip
def test_a_sentence_is_read_through_its_markup(text: str, prose: str) -> None:
    assert extract(text, "latex").text == prose


@pytest.mark.parametrize(
    "text",
    [
        r"\begin{verbatim}Le coalition\end{verbatim}",
        r"\verb|Le coalition|",
        r"\begin{lstlisting}Le coalition\end{lstlisting}",
        r"\begin{itemize}[label=Le coalition]\item Un mot.\end{itemize}",
        r"\usepackage[Le coalition]{Le coalition} \hypersetup{Le coalition}",
        r"\commande[Le coalition]{Un mot.}",
        "% Le coalition\n",
    ],
)
def test_what_is_no_prose_is_hidden(text: str) -> None:
    assert check(text, "latex", PROSE) == []


def test_titles_notes_and_items_are_prose() -> None:
    text = (
        "\\section[Titre]{Le coalition}\n"
        "\\begin{itemize}\n\\item Le coalition dort.\n\\end{itemize}\n"
        "Fin\\footnote{Le coalition dort.}.\n"
    )
    findings = check(text, "latex", PROSE)

    assert [finding.found for finding in findings] == ["Le coalition"] * 3
    assert apply(text, findings, Applicability.SAFE) == text.replace("Le coa", "La coa")


@pytest.mark.parametrize("bad", ["{", "}", "\\emph{", "\\begin{a}", "\\end{a}", "$", "\\", "\\'"])
def test_what_is_never_closed_raises_nothing(bad: str) -> None:
    """The text before it is still read; where the parser gives up, patterns read it."""
    text = f"Le coalition dort.\n\n{bad * 3000}"

    assert [f.found for f in check(text, "latex", PROSE)][:1] == ["Le coalition"]


def test_the_parser_gives_up_on_groups_nested_by_the_thousand() -> None:
    assert latex.markup("{" * 3000) is None
