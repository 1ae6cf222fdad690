"""File associations on macOS: they come with an application bundle and its Info.plist.

https://developer.apple.com/documentation/bundleresources/information-property-list

Files are not arguments there; Qt delivers each as a QFileOpenEvent.
"""

from __future__ import annotations

import plistlib
import shlex
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from inspector.desktop.file_types import FILE_TYPES, FileType
from inspector.desktop.names import ID, NAME

PROGRAM = "inspector"


def info_plist(version: str) -> dict[str, Any]:
    """The bundle's Info.plist: ours by default are our own types, other data on request."""
    return {
        "CFBundleIdentifier": f"app.{ID}",
        "CFBundleName": NAME,
        "CFBundleDisplayName": NAME,
        "CFBundleExecutable": PROGRAM,
        "CFBundlePackageType": "APPL",
        "CFBundleShortVersionString": version,
        "CFBundleVersion": version,
        "NSHighResolutionCapable": True,
        "CFBundleDocumentTypes": [
            *(_document_type(each) for each in FILE_TYPES),
            {
                "CFBundleTypeName": "Other file",
                "CFBundleTypeRole": "Viewer",
                "LSHandlerRank": "Alternate",
                "LSItemContentTypes": ["public.data", "public.tar-archive", "public.zip-archive"],
            },
        ],
        "UTImportedTypeDeclarations": [_declaration(each) for each in FILE_TYPES],
    }


def _document_type(given: FileType) -> dict[str, Any]:
    return {
        "CFBundleTypeName": given.name,
        "CFBundleTypeRole": "Editor",
        "LSHandlerRank": "Default",
        "LSItemContentTypes": [given.uti],
    }


def _declaration(given: FileType) -> dict[str, Any]:
    # Like Windows, macOS looks at the last part of a name alone.
    endings = [ending[1:] for ending in given.endings if ending.count(".") == 1]
    return {
        "UTTypeIdentifier": given.uti,
        "UTTypeDescription": given.name,
        "UTTypeConformsTo": ["public.data"],
        "UTTypeTagSpecification": {
            "public.filename-extension": endings,
            "public.mime-type": [given.mime],
        },
    }


def bundle_files(applications: Path, command: Sequence[str], version: str) -> dict[Path, bytes]:
    """path -> content of `Inspector.app`; the file below MacOS must be executable."""
    contents = applications / f"{NAME}.app" / "Contents"
    script = f'#!/bin/sh\nexec {shlex.join(command)} "$@"\n'
    return {
        contents / "Info.plist": plistlib.dumps(info_plist(version)),
        contents / "MacOS" / PROGRAM: script.encode(),
    }
