package dev.rankine.samples.javadigits;

import static dev.rankine.autodiff.Autodiff.backward;
import static dev.rankine.ops.Values.argmax;
import static dev.rankine.ops.Values.crossEntropy;
import static dev.rankine.ops.Values.eq;
import static dev.rankine.ops.Values.indexSelect;
import static dev.rankine.ops.Values.item;
import static dev.rankine.ops.Values.manualSeed;
import static dev.rankine.ops.Values.noGrad;
import static dev.rankine.ops.Values.randperm;
import static dev.rankine.ops.Values.scope;
import static dev.rankine.ops.Values.split;
import static dev.rankine.ops.Values.sum;

import dev.rankine.data.DrawnDigits;
import dev.rankine.data.LabelledImages;
import dev.rankine.data.Normalization;
import dev.rankine.io.ModelFile;
import dev.rankine.ops.Value;
import dev.rankine.optim.Adam;
import dev.rankine.optim.Optimizer;
import dev.rankine.shapes.RankineException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/** Learns to read digits, saves the model, loads it again: a training loop in Java. */
public final class JavaDigits {
    private static final int EPOCHS = 5;
    private static final int BATCH = 100;

    private JavaDigits() {}

    /** Takes the file that the model goes to; without an argument it is {@code java-digits.safetensors}. */
    public static void main(String[] arguments) {
        try {
            run(Path.of(arguments.length > 0 ? arguments[0] : "java-digits.safetensors"), System.out);
        } catch (RankineException e) {
            System.err.println("java: " + e.getMessage());
            System.exit(2);
        }
    }

    /** Trains, tests, saves to {@code file} and loads again; says what it does to {@code out}. */
    static void run(Path file, PrintStream out) {
        ModelFile.requireWritable(file);
        manualSeed(0);
        LabelledImages drawn = DrawnDigits.draw(12_000, 0);
        Normalization normalization = Normalization.of(drawn);
        Digits train = Digits.of(drawn, normalization);
        Digits test = Digits.of(DrawnDigits.draw(2_000, 1_000), normalization);
        Mlp model = new Mlp();
        out.println(model);

        Optimizer optimizer = new Adam(model.parameters(), 1e-3);
        for (int epoch = 1; epoch <= EPOCHS; epoch++) {
            double loss = train(model, optimizer, train);
            out.printf(Locale.ROOT, "epoch %d/%d  loss %.4f%n", epoch, EPOCHS, loss);
        }
        out.printf(Locale.ROOT, "test       accuracy %.2f %%%n", 100 * accuracy(model, test));

        long bytes = ModelFile.save(file, model, Map.of("language", "Java"));
        out.printf(Locale.ROOT, "saved      %s (%,d bytes)%n", file, bytes);

        Mlp loaded = new Mlp();
        Map<String, String> metadata = ModelFile.load(file, loaded);
        out.printf(
                Locale.ROOT,
                "loaded     accuracy %.2f %%, language %s%n",
                100 * accuracy(loaded, test),
                metadata.get("language"));
    }

    /** One epoch in a new order; returns the mean loss. */
    private static double train(Mlp model, Optimizer optimizer, Digits digits) {
        model.train();
        double total = 0;
        int steps = 0;
        for (Value rows : split(randperm(digits.count()), BATCH)) {
            // a scope returns what a step allocates, but for parameters, gradients and the optimizer's state
            total += scope("step", () -> {
                optimizer.zeroGradients();
                Value scores = model.forward(indexSelect(digits.images(), 0, rows));
                Value loss = crossEntropy(scores, indexSelect(digits.labels(), 0, rows));
                backward(loss);
                optimizer.step();
                return item(loss);
            });
            steps++;
        }
        return total / steps;
    }

    /** The share of digits that are read right. */
    static double accuracy(Mlp model, Digits digits) {
        model.eval();
        return noGrad(() -> scope("accuracy", () -> {
            Value seen = argmax(model.forward(digits.images()), -1);
            return item(sum(eq(seen, digits.labels()))) / digits.count();
        }));
    }
}
