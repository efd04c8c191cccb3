import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;

/** One candidate with everything the server has ever promised, at whichever machine. */
final class Examinee {

    private static final int REMEMBERED_BODIES = 20;
    private static volatile Questions paper;

    /** What was acknowledged: sequence numbers with the hash promised for each. */
    final Map<Long, String> acknowledged = new ConcurrentSkipListMap<>();
    final List<String> contradictions = new CopyOnWriteArrayList<>();
    final List<Wire.Answer> receipts = new CopyOnWriteArrayList<>();
    private final Set<String> made = ConcurrentHashMap.newKeySet();
    private final Deque<Machine.Sent> bodies = new ArrayDeque<>();
    private final Wire wire;
    private final Invigilator invigilator;
    private final AtomicLong count;
    private final String[] door;
    private final Random random;
    private final Random seeds;
    private volatile Machine machine;
    private volatile UUID keptByBrowser = UUID.randomUUID();
    private volatile String attempt = "";
    private volatile boolean acting = true;
    private volatile boolean over;
    private volatile long lastFresh;
    private volatile long worstWait;

    /** @param count grows with everything acknowledged to anybody */
    Examinee(Wire wire, Invigilator invigilator, String[] door, AtomicLong count, long seed) {
        this.wire = wire;
        this.invigilator = invigilator;
        this.count = count;
        this.door = door;
        this.random = new Random(seed);
        this.seeds = new Random(~seed);
    }

    String attempt() {
        return attempt;
    }

    Machine machine() {
        return machine;
    }

    /** Every other time at a browser that has never seen this exam, which the invigilator has to let in. */
    synchronized void sitDownElsewhere() throws InterruptedException {
        if (seeds.nextBoolean()) {
            keptByBrowser = UUID.randomUUID();
        }
        sitDown();
    }

    /** Sits down at a machine: the first, or another one while the one before goes on until it is told. */
    synchronized void sitDown() throws InterruptedException {
        Wire.Answer entry = untilGood(this::knock);
        attempt = entry.field("attemptId");
        long seq = Long.parseLong(entry.field("acknowledgedUpTo"));
        String head = entry.field("hash");
        if (seq > 0) {
            promised(seq, head);
        } else if (!head.equals(Entry.start(attempt))) {
            contradicted("the chain begins with " + head);
        }
        Machine here = new Machine(this, wire, entry.field("token"), seq, head, seeds.nextLong());
        machine = here;
        Thread.startVirtualThread(() -> work(here));
        Thread.startVirtualThread(() -> beat(here));
    }

    /** Knocks until somebody opens. */
    private Wire.Answer knock() throws IOException, InterruptedException {
        String words = "{\"ticketNumber\":\"%s\",\"documentNumber\":\"%s\",\"roomCode\":\"%s\",\"machine\":\"%s\"}"
                .formatted(door[0], door[1], door[2], keptByBrowser);
        while (true) {
            Wire.Answer answer = wire.post("/api/exam/entry", "", words);
            if (!answer.says("release-needed")) {
                return answer;
            }
            invigilator.release(attempt);
            Thread.sleep(300);
        }
    }

    /** Told that the exam was opened elsewhere where nobody opened it: an entry that came late did. One enters again. */
    private synchronized void comeBack(Machine from) throws InterruptedException {
        if (machine == from) {
            sitDown();
        }
    }

    /** Until it is answered, from whichever machine the candidate sits at. */
    private Wire.Answer asSeated(Request request) throws InterruptedException {
        while (true) {
            Machine here = machine;
            try {
                return untilGood(() -> request.from(here));
            } catch (IllegalStateException refused) {
                if (!String.valueOf(refused.getMessage()).contains("opened-elsewhere")) {
                    throw refused;
                }
                comeBack(here);
            }
        }
    }

    @FunctionalInterface
    private interface Request {
        Wire.Answer from(Machine machine) throws Exception;
    }

    void openPaper() throws InterruptedException, GeneralSecurityException {
        byte[] sealed = asSeated(here -> wire.get("/api/exam/paper", here.token())).body();
        String key = asSeated(here -> wire.get("/api/exam/key", here.token())).field("key");
        Questions opened = Questions.open(sealed, key);
        if (paper == null) {
            paper = opened;
        }
        Thread.startVirtualThread(this::act);
    }

