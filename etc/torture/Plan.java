import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/** What happens when: drawn from the seed alone, so that a run can be repeated. */
record Plan(List<Strike> strikes) {

    enum Fault {
        KILL_APPLICATION,
        KILL_POSTMASTER,
        KILL_BACKEND,
        STOP_APPLICATION,
        STOP_POSTGRES,
        DISK_FULL,
        OTHER_MACHINE,
        CLOCK_JUMP;

        boolean kills() {
            return this == KILL_APPLICATION || this == KILL_POSTMASTER || this == KILL_BACKEND;
        }
    }

    /**
     * @param atMs after the bell, at the earliest: a kill waits until something was acknowledged since the one before
     * @param lasts milliseconds, of faults that last
     * @param whom candidates concerned, by number, of faults that concern some
     */
    record Strike(long atMs, Fault fault, long lasts, List<Integer> whom) {

        @Override
        public String toString() {
            return "%7.1f s %s%s%s".formatted(
                    atMs / 1000.0, fault, lasts > 0 ? " for " + lasts + " ms" : "", whom.isEmpty() ? "" : " candidates " + whom);
        }
    }

    static Plan draw(long seed, double minutes, int kills, int candidates) {
        Random random = new Random(seed);
        long whole = (long) (minutes * 60_000);
        List<Strike> strikes = new ArrayList<>();
        for (int i = 0; i < kills; i++) {
            strikes.add(new Strike(within(random, whole, i, kills), kill(random, i), 0, List.of()));
        }
        add(strikes, random, whole, Fault.STOP_APPLICATION, 40_000, 500, 4_000);
        add(strikes, random, whole, Fault.STOP_POSTGRES, 40_000, 500, 4_000);
        add(strikes, random, whole, Fault.DISK_FULL, 60_000, 3_000, 8_000);
        addSome(strikes, random, whole, Fault.OTHER_MACHINE, 8_000, candidates);
        addSome(strikes, random, whole, Fault.CLOCK_JUMP, 12_000, candidates);
        strikes.sort(Comparator.comparingLong(Strike::atMs));
        return new Plan(List.copyOf(strikes));
    }

    /** Of three kills each kind comes once, in an order of its own. */
    private static Fault kill(Random random, int i) {
        return i % 3 == 0
                ? Fault.KILL_APPLICATION
                : random.nextInt(3) == 0 ? Fault.KILL_APPLICATION : i % 3 == 1 ? Fault.KILL_POSTMASTER : Fault.KILL_BACKEND;
    }

    private static void add(
            List<Strike> strikes, Random random, long whole, Fault fault, long every, int shortest, int longest) {
        int count = (int) Math.max(1, whole / every);
        for (int i = 0; i < count; i++) {
            strikes.add(new Strike(
                    within(random, whole, i, count), fault, random.nextInt(shortest, longest), List.of()));
        }
    }

    private static void addSome(
            List<Strike> strikes, Random random, long whole, Fault fault, long every, int candidates) {
        int count = (int) Math.max(1, whole / every);
        for (int i = 0; i < count; i++) {
            List<Integer> whom = random.ints(1 + random.nextInt(3), 0, candidates).distinct().boxed().toList();
            strikes.add(new Strike(within(random, whole, i, count), fault, 0, whom));
        }
    }

    /** Somewhere in the i-th of equal stretches. */
    private static long within(Random random, long whole, int i, int count) {
        return (long) ((i + random.nextDouble()) * whole / count);
    }
}
