package io.tanshi.delivery.invigilation;

import io.tanshi.platform.Ticker;
import io.tanshi.programme.SittingId;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import tools.jackson.databind.json.JsonMapper;

/** Sends the board to every screen that listens; it is read once for all of them. Whoever hears nothing polls. */
@Component
class BoardFeed {

    private static final Logger log = LoggerFactory.getLogger(BoardFeed.class);

    // A screen connects anew after it, which also asks again who is signed in.
    private static final long LISTENS_FOR_MS = 15 * 60_000;

    /** Reading boards never takes more than a tenth of the time: saves come first. */
    private static final int RESTS = 9;

    private final Map<SittingId, List<Listener>> listeners = new ConcurrentHashMap<>();
    private final Board board;
    private final JsonMapper json;
    private final Ticker ticker;
    private long rested;

    BoardFeed(Board board, JsonMapper json, Ticker ticker) {
        this.board = board;
        this.json = json;
        this.ticker = ticker;
        this.rested = ticker.nanos();
    }

    /** A screen. One whose network hangs holds up no other, and misses what comes meanwhile. */
    private record Listener(SseEmitter emitter, AtomicBoolean busy) {

        void tell(String view, Runnable gone) {
            if (!busy.compareAndSet(false, true)) {
                return;
            }
            Thread.startVirtualThread(() -> {
                try {
                    emitter.send(event(view));
                } catch (IOException | IllegalStateException e) {
                    gone.run();
                    emitter.complete();
                } finally {
                    busy.set(false);
                }
            });
        }
    }

    SseEmitter listen(SittingId sitting) throws IOException {
        SseEmitter emitter = new SseEmitter(LISTENS_FOR_MS);
        Listener listener = new Listener(emitter, new AtomicBoolean());
        List<Listener> here = listeners.computeIfAbsent(sitting, _ -> new CopyOnWriteArrayList<>());
        here.add(listener);
        Runnable gone = () -> here.remove(listener);
        emitter.onCompletion(gone);
        emitter.onTimeout(emitter::complete);
        emitter.onError(_ -> gone.run());
        emitter.send(event(read(sitting)));
        return emitter;
    }

    @Scheduled(fixedDelay = 3_000)
    void tell() {
        long began = ticker.nanos();
        if (began - rested < 0) {
            return;
        }
        listeners.forEach((sitting, here) -> {
            if (!here.isEmpty()) {
                tell(sitting, here);
            }
        });
        long now = ticker.nanos();
        rested = now + RESTS * (now - began);
    }

    private void tell(SittingId sitting, List<Listener> here) {
        String view;
        try {
            view = read(sitting);
        } catch (RuntimeException e) {
            log.warn("The board of {} cannot be read now: {}", sitting, e.getMessage());
            return;
        }
        here.forEach(listener -> listener.tell(view, () -> here.remove(listener)));
    }

    private String read(SittingId sitting) {
        return json.writeValueAsString(board.of(sitting));
    }

    private static SseEmitter.SseEventBuilder event(String view) {
        return SseEmitter.event().name("board").data(view, MediaType.APPLICATION_JSON);
    }
}
