import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Random;
import java.util.TreeMap;

/**
 * The exam's page on one machine: seals what its candidate does into the chain, sends it until the server acknowledges it,
 * the same body to the last byte, and only then forgets it. See web/apps/exam/src/log/queue.ts.
 */
final class Machine {

    private static final int LARGEST_BATCH = 100;
    private static final int FULL = 400;
    private static final long FIRST_RETRY_MS = 800;
    private static final long LONGEST_RETRY_MS = 10_000;

    /** What was sent once and may be sent again by a bad network. */
    record Sent(String token, String body) {}

    private final Examinee owner;
    private final Wire wire;
    private final String token;
    private final Random random;
    private final List<Entry> pending = new ArrayList<>();
    private final Map<Long, String> made = new HashMap<>();
    private final NavigableMap<Long, Long> madeAt = new TreeMap<>();
    private long seq;
    private String head;
    private String body;
    private volatile long clockOffset;
    private volatile boolean halted;
    private volatile String refusal = "";

    Machine(Examinee owner, Wire wire, String token, long seq, String head, long seed) {
        this.owner = owner;
        this.wire = wire;
        this.token = token;
        this.seq = seq;
        this.head = head;
        this.random = new Random(seed);
        made.put(seq, head);
    }

    void jump(long ms) {
        clockOffset += ms;
    }

    boolean halted() {
        return halted;
    }

    /** Why the server takes nothing from here any more; empty when it does. */
    String refusal() {
        return refusal;
    }

    String token() {
        return token;
    }

    synchronized long lastSeq() {
        return seq;
    }

    synchronized boolean settled() {
        return pending.isEmpty();
    }

    /** The candidate does something: chooses, writes, flags. */
    synchronized void act(Questions paper) {
        if (pending.size() >= FULL) {
            return;
        }
        Questions.Question question = paper.items().get(random.nextInt(paper.items().size()));
        long now = System.currentTimeMillis() + clockOffset;
        Entry open = random.nextInt(10) == 0
                ? new Entry(seq + 1, question.id(), null, null, random.nextBoolean(), now, "")
                : question.options().isEmpty()
                        ? new Entry(seq + 1, question.id(), List.of(), words(), null, now, "")
                        : new Entry(seq + 1, question.id(), List.of(question.options().get(random.nextInt(question.options().size()))), "", null, now, "");
        Entry entry = open.sealedAfter(head);
        seq = entry.seq();
        head = entry.hash();
        made.put(seq, head);
        madeAt.put(seq, System.nanoTime());
        owner.made(entry);
        pending.add(entry);
    }

    private String words() {
        return "外购电力的间接排放，第 " + (seq + 1) + " 稿，" + "核算边界".repeat(random.nextInt(40));
    }

    /** Sends until everything is acknowledged or the server refuses; returns how long to wait before the next look. */
    long pump(int failures) throws InterruptedException {
        String sending = nextBody();
        if (sending == null || halted) {
            return 0;
        }
        owner.sent(new Sent(token, sending));
        try {
            Wire.Answer answer = wire.post("/api/exam/answers", token, sending);
            if (answer.good()) {
                acknowledge(Long.parseLong(answer.field("acknowledgedUpTo")), answer.field("hash"), true);
                return 0;
            }
            if (!answer.passing()) {
                refused(answer);
                return 0;
            }
        } catch (IOException e) {
            // No answer: whether it was stored nobody knows, so it is sent again.
        }
        return (long) (Math.min(LONGEST_RETRY_MS, FIRST_RETRY_MS << Math.min(failures, 4)) * (0.5 + 0.5 * random.nextDouble()));
    }

    private synchronized String nextBody() {
        if (body == null && !pending.isEmpty()) {
            List<String> entries = pending.stream().limit(LARGEST_BATCH).map(Entry::json).toList();
            body = "{\"entries\":[" + String.join(",", entries) + "],\"newsAfter\":0}";
        }
        return body;
    }

    private void refused(Wire.Answer answer) {
        halted = true;
        if (!answer.says("opened-elsewhere")) {
            refusal = answer.status() + " " + answer.text();
        }
    }

    void beat() throws InterruptedException {
        try {
            Wire.Answer answer = wire.post(
                    "/api/exam/heartbeat", token, "{\"newsAfter\":0,\"unsent\":0,\"away\":0,\"handRaised\":false}");
            // Of an attempt that is over a former machine is told the end, which need not be its own.
            if (answer.good() && !answer.field("state").equals("SUBMITTED")) {
                acknowledge(Long.parseLong(answer.field("acknowledgedUpTo")), answer.field("hash"), false);
            }
        } catch (IOException e) {
            // The next one tells.
        }
    }

    private synchronized void acknowledge(long upTo, String hash, boolean ofBody) {
        if (!hash.equals(made.get(upTo))) {
            owner.contradicted("acknowledged %d %s, made here was %s".formatted(upTo, hash, made.get(upTo)));
            return;
        }
        long now = System.nanoTime();
        Map<Long, Long> waiting = madeAt.headMap(upTo, true);
        waiting.forEach((number, since) -> {
            owner.acknowledged(number, made.get(number));
            owner.waited(since, now);
        });
        waiting.clear();
        if (ofBody) {
            body = null;
            pending.removeIf(entry -> entry.seq() <= upTo);
        }
    }
}
