"""The language server in a real editor: Neovim, without a screen."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

#: Opens a file, waits for findings, repairs, types a mistake, and says what it saw.
SESSION = """
local said = {}
local function wait(what) assert(vim.wait(20000, what, 20), "timed out") end
local function codes()
  local list = {}
  for _, d in ipairs(vim.diagnostic.get(0)) do
    list[#list + 1] = d.code or d.user_data.lsp.code
  end
  table.sort(list)
  return table.concat(list, " ")
end
local client = vim.lsp.start_client({
  name = "frclean",
  cmd = { vim.env.FRCLEAN_PYTHON, "-m", "frclean", "lsp" },
  root_dir = vim.fn.getcwd(),
})
vim.cmd("edit a.txt")
vim.lsp.buf_attach_client(0, client)
wait(function() return codes() ~= "" end)
said.codes = codes()
said.places = {}
for _, d in ipairs(vim.diagnostic.get(0)) do
  said.places[#said.places + 1] = string.sub(vim.fn.getline(d.lnum + 1), d.col + 1, d.end_col)
end
local params = vim.lsp.util.make_range_params()
params.context = { diagnostics = {}, only = { "source.fixAll" } }
local answers = vim.lsp.buf_request_sync(0, "textDocument/codeAction", params, 20000)
local offset_encoding = vim.lsp.get_client_by_id(client).offset_encoding
for _, answer in pairs(answers) do
  for _, action in ipairs(answer.result) do
    vim.lsp.util.apply_workspace_edit(action.edit, offset_encoding)
  end
end
wait(function() return codes() == "" end)
said.fixed = vim.fn.getline(1)
vim.fn.setline(2, "Il neige et il a vu le coalition.")
wait(function() return codes() ~= "" end)
said.typed = codes()
vim.fn.writefile({ vim.fn.json_encode(said) }, "said.json")
vim.cmd("qa!")
"""


def test_neovim(tmp_path: Path, missing: Callable[[str], None]) -> None:
    """Findings come, at the right places behind an emoji; repairs are made; typing is followed."""
    if shutil.which("nvim") is None:
        missing("nvim")
    (tmp_path / "a.txt").write_text(
        "\N{PARTY POPPER} Chacun d'entres eux a vu le coalition.\n", encoding="utf-8"
    )
    (tmp_path / "session.lua").write_text(SESSION, encoding="utf-8")
    subprocess.run(
        ["nvim", "--headless", "-u", "NONE", "-i", "NONE", "-c", "luafile session.lua"],
        cwd=tmp_path,
        env={**os.environ, "FRCLEAN_PYTHON": sys.executable},
        timeout=90,
        check=True,
        capture_output=True,
    )
    said = json.loads((tmp_path / "said.json").read_text("utf-8"))

    assert said["codes"] == "GRM001 GRM350"
    assert sorted(said["places"]) == ["d'entres", "le coalition"]
    assert said["fixed"] == "\N{PARTY POPPER} Chacun d'entre eux a vu la coalition."
    assert said["typed"] == "GRM001"
