package dev.rankine.samples.javadigits;

import static dev.rankine.ops.Values.valueOf;

import dev.rankine.data.DrawnDigits;
import dev.rankine.data.LabelledImages;
import dev.rankine.ops.Value;

/**
 * Images of digits as values: pixels from 0 to 1, {@code [count, 784]}, and which digit each one shows, {@code [count]}.
 */
record Digits(Value images, Value labels) {
    /** Digits that are drawn from {@code seed}. */
    static Digits drawn(int count, long seed) {
        LabelledImages drawn = DrawnDigits.draw(count, seed);
        byte[] bytes = drawn.getPixels();
        float[] pixels = new float[bytes.length];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (bytes[i] & 0xff) / 255f;
        }
        long[] labels = new long[count];
        for (int i = 0; i < count; i++) {
            labels[i] = drawn.label(i);
        }
        return new Digits(valueOf(pixels, count, 784), valueOf(labels, count));
    }

    int count() {
        return labels.getElements();
    }
}
