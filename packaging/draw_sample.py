"""Draw the pictures of the sample planner into resources/sample/pictures."""

from __future__ import annotations

import math
import os
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPainter, QPainterPath, QPen

SIZE = (1080, 720)
INK = "#26292d"
FOLDER = Path(__file__).resolve().parent.parent / "resources" / "sample" / "pictures"


def canvas(ground: str) -> tuple[QImage, QPainter]:
    image = QImage(*SIZE, QImage.Format.Format_RGB32)
    image.fill(QColor(ground))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    return image, painter


def pen(colour: str, width: float) -> QPen:
    return QPen(
        QColor(colour),
        width,
        Qt.PenStyle.SolidLine,
        Qt.PenCapStyle.RoundCap,
        Qt.PenJoinStyle.RoundJoin,
    )


def tracing(beats: list[float]) -> QImage:
    """A single-lead tracing on graph paper, beats at fractions of the width."""
    image, painter = canvas("#fff5f3")
    width, height = SIZE
    for step, colour in ((24, "#fbe3e0"), (120, "#f3c4bf")):
        painter.setPen(pen(colour, 2))
        for x in range(0, width + 1, step):
            painter.drawLine(x, 0, x, height)
        for y in range(0, height + 1, step):
            painter.drawLine(0, y, width, y)
    line = QPainterPath(QPointF(0, height * 0.62))
    base = height * 0.62
    for beat in beats:
        x = beat * width
        line.lineTo(x - 26, base)
        line.lineTo(x - 14, base + 26)
        line.lineTo(x, base - 290)
        line.lineTo(x + 18, base + 84)
        line.lineTo(x + 32, base)
        line.lineTo(x + 70, base)
        line.cubicTo(x + 100, base - 66, x + 138, base - 66, x + 166, base)
    line.lineTo(width, base)
    painter.setPen(pen(INK, 7))
    painter.drawPath(line)
    painter.end()
    return image


def home_cuff() -> QImage:
    image, painter = canvas("#e9f1f2")
    painter.setPen(pen("#8fb3b9", 8))
    painter.drawLine(120, 560, 960, 560)
    painter.setPen(pen("#b98a6a", 110))
    painter.drawLine(250, 300, 430, 480)
    painter.drawLine(430, 480, 760, 500)
    painter.setPen(pen("#0b6474", 124))
    painter.drawLine(300, 350, 350, 400)
    painter.setPen(pen(INK, 6))
    tube = QPainterPath(QPointF(360, 330))
    tube.cubicTo(520, 180, 640, 260, 720, 300)
    painter.drawPath(tube)
    painter.setBrush(QColor("#ffffff"))
    painter.drawRoundedRect(QRectF(700, 230, 210, 150), 18, 18)
    painter.setPen(pen("#0b6474", 10))
    for y, length in ((275, 120), (310, 90), (345, 60)):
        painter.drawLine(735, y, 735 + length, y)
    painter.end()
    return image


def echo_sketch() -> QImage:
    image, painter = canvas("#15181b")
    cone = QPainterPath(QPointF(540, 30))
    cone.lineTo(130, 640)
    cone.quadTo(540, 760, 950, 640)
    cone.closeSubpath()
    painter.fillPath(cone, QColor("#23282d"))
    painter.setPen(pen("#d8dde2", 9))
    for rect in (
        QRectF(390, 190, 140, 230),
        QRectF(560, 180, 170, 250),
        QRectF(380, 450, 150, 150),
        QRectF(570, 455, 160, 150),
    ):
        painter.drawRoundedRect(rect, 66, 66)
    painter.end()
    return image


def walking_plan() -> QImage:
    image, painter = canvas("#f6f5f2")
    for day in range(7):
        y = 90 + day * 90
        painter.setPen(pen("#e2dfd8", 4))
        painter.drawLine(110, y, 970, y)
        painter.setPen(pen("#1b6b3c", 26))
        painter.drawLine(130, y, 130 + 110 + day * 110, y)
        painter.setPen(pen(INK, 5))
        painter.setBrush(QColor("#ffffff"))
        painter.drawEllipse(QPointF(90, y), 18, 18)
    painter.end()
    return image


def pulse_check() -> QImage:
    image, painter = canvas("#fbefd3")
    painter.setPen(pen("#b98a6a", 130))
    painter.drawLine(80, 470, 760, 430)
    painter.setPen(pen("#cda183", 54))
    painter.drawLine(560, 170, 500, 400)
    painter.drawLine(640, 150, 570, 398)
    painter.setPen(pen("#a8231b", 6))
    for ring in range(3):
        points = QPainterPath()
        radius = 60 + ring * 34
        for step in range(41):
            angle = math.pi * (0.15 + 0.7 * step / 40)
            point = QPointF(530 + radius * math.cos(angle), 440 + radius * math.sin(angle) * 0.8)
            points.moveTo(point) if step == 0 else points.lineTo(point)
        painter.drawPath(points)
    painter.end()
    return image


def main() -> None:
    QGuiApplication([])
    FOLDER.mkdir(parents=True, exist_ok=True)
    pictures = {
        "ecg-strip": tracing([0.14, 0.38, 0.62, 0.86]),
        "ecg-strip-example": tracing([0.17, 0.52, 0.84]),
        "home-cuff": home_cuff(),
        "echo-sketch": echo_sketch(),
        "walking-plan": walking_plan(),
        "pulse-check": pulse_check(),
    }
    for name, image in pictures.items():
        image.save(str(FOLDER / f"{name}.png"))


if __name__ == "__main__":
    main()
