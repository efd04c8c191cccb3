package io.tanshi.kernel;

/**
 * An amount of Chinese money.
 *
 * @param amount in 分 (1/100 yuan); never negative
 */
public record Fen(long amount) {

    public Fen {
        if (amount < 0) {
            throw new IllegalArgumentException("An amount of money is not negative: " + amount);
        }
    }

    public static Fen ofYuan(long yuan) {
        return new Fen(Math.multiplyExact(yuan, 100L));
    }

    public Fen plus(Fen other) {
        return new Fen(Math.addExact(amount, other.amount));
    }

    /** As printed: {@code ¥100.00}. */
    @Override
    public String toString() {
        return "¥%d.%02d".formatted(amount / 100, amount % 100);
    }
}
