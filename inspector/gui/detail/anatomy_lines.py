"""What the parts and modules of a file are called on the page about it, and where they lead."""

from __future__ import annotations

from dataclasses import dataclass

from inspector import describe
from inspector.analysis.anatomy import STRUCTURE, Anatomy, ModuleCount, Part
from inspector.checkpoint.optimizer import Optimizer
from inspector.checkpoint.state_dict import StateDict
from inspector.checkpoint.tree import Path
from inspector.gui.core_sentences import said
from inspector.gui.detail.fact import Fact
from inspector.gui.detail.facts import exact_size
from inspector.gui.detail.summary import describe_found, entry_text
from inspector.gui.document.opening import Opened
from inspector.gui.itemmodels.cells import key_text
from inspector.gui.text import counted, translate
from inspector.gui.theme import ROLES

PART_LIMIT = 40
MODULE_LIMIT = 24


@dataclass(frozen=True, slots=True)
class PartLine:
    """One entry of a file.

    Attributes:
        role: A name in `theme.ROLES`.
        text: What it is.
        row: Its row in the tree; 0 for none.
        share: Of all bytes of the file; None for what lies inside another part.
    """

    name: str
    role: str
    text: str
    nbytes: int
    row: int
    share: float | None


def part_lines(opened: Opened, anatomy: Anatomy) -> list[PartLine]:
    """The top-level entries in file order, the structure, then what lies inside the entries.

    Of the entries the first `PART_LIMIT` are listed.
    """
    contents = opened.document.contents
    found: dict[Path, StateDict | Optimizer] = {}
    found.update({each.path: each for each in contents.state_dicts})
    found.update({each.path: each for each in contents.optimizers})
    tree = opened.tree
    rows = {tree.rows.path(row): row for row in tree.top_rows()}
    *parts, structure = anatomy.parts
    lines = []
    for part in parts[:PART_LIMIT]:
        row = rows.get(part.path, 0) if part.path else 0
        inner = found.pop(part.path, None)
        text = describe_found(opened, inner) if inner is not None else entry_text(opened, row)
        lines.append(PartLine(_name(part), part.role, text, part.nbytes, row, part.share))
    lines.append(_structure_line(structure))
    for path, inner in list(found.items())[:PART_LIMIT]:
        row = tree.row_at(path)
        role = "optimizer" if isinstance(inner, Optimizer) else role_of_found(inner)
        nbytes = int(tree.nbytes[row]) if row else 0
        text = describe_found(opened, inner)
        lines.append(PartLine(describe.key_path(path), role, text, nbytes, row, None))
    return lines


def role_of_found(found: StateDict) -> str:
    """What `theme.ROLES` calls the role of a state_dict."""
    from inspector.analysis.roles import STATE_DICT_ROLES

    return STATE_DICT_ROLES[found.role]


def _name(part: Part) -> str:
    return key_text(part.path[-1]) if part.path else translate("Summary", "The whole file")


def _structure_line(part: Part) -> PartLine:
    text = translate("Summary", "what is not tensors: pickles, headers, padding")
    return PartLine(ROLES[STRUCTURE].text, STRUCTURE, text, part.nbytes, 0, part.share)


@dataclass(frozen=True, slots=True)
class ModuleLine:
    """The tensors of a state_dict whose keys begin alike, and their part of its bytes."""

    name: str
    parameters: int
    nbytes: int
    row: int
    share: float


def module_lines(opened: Opened, counts: list[ModuleCount]) -> list[ModuleLine]:
    """The first `MODULE_LIMIT` top-level modules; none where there is but one."""
    whole = sum(count.nbytes for count in counts) or 1
    if len(counts) < 2:
        return []
    direct = translate("Summary", "(directly in it)")
    return [
        ModuleLine(
            key_text(count.name) if count.name else direct,
            count.parameters,
            count.nbytes,
            _row_of(opened, count),
            count.nbytes / whole,
        )
        for count in counts[:MODULE_LIMIT]
    ]


def _row_of(opened: Opened, count: ModuleCount) -> int:
    """The outermost row whose key ends with the module's name, or goes on behind it."""
    rows = opened.tree.rows
    whole = count.first.path
    row = opened.tree.row_of(count.first.tensor)
    if rows.path(row) != whole:  # the same tensor stands elsewhere, too
        row = opened.tree.row_at(whole)
    if not count.name:
        return row
    for each in rows.ancestors(row):
        path = rows.path(each)
        if len(path) == len(whole) and f".{count.name}." in f".{path[-1]}.":
            return each
    return row


def origin_facts(anatomy: Anatomy) -> list[Fact]:
    """The frameworks that may have written the file, with the reasons; none without any."""
    text = translate("Summary", "probably {name}: {why}")
    facts: list[Fact] = []
    for guess in anatomy.frameworks[:3]:
        why = ", ".join(said(reason) for reason in guess.reasons)
        shown = text.replace("{name}", guess.framework).replace("{why}", why)
        label = translate("Summary", "Framework") if not facts else ""
        facts.append(Fact(label, shown, is_prose=True))
    return facts


def storage_facts(opened: Opened, anatomy: Anatomy) -> list[Fact]:
    """What is stored once for several tensors, and what no tensor reaches."""
    facts = []
    if opened.sharing:
        tensors = sum(len(entries) for entries in opened.sharing.values())
        text = translate("Summary", "{tensors} on {n} shared storages")
        text = text.replace("{tensors}", counted(tensors, "tensor"))
        text = text.replace("{n}", f"{len(opened.sharing):,}")
        if anatomy.tied_bytes:
            spared = translate("Summary", "{size} not stored twice")
            text += " · " + spared.replace("{size}", describe.size(anatomy.tied_bytes))
        facts.append(Fact(translate("Summary", "Tied tensors"), text, is_prose=True))
    if anatomy.wasted_bytes > 0:
        label = translate("Summary", "Wasted bytes")
        text = translate("Summary", "{size} of the storages are reached by no tensor")
        text = text.replace("{size}", exact_size(anatomy.wasted_bytes))
        facts.append(Fact(label, text, is_prose=True))
    return facts
