"""The language of the window: English in the source, others from `resources/translations`.

After a change of texts (a test says so):

    pyside6-lupdate $(find inspector/gui -name "*.py" | sort) -no-obsolete -locations none
        -ts resources/translations/inspector_zh_CN.ts
    pyside6-lrelease resources/translations/inspector_zh_CN.ts
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator
from PySide6.QtGui import QFontDatabase, QFontInfo, QGuiApplication

from inspector.resources import resource

CHINESE_FONTS = ("Noto Sans CJK SC", "Microsoft YaHei UI", "PingFang SC", "WenQuanYi Micro Hei")

_installed: list[QTranslator] = []
_language = "en"


def current() -> str:
    """The language of the window: one of `settings.LANGUAGES`, resolved."""
    return _language


def resolve(choice: str) -> str:
    """The language for a setting: "system" becomes what the desktop speaks, if we do too."""
    if choice != "system":
        return choice
    return "zh_CN" if QLocale.system().language() == QLocale.Language.Chinese else "en"


def _choose_fonts(language: str) -> None:
    """Name a Chinese font after the system's own: left alone, Qt may mix weights and variants."""
    app = QGuiApplication.instance()
    if not isinstance(app, QGuiApplication):
        return
    font = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
    if language == "zh_CN":
        # "Sans Serif" would be looked up anew for each script; the font it stands for is not.
        font.setFamilies([QFontInfo(font).family(), *CHINESE_FONTS])
    app.setFont(font)


def apply_language(choice: str) -> None:
    """Install the translations of `choice`; every widget gets a LanguageChange event."""
    for translator in _installed:
        QCoreApplication.removeTranslator(translator)
    _installed.clear()
    global _language
    _language = language = resolve(choice)
    _choose_fonts(language)
    # Numbers are grouped as `describe` groups them, whatever the desktop's region.
    chinese = QLocale(QLocale.Language.Chinese, QLocale.Country.China)
    english = QLocale(QLocale.Language.English, QLocale.Country.UnitedStates)
    QLocale.setDefault(chinese if language == "zh_CN" else english)
    if language == "en":
        return
    qt_folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    ours = str(resource("translations", f"inspector_{language}.qm"))
    for file in (f"{qt_folder}/qtbase_{language}.qm", ours):
        translator = QTranslator()
        if translator.load(file):
            QCoreApplication.installTranslator(translator)
            _installed.append(translator)
