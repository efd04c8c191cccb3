import java.io.IOException;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;

/** A network that delivers requests again: the one under way a second time, old ones late, and a later before an earlier. */
final class Echo {

    private static final int SLOWEST_MS = 4_000;

    private final Wire wire;
    private final List<Examinee> examinees;
    private final Random random;
    private volatile boolean over;
    final AtomicInteger duplicated = new AtomicInteger();
    final AtomicInteger late = new AtomicInteger();
    final AtomicInteger reordered = new AtomicInteger();

    Echo(Wire wire, List<Examinee> examinees, long seed) {
        this.wire = wire;
        this.examinees = examinees;
        this.random = new Random(seed);
    }

    void begin() {
        Thread.startVirtualThread(() -> {
            try {
                while (!over) {
                    Thread.sleep(20 + random.nextInt(60));
                    Examinee whose = examinees.get(random.nextInt(examinees.size()));
                    List<Machine.Sent> sent = whose.sent();
                    if (sent.size() > 1) {
                        repeat(whose, sent);
                    }
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    void end() {
        over = true;
    }

    private void repeat(Examinee whose, List<Machine.Sent> sent) {
        Machine.Sent last = sent.getLast();
        Machine.Sent old = sent.get(random.nextInt(sent.size() - 1));
        int delay = random.nextInt(SLOWEST_MS);
        switch (random.nextInt(3)) {
            case 0 -> Thread.startVirtualThread(() -> send(whose, last, 0, duplicated));
            case 1 -> Thread.startVirtualThread(() -> send(whose, old, delay, late));
            default -> Thread.startVirtualThread(() -> {
                send(whose, last, 0, reordered);
                send(whose, old, 0, reordered);
            });
        }
    }

    private void send(Examinee whose, Machine.Sent body, int delay, AtomicInteger count) {
        try {
            Thread.sleep(delay);
            Wire.Answer answer = wire.post("/api/exam/answers", body.token(), body.body());
            count.incrementAndGet();
            if (answer.good()) {
                whose.overheard(Long.parseLong(answer.field("acknowledgedUpTo")), answer.field("hash"));
            }
        } catch (IOException e) {
            // Whatever would have come of it: the machine that made it still sends it itself.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
