package dev.rankine.samples.javadigits;

import static dev.rankine.ops.Values.valueOf;

import dev.rankine.data.LabelledImages;
import dev.rankine.data.Normalization;
import dev.rankine.ops.Value;

/** Images of digits as values: normalized pixels, {@code [count, pixels]}, and which digit each one shows, {@code [count]}. */
record Digits(Value images, Value labels) {
    static Digits of(LabelledImages drawn, Normalization normalization) {
        byte[] bytes = drawn.getPixels();
        float[] pixels = new float[bytes.length];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (float) (((bytes[i] & 0xff) / 255.0 - normalization.getMean()) / normalization.getDeviation());
        }
        int count = drawn.getCount();
        long[] labels = new long[count];
        for (int i = 0; i < count; i++) {
            labels[i] = drawn.label(i);
        }
        return new Digits(valueOf(pixels, count, drawn.getRows() * drawn.getColumns()), valueOf(labels, count));
    }

    int count() {
        return labels.getElements();
    }
}
