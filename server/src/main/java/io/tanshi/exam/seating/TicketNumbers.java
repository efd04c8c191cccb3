package io.tanshi.exam.seating;

import static io.tanshi.exam.jooq.Tables.TICKET_SERIES;

import io.tanshi.programme.Level;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Objects;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

/**
 * Gives out ticket numbers: six figures of the exam's date, one of the level, three of a sequence. When a level has used
 * its 999, it goes on with the figures three and six higher, which no level has.
 */
@Repository
class TicketNumbers {

    private static final int PER_DIGIT = 999;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyMMdd");

    private final DSLContext db;

    TicketNumbers(DSLContext db) {
        this.db = db;
    }

    String next(LocalDate examDate, Level level) {
        String day = DAY.format(examDate);
        return day + tail(level, nextInSeries(day + level.digit()));
    }

    /** The last four figures of the {@code n}th ticket of a level. */
    static String tail(Level level, int n) {
        int block = (n - 1) / PER_DIGIT;
        int digit = level.digit() + block * Level.values().length;
        if (digit > 9) {
            throw new IllegalStateException("A sitting has no more ticket numbers for level " + level);
        }
        return "%d%03d".formatted(digit, (n - 1) % PER_DIGIT + 1);
    }

    private int nextInSeries(String prefix) {
        Integer number = db.insertInto(TICKET_SERIES)
                .set(TICKET_SERIES.PREFIX, prefix)
                .set(TICKET_SERIES.LAST_NUMBER, 1)
                .onConflict(TICKET_SERIES.PREFIX)
                .doUpdate()
                .set(TICKET_SERIES.LAST_NUMBER, TICKET_SERIES.LAST_NUMBER.plus(1))
                .returning(TICKET_SERIES.LAST_NUMBER)
                .fetchSingle(TICKET_SERIES.LAST_NUMBER);
        return Objects.requireNonNull(number);
    }
}
