package dev.rankine.samples.desktop

import dev.rankine.shapes.RankineException
import java.awt.BorderLayout
import java.awt.image.BufferedImage
import javax.swing.BorderFactory
import javax.swing.JButton
import javax.swing.JFrame
import javax.swing.JLabel
import javax.swing.JPanel
import javax.swing.SwingUtilities

/** The window. The model is opened and asked on another thread, so that the pen never waits for it. Made on Swing's thread. */
internal class Window(open: () -> DigitReader) {
    private val bars = Bars()
    private val line = JLabel(INVITATION)
    private val reader by lazy(open)
    private val reading = Newest<BufferedImage> { read(it) }

    /** Shows it; the program ends when it is closed. */
    fun show() {
        val drawing = Drawing(reading::ask)
        val erase = JButton("Erase").apply { addActionListener { drawing.erase() } }
        val below =
            JPanel(BorderLayout()).apply {
                add(line, BorderLayout.CENTER)
                add(erase, BorderLayout.EAST)
            }
        JFrame("Draw a digit").apply {
            defaultCloseOperation = JFrame.EXIT_ON_CLOSE
            val content = JPanel(BorderLayout(MARGIN, MARGIN))
            content.border = BorderFactory.createEmptyBorder(MARGIN, MARGIN, MARGIN, MARGIN)
            content.add(drawing, BorderLayout.WEST)
            content.add(bars, BorderLayout.CENTER)
            content.add(below, BorderLayout.SOUTH)
            contentPane = content
            pack()
            isResizable = false
            setLocationRelativeTo(null)
            isVisible = true
        }
    }

    /** Runs on the reading thread; the empty sheet of the start has the model opened. */
    private fun read(image: BufferedImage) {
        try {
            val known = reader
            val ink = Ink.of(image)
            if (ink.isBlank) show(null, INVITATION) else show(known.probabilities(ink.centred()), " ")
        } catch (wrong: RankineException) {
            show(null, wrong.message.orEmpty())
        }
    }

    private fun show(probabilities: FloatArray?, text: String): Unit =
        SwingUtilities.invokeLater {
            bars.probabilities = probabilities
            // several lines need HTML in Swing; the text itself is none
            val escaped = text.replace("&", "&amp;").replace("<", "&lt;")
            line.text = "<html>${escaped.replace("\n", "<br>")}</html>"
        }

    private companion object {
        const val MARGIN = 12
        const val INVITATION = "Draw a digit on the left."
    }
}
