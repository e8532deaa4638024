package dev.rankine.samples.desktop

import java.awt.BasicStroke
import java.awt.Color
import java.awt.Dimension
import java.awt.Graphics
import java.awt.RenderingHints
import java.awt.event.MouseAdapter
import java.awt.event.MouseEvent
import java.awt.image.BufferedImage
import javax.swing.JComponent

/** Paper to draw on with the mouse; [changed] is given a copy of it after every piece of a stroke. */
internal class Drawing(private val changed: (BufferedImage) -> Unit) : JComponent() {
    private val paper = BufferedImage(PAPER, PAPER, BufferedImage.TYPE_BYTE_GRAY)
    private val pen = paper.createGraphics()

    init {
        preferredSize = Dimension(PAPER, PAPER)
        minimumSize = preferredSize
        maximumSize = preferredSize
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON)
        pen.stroke = BasicStroke(PEN, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND)
        erase()
        val mouse =
            object : MouseAdapter() {
                private var x = 0
                private var y = 0

                override fun mousePressed(event: MouseEvent) {
                    x = event.x
                    y = event.y
                    mouseDragged(event)
                }

                override fun mouseDragged(event: MouseEvent) {
                    pen.drawLine(x, y, event.x, event.y)
                    x = event.x
                    y = event.y
                    hasChanged()
                }
            }
        addMouseListener(mouse)
        addMouseMotionListener(mouse)
    }

    /** Takes a new sheet. */
    fun erase() {
        pen.color = Color.WHITE
        pen.fillRect(0, 0, PAPER, PAPER)
        pen.color = Color.BLACK
        hasChanged()
    }

    override fun paintComponent(graphics: Graphics) {
        graphics.drawImage(paper, 0, 0, null)
    }

    private fun hasChanged() {
        repaint()
        changed(BufferedImage(paper.colorModel, paper.copyData(null), false, null))
    }

    private companion object {
        const val PAPER = 308

        /** A ninth of a digit that fills two thirds of the paper: about what the model has seen. */
        const val PEN = 22f
    }
}
