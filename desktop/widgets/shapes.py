"""Small shapes drawn by the painter: kinds of meetings, notes, disputes, dots, what rests on a passage."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPolygonF

DOT_STEP = 1.4  # from dot to dot, in sizes of a dot


def draw_badge(
    painter: QPainter, area: QRectF, shape: str, colour: QColor, *, dashed: bool = False, filled: bool = False
) -> None:
    """An outline in an area: circle, square, diamond, hexagon, triangle or arrows; dashed for what is not sure."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pen = QPen(colour, max(1.2, area.width() / 18))
    if dashed:
        pen.setStyle(Qt.PenStyle.DotLine)
    painter.setPen(pen)
    painter.setBrush(colour if filled else Qt.BrushStyle.NoBrush)
    if shape == "circle":
        painter.drawEllipse(area)
    elif shape == "square":
        painter.drawRoundedRect(area, area.width() / 6, area.width() / 6)
    elif shape == "arrows":
        _draw_arrows(painter, area)
    else:
        painter.drawPolygon(_polygon(area, shape))
    painter.restore()


def _polygon(area: QRectF, shape: str) -> QPolygonF:
    corners = {
        "diamond": ((0.5, 0), (1, 0.5), (0.5, 1), (0, 0.5)),
        "triangle": ((0.5, 0.05), (1, 0.9), (0, 0.9)),
        "hexagon": ((0.25, 0.06), (0.75, 0.06), (1, 0.5), (0.75, 0.94), (0.25, 0.94), (0, 0.5)),
    }[shape]
    return QPolygonF([QPointF(area.x() + area.width() * x, area.y() + area.height() * y) for x, y in corners])


def _draw_arrows(painter: QPainter, area: QRectF) -> None:
    """Two arrows, there and back."""
    left, right, tip = area.left(), area.right(), area.width() / 4
    for y, start, end, sign in (
        (area.y() + area.height() * 0.33, left, right, -1),
        (area.y() + area.height() * 0.67, right, left, 1),
    ):
        painter.drawLine(QPointF(start, y), QPointF(end, y))
        painter.drawLine(QPointF(end, y), QPointF(end + sign * tip, y - tip * 0.8))
        painter.drawLine(QPointF(end, y), QPointF(end + sign * tip, y + tip * 0.8))


def draw_note(painter: QPainter, area: QRectF, colour: QColor) -> None:
    """A page with two lines of writing."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colour, 1.2))
    painter.drawRoundedRect(area, 1.5, 1.5)
    for share in (0.38, 0.64):
        y = area.y() + area.height() * share
        painter.drawLine(QPointF(area.x() + area.width() * 0.25, y), QPointF(area.right() - area.width() * 0.25, y))
    painter.restore()


def draw_unequal(painter: QPainter, area: QRectF, colour: QColor) -> None:
    """Two lines struck through: sources disagree."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colour, 1.3))
    for share in (0.36, 0.64):
        y = area.y() + area.height() * share
        painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y))
    slant = area.width() * 0.28
    painter.drawLine(QPointF(area.left() + slant, area.bottom()), QPointF(area.right() - slant, area.top()))
    painter.restore()


def draw_words(painter: QPainter, area: QRectF, colour: QColor) -> None:
    """An opening quotation mark: somebody's words."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    side = area.width() * 0.42
    for left in (area.left(), area.left() + area.width() * 0.54):
        drop = QRectF(left, area.center().y() - side * 0.1, side, side)
        painter.drawEllipse(drop)
        tail = QPainterPath(QPointF(drop.left(), drop.center().y()))
        tip = QPointF(drop.right(), drop.top() - side * 0.8)
        tail.quadTo(QPointF(drop.left(), drop.top() - side * 0.5), tip)
        tail.quadTo(QPointF(drop.center().x(), drop.top() - side * 0.2), QPointF(drop.center().x(), drop.center().y()))
        tail.closeSubpath()
        painter.drawPath(tail)
    painter.restore()


def draw_pin(painter: QPainter, area: QRectF, colour: QColor, *, dashed: bool = False) -> None:
    """A ring with a point in it: a value that rests here; dashed where it is only inferred."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pen = QPen(colour, 1.3)
    if dashed:
        pen.setStyle(Qt.PenStyle.DotLine)
    painter.setPen(pen)
    painter.drawEllipse(area.adjusted(0.7, 0.7, -0.7, -0.7))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawEllipse(area.center(), area.width() * 0.18, area.height() * 0.18)
    painter.restore()


def draw_label(painter: QPainter, area: QRectF, colour: QColor, ground: QColor | None) -> None:
    """A luggage label: a tag; filled with its colour if it has one."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colour, 1.2))
    painter.setBrush(ground or Qt.BrushStyle.NoBrush)
    corners = ((0, 0.5), (0.36, 0.14), (1, 0.14), (1, 0.86), (0.36, 0.86))
    painter.drawPolygon(
        QPolygonF([QPointF(area.x() + area.width() * x, area.y() + area.height() * y) for x, y in corners])
    )
    painter.restore()


def draw_dots(painter: QPainter, end: QPointF, side: float, colours: Sequence[str | None], plain: QColor) -> float:
    """Dots of some colours in a row that ends at a point, hollow ones where there is no colour; the room they take."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    step = side * DOT_STEP
    for at, colour in enumerate(colours):
        left = end.x() - side - (len(colours) - 1 - at) * step
        area = QRectF(left, end.y() - side / 2, side, side).adjusted(0.6, 0.6, -0.6, -0.6)
        painter.setPen(QPen(plain, 1.2) if colour is None else Qt.PenStyle.NoPen)
        painter.setBrush(Qt.BrushStyle.NoBrush if colour is None else QColor(colour))
        painter.drawEllipse(area)
    painter.restore()
    return len(colours) * step
