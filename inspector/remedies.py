"""What to do about a file, where several readers give the same advice."""

from __future__ import annotations

from inspector.errors import say

DAMAGED = say("The file is damaged. Download it again.")
DAMAGED_OR_CUT = say("The file is damaged or incomplete. Download it again.")
DAMAGED_OR_HOSTILE = say("The file is damaged, or was made to confuse its reader.")
INCOMPLETE = say("The file is incomplete. Download or copy it again.")
FETCH_AGAIN = say("The download or copy is incomplete; fetch the file again.")
AMBIGUOUS = say("Do not trust this file: it may show one thing and load another.")
DO_NOT_LOAD = say("Do not load this checkpoint.")
DO_NOT_UNPACK = say("Do not unpack this file; opening it here is safe.")
NO_SUCH_PICKLE = say("No program writes such a pickle; do not load this file.")
NO_ONNX_LIBRARY = say("No ONNX library could load this file.")
CHOOSE_A_CHECKPOINT = say("Choose a checkpoint file.")
LIST_ENTRIES = say("`inspector show` lists the entries.")
LIST_STATE_DICTS = say("`inspector show` lists the state_dicts.")
