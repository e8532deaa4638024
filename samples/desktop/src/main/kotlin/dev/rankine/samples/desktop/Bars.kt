package dev.rankine.samples.desktop

import java.awt.Color
import java.awt.Dimension
import java.awt.Graphics
import javax.swing.JComponent

/** Ten bars, as long as the digits are probable; the longest stands out. */
internal class Bars : JComponent() {
    /** What is shown; null for nothing. */
    var probabilities: FloatArray? = null
        set(new) {
            field = new
            repaint()
        }

    init {
        preferredSize = Dimension(WIDTH, HEIGHT)
    }

    override fun paintComponent(graphics: Graphics) {
        val shown = probabilities
        val line = height / DIGITS
        for (digit in 0 until DIGITS) {
            val middle = digit * line + line / 2 + graphics.fontMetrics.ascent / 2
            graphics.color = Color.BLACK
            graphics.drawString("$digit", MARGIN, middle)
            if (shown == null) continue
            val isBest = shown.indices.maxBy { shown[it] } == digit
            graphics.color = if (isBest) Color(0x2B, 0x6C, 0xB0) else Color(0xA0, 0xAE, 0xC0)
            graphics.fillRect(LEFT, digit * line + 4, (shown[digit] * (width - LEFT - RIGHT)).toInt(), line - 8)
            graphics.color = Color.BLACK
            graphics.drawString(percent(shown[digit]), width - RIGHT + MARGIN, middle)
        }
    }

    private companion object {
        const val DIGITS = 10
        const val WIDTH = 280
        const val HEIGHT = 308
        const val MARGIN = 8
        const val LEFT = 28
        const val RIGHT = 72
    }
}
