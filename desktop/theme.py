"""The look of a well-set almanac: colours of light and dark, four sizes of type, an 8-pixel grid."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from desktop.places import RESOURCES

CHEVRON, BACK, FORWARD, TICK = (
    (RESOURCES / "icons" / "actions" / f"{name}.svg").as_posix() for name in ("chevron", "earlier", "later", "tick")
)
FAMILY = "Noto Sans"
FONTS = ("NotoSans-Regular", "NotoSans-Bold", "NotoSans-Italic")
MORE_FONTS = ("NotoSansArabic-Regular", "NotoSansArabic-Bold", "NotoSansHebrew-Regular")
THEMES = {"system": "As the system", "light": "Light", "dark": "Dark"}
ZOOMS = (80, 90, 100, 110, 125, 150, 175, 200)


class Colours(NamedTuple):
    """One scheme of colours, each as #rrggbb."""

    page: str
    side: str
    raised: str
    text: str
    muted: str
    faint: str
    line: str
    accent: str
    on_accent: str
    chosen: str
    mark: str
    warn: str


LIGHT = Colours(
    page="#fdfbf7", side="#f5f1e9", raised="#ffffff", text="#26221c", muted="#665e52", faint="#8d8475", line="#e2dbcd",
    accent="#9a3b26", on_accent="#ffffff", chosen="#ecdfd0", mark="#f7dd9b", warn="#7a5200",
)  # fmt: skip
DARK = Colours(
    page="#1f1c18", side="#26221d", raised="#2f2a24", text="#ece5d8", muted="#b3a999", faint="#8f8677", line="#3b352d",
    accent="#e8916f", on_accent="#241208", chosen="#43382d", mark="#6b5316", warn="#e3b95c",
)  # fmt: skip


class Type(NamedTuple):
    """The four sizes of type, in pixels at the present zoom."""

    small: int
    body: int
    heading: int
    title: int


class Theme:
    """The present look; `colours` and `type` change with `apply`."""

    def __init__(self) -> None:
        self.colours = LIGHT
        self.zoom = 100
        self.type = Type(12, 14, 17, 25)

    @property
    def dark(self) -> bool:
        """Whether the dark colours are in use."""
        return self.colours is DARK

    def apply(self, scheme: str, zoom: int) -> None:
        """Give the whole program a scheme (system, light, dark) and a zoom in per cent."""
        system = QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
        self.colours = DARK if scheme == "dark" or (scheme == "system" and system) else LIGHT
        self.zoom = zoom
        small, body, heading = (round(size * zoom / 100) for size in (12, 14, 17))
        self.type = Type(small, body, heading, round(25 * min(zoom, 140) / 100))  # a title stays a few lines long
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.setPalette(_palette(self.colours))
        app.setFont(self.font(self.type.body))
        app.setStyleSheet(_style(self.colours, self.type, zoom))

    def font(self, pixels: int, *, bold: bool = False, italic: bool = False) -> QFont:
        """A font of the program's family."""
        font = QFont(FAMILY)
        font.setPixelSize(pixels)
        font.setWeight(QFont.Weight.Bold if bold else QFont.Weight.Normal)
        font.setItalic(italic)
        return font

    def px(self, pixels: float) -> int:
        """A length at the present zoom."""
        return round(pixels * self.zoom / 100)


theme = Theme()


def load_fonts(names: tuple[str, ...] = FONTS) -> list[str]:
    """Make bundled fonts known to Qt; the names of those that are missing."""
    return [name for name in names if QFontDatabase.addApplicationFont(str(font_file(name))) < 0]


def font_file(name: str) -> Path:
    """Where a bundled font lies."""
    return RESOURCES / "fonts" / f"{name}.ttf"


def _palette(c: Colours) -> QPalette:
    role = QPalette.ColorRole
    palette = QPalette()
    for key, colour in (
        (role.Window, c.side), (role.Base, c.page), (role.AlternateBase, c.side), (role.Text, c.text),
        (role.WindowText, c.text), (role.Button, c.side), (role.ButtonText, c.text), (role.BrightText, c.accent),
        (role.Highlight, c.accent), (role.HighlightedText, c.on_accent), (role.Link, c.accent),
        (role.LinkVisited, c.accent), (role.ToolTipBase, c.raised), (role.ToolTipText, c.text),
        (role.PlaceholderText, c.faint), (role.Light, c.raised), (role.Midlight, c.line), (role.Mid, c.line),
        (role.Dark, c.faint), (role.Shadow, c.line), (role.Accent, c.accent),
    ):  # fmt: skip
        palette.setColor(key, QColor(colour))
    for text in (role.Text, role.WindowText, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, text, QColor(c.faint))
    return palette