    private static Wire.Answer untilGood(Callable<Wire.Answer> request) throws InterruptedException {
        while (true) {
            try {
                Wire.Answer answer = request.call();
                if (answer.good()) {
                    return answer;
                }
                if (!answer.passing()) {
                    throw new IllegalStateException(answer.status() + " " + answer.text());
                }
            } catch (InterruptedException | RuntimeException e) {
                throw e;
            } catch (Exception e) {
                // Cut off on the way; the same again.
            }
            Thread.sleep(400);
        }
    }

    private void act() {
        try {
            while (acting) {
                Thread.sleep(200 + random.nextInt(1_300));
                for (int i = random.nextInt(3); i >= 0 && acting; i--) {
                    machine.act(paper);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void work(Machine here) {
        int failures = 0;
        try {
            while (!over && !here.halted()) {
                long wait = here.pump(failures);
                failures = wait > 0 ? failures + 1 : 0;
                Thread.sleep(Math.max(wait, 30));
            }
            if (!over && here.refusal().isEmpty()) {
                comeBack(here);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void beat(Machine here) {
        try {
            while (!over && !here.halted()) {
                Thread.sleep(5_000 + random.nextInt(2_000));
                here.beat();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    void stopActing() {
        acting = false;
    }

    void leave() {
        over = true;
    }

    /** Whether something done after that moment is acknowledged. */
    boolean goesOnSince(long moment) {
        return lastFresh > moment;
    }

    double worstWaitSeconds() {
        return worstWait / 1e9;
    }

    void made(Entry entry) {
        made.add(entry.seq() + " " + entry.hash());
    }

    void acknowledged(long seq, String hash) {
        promised(seq, hash);
    }

    /** The server says that this is stored durably; it can say so of one hash only. */
    private void promised(long seq, String hash) {
        String before = acknowledged.putIfAbsent(seq, hash);
        if (before == null) {
            count.incrementAndGet();
        } else if (!before.equals(hash)) {
            contradicted("entry %d was acknowledged as %s and as %s".formatted(seq, before, hash));
        }
    }

    /** The answer to a repeated body, which the machine itself has not seen. */
    void overheard(long seq, String hash) {
        if (seq > 0 && made.contains(seq + " " + hash)) {
            promised(seq, hash);
        } else if (seq > 0) {
            contradicted("acknowledged %d %s, which nobody made".formatted(seq, hash));
        }
    }

    void contradicted(String how) {
        contradictions.add(how);
    }

    void waited(long since, long until) {
        lastFresh = Math.max(lastFresh, since);
        worstWait = Math.max(worstWait, until - since);
    }

    void sent(Machine.Sent body) {
        synchronized (bodies) {
            if (bodies.isEmpty() || !bodies.getLast().equals(body)) {
                bodies.addLast(body);
            }
            if (bodies.size() > REMEMBERED_BODIES) {
                bodies.removeFirst();
            }
        }
    }

    List<Machine.Sent> sent() {
        synchronized (bodies) {
            return new ArrayList<>(bodies);
        }
    }

    void handIn() throws InterruptedException {
        receipts.add(asSeated(here -> wire.post(
                "/api/exam/hand-in",
                here.token(),
                "{\"lastSeq\":" + here.lastSeq() + ",\"acceptUnsent\":false}")));
    }

    /** Refused by its own name when the attempt is over. */
    boolean mayStillSave() throws InterruptedException, IOException {
        Machine here = machine;
        Questions.Question question = paper.items().getFirst();
        Entry late = new Entry(here.lastSeq() + 1, question.id(), null, null, true, System.currentTimeMillis(), "")
                .sealedAfter(acknowledged.getOrDefault(here.lastSeq(), Entry.start(attempt)));
        Wire.Answer answer =
                wire.post("/api/exam/answers", here.token(), "{\"entries\":[" + late.json() + "],\"newsAfter\":0}");
        return answer.good() || !answer.says("already-handed-in");
    }
}
