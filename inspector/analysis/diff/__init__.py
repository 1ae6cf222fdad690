"""What two checkpoints have in common and what not; knows no window and no command line.

How a face uses it, in a worker thread:

    a = side_of(document_a.checkpoint, document_a.contents)   # sides.py; a third argument chooses
    b = side_of(document_b.checkpoint, document_b.contents)   # a part: find_part(...) of parts.py
    found = structure_diff(a, b)                    # structure.py: reads no values but samples
    for values in compare_values(found, progress):  # values.py: a generator; close it to stop
        shown[values.index] = values                # index of found.pairs

`structure_diff` aligns the tensors (`found.rules` says how) and compares shapes, dtypes, devices
and everything that is no tensor. A rule is taken back by running it again with
`Alignment(rejected=frozenset([rule.identity]))`; `Alignment(by_name_only=True)` is `--no-align`.

`compare_values` yields a `PairValues` for each pair as soon as its bytes were seen, in the order
given or, for people who watch, what differs most first. `progress` is told of every 8 MB:
raise `Cancelled` there to stop, wait there to pause. `verdict(pair, values)` (`model.py`) joins
both into status and reasons, with values=None while they are not known; `Outcome` (`rollup.py`)
holds all of them, counts them, and rolls them up a tree. `report.py` writes them as HTML, Markdown,
CSV and JSON. Of files with many tensors all this makes many small objects: the collector of cycles
should be paused meanwhile.

`inspector.repair` makes edits of a diff: names that become those of the other side, tensors taken.
All results are immutable and hold no file open; the documents must stay open while values are read.
"""