def _style(c: Colours, t: Type, zoom: int) -> str:
    """What the palette cannot say: no frames, quiet fields, tabs as underlined words."""

    def px(length: float) -> str:
        return f"{round(length * zoom / 100)}px"

    return f"""
    * {{ font-family: "{FAMILY}"; }}
    QMainWindow, QMenuBar, QStatusBar, QToolBar, #side {{ background: {c.side}; }}
    QMenuBar {{ padding: {px(2)} {px(6)}; border: 0; }}
    QMenuBar::item {{ padding: {px(4)} {px(8)}; background: transparent; border-radius: {px(4)}; }}
    QMenuBar::item:selected {{ background: {c.chosen}; color: {c.text}; }}
    QMenu {{ background: {c.raised}; border: 1px solid {c.line}; padding: {px(4)}; }}
    QMenu::item {{ padding: {px(5)} {px(28)} {px(5)} {px(24)}; border-radius: {px(4)}; }}
    QMenu::item:selected {{ background: {c.chosen}; color: {c.text}; }}
    QMenu::item:disabled {{ color: {c.faint}; }}
    QMenu::separator {{ height: 1px; background: {c.line}; margin: {px(4)} {px(8)}; }}
    QToolBar {{ border: 0; border-bottom: 1px solid {c.line}; padding: {px(4)} {px(8)}; spacing: {px(2)}; }}
    QStatusBar {{ border-top: 1px solid {c.line}; color: {c.muted}; }}
    QStatusBar QLabel {{ color: {c.muted}; font-size: {t.small}px; padding: {px(1)} {px(8)}; }}
    QStatusBar::item {{ border: 0; }}
    QSplitter::handle {{ background: {c.line}; }}
    QToolTip {{ background: {c.raised}; color: {c.text}; border: 1px solid {c.line}; padding: {px(6)};
      font-size: {t.small}px; }}
    QLineEdit, QComboBox {{ background: {c.raised}; border: 1px solid {c.line}; border-radius: {px(6)};
      padding: {px(5)} {px(8)}; selection-background-color: {c.accent}; selection-color: {c.on_accent}; }}
    QLineEdit:focus, QComboBox:focus {{ border-color: {c.accent}; }}
    QLineEdit QToolButton#clear {{ border: 0; padding: 0; font-size: {px(18)}; color: {c.muted}; }}
    QLineEdit QToolButton#clear:hover {{ color: {c.text}; }}
    QComboBox, QToolButton#kinds, QToolButton#tool {{ font-size: {t.small}px; color: {c.muted}; }}
    QComboBox#choice {{ font-size: {t.body}px; color: {c.text}; }}
    QComboBox[chosen="true"] {{ color: {c.text}; border-color: {c.accent}; }}
    QComboBox::drop-down {{ border: 0; width: {px(16)}; }}
    QComboBox::down-arrow, QToolButton#kinds::menu-indicator {{ image: url("{CHEVRON}"); width: {px(12)};
      height: {px(12)}; }}
    QComboBox QAbstractItemView {{ background: {c.raised}; border: 1px solid {c.line}; outline: 0;
      selection-background-color: {c.chosen}; selection-color: {c.text}; }}
    QToolButton {{ border: 1px solid transparent; border-radius: {px(6)}; padding: {px(4)} {px(6)};
      background: transparent; }}
    QToolButton:hover, QToolButton:open {{ background: {c.chosen}; }}
    QToolButton:focus {{ border-color: {c.accent}; }}
    QToolButton#kinds {{ padding-right: {px(20)}; }}
    QToolButton#kinds::menu-indicator {{ subcontrol-origin: padding; subcontrol-position: right center;
      right: {px(4)}; }}
    QToolButton#link, QToolButton#headLink {{ color: {c.accent}; padding: {px(4)} 0; font-size: {t.small}px; }}
    QToolButton#headLink {{ padding: 0 {px(4)}; }}
    QToolButton#link:hover, QToolButton#headLink:hover {{ background: transparent; text-decoration: underline; }}
    QRadioButton::indicator {{ width: {px(12)}; height: {px(12)}; border: 1px solid {c.faint};
      border-radius: {round(12 * zoom / 100) // 2 + 1}px; background: {c.raised}; }}
    QRadioButton::indicator:checked {{ width: {px(6)}; height: {px(6)}; border: {px(4)} solid {c.accent};
      border-radius: {round(6 * zoom / 100) // 2 + round(4 * zoom / 100)}px; }}
    QCheckBox::indicator {{ width: {px(12)}; height: {px(12)}; border: 1px solid {c.faint};
      border-radius: {px(2)}; background: {c.raised}; }}
    QCheckBox::indicator:checked {{ border-color: {c.accent}; background: {c.accent}; image: url("{TICK}"); }}
    QRadioButton:focus, QCheckBox:focus {{ color: {c.accent}; }}
    QPushButton:default {{ border-color: {c.accent}; }}
    QPushButton {{ background: {c.raised}; border: 1px solid {c.line}; border-radius: {px(6)};
      padding: {px(6)} {px(14)}; }}
    QPushButton:hover {{ background: {c.chosen}; }}
    QPushButton:focus {{ border-color: {c.accent}; }}
    QProgressBar {{ background: {c.line}; border: 0; border-radius: 2px; max-height: 4px; }}
    QProgressBar::chunk {{ background: {c.accent}; border-radius: 2px; }}
    QAbstractScrollArea {{ border: 0; }}
    QAbstractScrollArea#side, QTableView#side, QListView#side {{ background: {c.side};
      selection-background-color: transparent; }}
    QTableView#page {{ background: {c.page}; selection-background-color: transparent; outline: 0; }}
    QTextBrowser {{ background: {c.page}; selection-background-color: {c.accent};
      selection-color: {c.on_accent}; }}
    #page, QPlainTextEdit#sourceText {{ background: {c.page}; }}
    #bar {{ background: {c.raised}; border: 1px solid {c.line}; border-radius: {px(6)}; }}
    #bar QToolButton {{ padding: {px(4)} {px(8)}; font-size: {t.small}px; }}
    #findBar {{ background: {c.side}; border-bottom: 1px solid {c.line}; }}
    #kicker {{ color: {c.accent}; font-size: {t.small}px; font-weight: 600; }}
    #pageTitle {{ color: {c.text}; font-size: {t.title}px; font-weight: 600; }}
    #paneTitle {{ color: {c.text}; font-size: {t.heading}px; font-weight: 600; }}
    #fieldLabel {{ color: {c.muted}; font-size: {t.small}px; }}
    #origin {{ color: {c.faint}; font-size: {t.small}px; font-style: italic; }}
    #problem {{ color: {c.warn}; font-size: {t.small}px; }}
    #notice {{ background: {c.chosen}; border-radius: {px(6)}; }}
    QToolButton#unknown {{ color: {c.faint}; font-size: {t.small}px; font-style: italic; padding: 0 {px(2)}; }}
    QToolButton#unknown:checked {{ color: {c.muted}; background: transparent; }}
    QPlainTextEdit#textField {{ background: {c.raised}; border: 1px solid {c.line}; border-radius: {px(6)};
      padding: {px(1)} {px(4)}; selection-background-color: {c.accent}; selection-color: {c.on_accent}; }}
    QPlainTextEdit#textField:focus {{ border-color: {c.accent}; }}
    #savedHeading {{ color: {c.muted}; font-size: {t.small}px; font-weight: 600; }}
    #count, #hint, #nothing {{ color: {c.muted}; font-size: {t.small}px; }}
    #nothing {{ border: 1px solid transparent; border-radius: {px(6)}; padding: {px(1)} {px(8)}; }}
    #nothing:focus {{ border-color: {c.accent}; }}
    #banner {{ background: {c.chosen}; border-bottom: 1px solid {c.line}; }}
    QTabBar {{ background: {c.page}; }}
    QTabBar::tab {{ background: transparent; color: {c.muted}; padding: {px(7)} 0; margin-right: 14px;
      border: 0; border-bottom: {px(2)} solid transparent; }}
    QTabBar::tab:selected {{ color: {c.text}; border-bottom-color: {c.accent}; }}
    QTabBar::tab:hover {{ color: {c.text}; }}
    QTabBar::tear {{ width: 0; }}
    QTabBar::scroller {{ width: {px(22)}; }}
    QTabBar QToolButton {{ background: {c.page}; border: 0; border-radius: 0; padding: 0 0 {px(4)} 0; }}
    QTabBar QToolButton::left-arrow {{ image: url("{BACK}"); width: {px(12)}; height: {px(12)}; }}
    QTabBar QToolButton::right-arrow {{ image: url("{FORWARD}"); width: {px(12)}; height: {px(12)}; }}
    QTabBar::tab:focus {{ color: {c.accent}; }}
    QDialogButtonBox {{ dialogbuttonbox-buttons-have-icons: 0; }}
    QScrollBar:vertical {{ background: transparent; width: {px(10)}; margin: 0; }}
    QScrollBar:horizontal {{ background: transparent; height: {px(10)}; margin: 0; }}
    QScrollBar::handle {{ background: {c.line}; border-radius: {px(4)}; margin: {px(2)}; min-height: {px(32)};
      min-width: {px(32)}; }}
    QScrollBar::handle:hover {{ background: {c.faint}; }}
    QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
    QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
    """
