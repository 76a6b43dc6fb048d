"""A small window with a page to read: About, and how to search."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from desktop.pages.markup import Page
from desktop.views.page_browser import PageBrowser


class TextDialog(QDialog):
    """Shows one page; Escape closes it."""

    def __init__(self, title: str, page: Page, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.resize(620, 560)
        self.browser = PageBrowser(title, self)
        self.browser.show_page(page)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 16, 16)
        layout.addWidget(self.browser, 1)
        layout.addWidget(buttons)
