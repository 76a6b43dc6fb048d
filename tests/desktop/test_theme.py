"""The look: colours that can be read, fonts that hold the letters we show, icons that are drawn."""

import pytest
from PySide6.QtGui import QImage, QRawFont
from PySide6.QtWidgets import QApplication

from desktop.actions import ACTIONS
from desktop.icons import app_icon, icon
from desktop.theme import DARK, FONTS, LIGHT, MORE_FONTS, ZOOMS, font_file, load_fonts, theme

READABLE = 4.5  # WCAG 2.2, level AA


def brightness(colour):
    """The relative luminance of #rrggbb, as WCAG defines it."""
    shares = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4 for share in shares)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    """How far apart two colours are for the eye, from 1 to 21."""
    dark, bright = sorted((brightness(one), brightness(other)))
    return (bright + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
def test_text_can_be_read_on_every_ground(colours):
    for ground in (colours.page, colours.side, colours.raised):
        for text in (colours.text, colours.muted, colours.accent, colours.warn):
            assert contrast(text, ground) >= READABLE, (text, ground)
    for text, ground in (
        (colours.text, colours.chosen),
        (colours.text, colours.mark),
        (colours.on_accent, colours.accent),
    ):
        assert contrast(text, ground) >= READABLE, (text, ground)


@pytest.mark.parametrize("zoom", ZOOMS)
def test_type_grows_with_the_zoom_and_keeps_its_order(qapp, zoom):
    theme.apply("light", zoom)
    assert theme.type.small < theme.type.body < theme.type.heading
    assert theme.type.body == round(14 * zoom / 100)
    assert QApplication.font().pixelSize() == theme.type.body
    assert theme.px(100) == zoom


def test_every_bundled_font_loads(qapp):
    assert load_fonts((*FONTS, *MORE_FONTS)) == []
    assert load_fonts(("no-such-font",)) == ["no-such-font"]


@pytest.mark.parametrize(("name", "letters"), [("NotoSans-Regular", "Aéşğı–“ЖЎ"), ("NotoSansArabic-Regular", "ایران")])
def test_the_letters_of_our_scripts_are_real(qapp, name, letters):
    font = QRawFont(str(font_file(name)), 14)
    assert [letter for letter in letters if not font.supportsCharacter(ord(letter))] == []


@pytest.mark.parametrize("name", sorted({action.icon for action in ACTIONS if action.icon}))
def test_every_icon_is_drawn_in_the_colour_of_the_text(qapp, name):
    for scheme in ("light", "dark"):
        theme.apply(scheme, 100)
        assert colours_of(icon(name).pixmap(24, 24).toImage()) == {theme.colours.text}


def test_the_program_has_an_icon(qapp):
    assert {size.width() for size in app_icon().availableSizes()} == {16, 32, 48, 128}


def colours_of(image):
    """The colours that are fully there."""
    whole = image.convertToFormat(QImage.Format.Format_ARGB32)
    pixels = (whole.pixelColor(x, y) for x in range(whole.width()) for y in range(whole.height()))
    return {colour.name() for colour in pixels if colour.alpha() == 255}
