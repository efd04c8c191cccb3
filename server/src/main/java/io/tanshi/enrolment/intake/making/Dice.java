package io.tanshi.enrolment.intake.making;

import java.util.List;
import java.util.SplittableRandom;

/** Chance that a seed repeats. */
final class Dice {

    private final SplittableRandom random;

    Dice(long seed) {
        this.random = new SplittableRandom(seed);
    }

    /** From {@code low} to {@code high}, both included. */
    int between(int low, int high) {
        return random.nextInt(low, high + 1);
    }

    boolean oneIn(int times) {
        return random.nextInt(times) == 0;
    }

    <T> T pick(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    String digits(int count) {
        StringBuilder digits = new StringBuilder();
        for (int i = 0; i < count; i++) {
            digits.append(random.nextInt(10));
        }
        return digits.toString();
    }

    void fill(byte[] bytes) {
        random.nextBytes(bytes);
    }

    long seed() {
        return random.nextLong();
    }

    /** In place, as {@link java.util.Collections#shuffle} does it. */
    <T> void shuffle(List<T> values) {
        for (int i = values.size() - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            T swapped = values.get(i);
            values.set(i, values.get(other));
            values.set(other, swapped);
        }
    }
}
