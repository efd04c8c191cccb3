package io.tanshi.delivery.invigilation;

import io.tanshi.programme.SittingId;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Sends the board to every screen that listens; it is read once for all of them. Whoever hears nothing polls. */
@Component
class BoardFeed {

    private static final Logger log = LoggerFactory.getLogger(BoardFeed.class);

    // A screen connects anew after it, which also asks again who is signed in.
    private static final long LISTENS_FOR_MS = 15 * 60_000;

    private final Map<SittingId, List<SseEmitter>> listeners = new ConcurrentHashMap<>();
    private final Board board;

    BoardFeed(Board board) {
        this.board = board;
    }

    SseEmitter listen(SittingId sitting) throws IOException {
        SseEmitter emitter = new SseEmitter(LISTENS_FOR_MS);
        List<SseEmitter> here = listeners.computeIfAbsent(sitting, _ -> new CopyOnWriteArrayList<>());
        here.add(emitter);
        Runnable gone = () -> here.remove(emitter);
        emitter.onCompletion(gone);
        emitter.onTimeout(emitter::complete);
        emitter.onError(_ -> gone.run());
        emitter.send(event(board.of(sitting)));
        return emitter;
    }

    @Scheduled(fixedDelay = 3_000)
    void tell() {
        listeners.forEach((sitting, here) -> {
            if (!here.isEmpty()) {
                tell(sitting, here);
            }
        });
    }

    private void tell(SittingId sitting, List<SseEmitter> here) {
        Board.BoardView view;
        try {
            view = board.of(sitting);
        } catch (RuntimeException e) {
            log.warn("The board of {} cannot be read now: {}", sitting, e.getMessage());
            return;
        }
        for (SseEmitter emitter : here) {
            try {
                emitter.send(event(view));
            } catch (IOException | IllegalStateException e) {
                here.remove(emitter);
                emitter.complete();
            }
        }
    }

    private static SseEmitter.SseEventBuilder event(Board.BoardView view) {
        return SseEmitter.event().name("board").data(view, MediaType.APPLICATION_JSON);
    }
}
