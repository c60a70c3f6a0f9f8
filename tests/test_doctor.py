"""``frclean doctor`` says what is there and what is missing."""

from __future__ import annotations

import socket

import pytest

from frclean.cli import main


def test_a_line_for_everything(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["doctor"]) == 0

    lines = capsys.readouterr().out.splitlines()
    assert any(line.startswith("ok  lexicon") for line in lines)
    assert any(line.startswith("ok  extra testing") and "hypothesis" in line for line in lines)
    assert any("FRCLEAN_LANGUAGETOOL" in line for line in lines)


def test_what_is_missing_is_said_not_raised(capsys: pytest.CaptureFixture[str]) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        nowhere = f"http://127.0.0.1:{taken.getsockname()[1]}"

        assert main(["doctor", "--languagetool", nowhere]) == 0

    assert "--  LanguageTool" in capsys.readouterr().out
    assert main(["doctor", "--languagetool", "/nowhere"]) == 0
    assert "it should be a directory LanguageTool-6.6" in capsys.readouterr().out
