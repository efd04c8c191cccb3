import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Lets candidates in at other machines. The decision is written where the application would write it: who may take it
 * and how it is refused, the tests of the application look at; here entries are to be killed before and after it.
 */
final class Invigilator {

    final AtomicInteger releases = new AtomicInteger();
    private final Application application;

    Invigilator(Application application) {
        this.application = application;
    }

    /** Whoever asks at that attempt; nothing when the database cannot be reached, one is asked again. */
    void release(String attempt) {
        try (Connection database = application.database();
                PreparedStatement decision = database.prepareStatement(
                        "update delivery.machine_request set state = 'RELEASED', reason = '', decided_at = now(),"
                                + " decided_by_label = 'torture' where attempt_id = ? and state = 'ASKED'")) {
            decision.setObject(1, UUID.fromString(attempt));
            releases.addAndGet(decision.executeUpdate());
        } catch (IOException | SQLException | RuntimeException killed) {
            // Down at the moment.
        }
    }
}
