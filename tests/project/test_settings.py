"""Where settings come from, and what is said about those that are wrong."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path

import jsonschema
import pytest

from frclean.project.schema import schema
from frclean.project.settings import Settings, SettingsError, forget, load, nearest_settings


@pytest.fixture(autouse=True)
def _fresh() -> None:
    forget()


def write(path: Path, content: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(content, encoding="utf-8")
    return path


def test_nearest_parent_wins(tmp_path: Path) -> None:
    """Not the highest, not a mixture; a pyproject.toml without our table is passed over."""
    write(tmp_path / "pyproject.toml", '[tool.frclean]\nignore = ["GRM"]\n')
    write(tmp_path / "a" / "frclean.toml", 'ignore = ["SPL"]\n')
    write(tmp_path / "a" / "b" / "pyproject.toml", "[tool.other]\n")
    (tmp_path / "c").mkdir()

    assert nearest_settings(tmp_path / "a" / "b").config.ignore == ("SPL",)
    assert nearest_settings(tmp_path / "a").root == tmp_path / "a"
    assert nearest_settings(tmp_path / "c").config.ignore == ("GRM",)


def test_extend(tmp_path: Path) -> None:
    """What stands above replaces what is extended; words add up; paths keep their folder."""
    base = write(
        tmp_path / "base" / "style.toml",
        'ignore = ["GRM"]\npreview = true\nwords = ["un"]\nbaseline = "old.json"\n',
    )
    top = write(
        tmp_path / "frclean.toml",
        'extend = "base/style.toml"\nignore = ["SPL"]\nwords = ["deux"]\n',
    )
    settings = load(top)

    assert settings.config.ignore == ("SPL",)
    assert settings.config.preview
    assert settings.config.words == {"un", "deux"}
    assert settings.baseline == str(tmp_path / "base" / "old.json")
    assert settings.root == tmp_path
    assert settings.sources == (top, base)


def test_words_file(tmp_path: Path) -> None:
    """Words come from the file of the default name if it is there, or from one that is named."""
    write(tmp_path / "frclean-words.txt", "# noms\nbordd  # le lieu\n\nGrantoule\n")
    write(tmp_path / "frclean.toml", 'words = ["ici"]\n')
    assert load(tmp_path / "frclean.toml").config.words == {"bordd", "Grantoule", "ici"}

    write(tmp_path / "frclean.toml", 'words-file = "mots.txt"\n')
    with pytest.raises(SettingsError, match=r"there is no words-file .*mots\.txt"):
        load(tmp_path / "frclean.toml")


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ('ignor = ["GRM"]', "Unknown key 'ignor'; did you mean 'ignore'?"),
        ("per_file_ignore = {}", "did you mean 'per-file-ignores'?"),
        ('ignore = "GRM"', "ignore must be a list of strings, not 'GRM'"),
        ("preview = 1", "preview must be true or false, not 1"),
        ('lang = "de"', "lang must be one of 'fr', 'en', not 'de'"),
        ('per-file-ignores = ["a"]', "per-file-ignores must be a table such as"),
        ("ignore = [", "is not valid TOML"),
        ('extend = "nowhere.toml"', "there is no file of that name"),
        ('extend = "frclean.toml"', "extend goes round in circles"),
        ("preset = 3", "preset must be a string, not 3"),
    ],
)
def test_wrong_settings(tmp_path: Path, content: str, said: str) -> None:
    """The message names the file, the key, the value, and what was probably meant."""
    path = write(tmp_path / "frclean.toml", content + "\n")
    with pytest.raises(SettingsError) as caught:
        load(path)

    assert said in str(caught.value)
    assert str(path) in str(caught.value)


def test_per_file_ignores() -> None:
    """Patterns add up; other files keep all rules."""
    settings = Settings(per_file_ignores={"docs/**": ("GRM",), "*.txt": ("SPL100",)})

    assert settings.for_file("docs/a.txt").ignore == ("GRM", "SPL100")
    assert settings.for_file("a.md").ignore == ()


def test_schema_is_that_of_the_records() -> None:
    """The committed schema is what the records say; it is a schema; it knows good from bad."""
    committed = Path(__file__).parents[2] / "docs" / "frclean.schema.json"
    assert json.loads(committed.read_text("utf-8")) == schema(), "run python tools/make_schema.py"
    jsonschema.Draft7Validator.check_schema(schema())
    good = {"ignore": ["GRM"], "per-file-ignores": {"a": ["SPL"]}, "lang": "en", "extend": "b"}
    jsonschema.validate(good, schema())
    for bad in ({"ignor": []}, {"lang": "de"}, {"ignore": "GRM"}, {"preview": "yes"}):
        with pytest.raises(jsonschema.ValidationError):
            jsonschema.validate(bad, schema())


def test_settings_shown_can_be_read_again(tmp_path: Path) -> None:
    """What --show-settings prints fits the schema, but for what no file can set."""
    shown = {
        key: value
        for key, value in Settings(root=tmp_path).to_dict().items()
        if key not in ("root", "sources") and value is not None
    }
    jsonschema.validate(shown, schema())


def test_the_documented_configuration_is_one(tmp_path: Path) -> None:
    """The example of docs/editors.md fits the schema and can be read."""
    page = (Path(__file__).parents[2] / "docs" / "editors.md").read_text("utf-8")
    example = next(b for b in page.split("```toml\n")[1:] if b.startswith("# frclean.toml"))
    path = write(tmp_path / "a" / "frclean.toml", example.split("```")[0])
    write(tmp_path / "style" / "frclean.toml", 'words = ["bordd"]\n')
    write(tmp_path / "a" / "mots.txt", "Zed\n")
    settings = load(path)

    assert settings.config.words == {"Grantoule", "bordd", "Zed"}
    assert settings.config.profile == "fr-CA"
    jsonschema.validate(tomllib.loads(path.read_text("utf-8")), schema())
