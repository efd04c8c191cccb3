package io.tanshi.delivery.record;

import io.tanshi.delivery.invigilation.Timeline;
import io.tanshi.delivery.record.RecordReader.Seat;
import io.tanshi.delivery.record.RecordReader.SittingRecord;
import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The record as a table: one line for each candidate's state, then every event with both clocks. */
@Component
class RecordTable {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS");

    private final Timeline timeline;

    RecordTable(Timeline timeline) {
        this.timeline = timeline;
    }

    void write(SittingRecord record, Writer out) throws IOException {
        out.write(SafeCsv.MARK);
        out.write(SafeCsv.row(
                "考点", "机房", "座位", "准考证号", "姓名", "级别", "服务器时间", "考生机时间", "考生机快（秒）", "事件", "数值", "原因或内容", "经办"));
        for (Seat seat : record.seats()) {
            out.write(line(seat, null, null, "", seat.state(), answered(seat), identity(seat), ""));
            if (seat.attempt() != null) {
                for (Timeline.Entry entry : timeline.of(seat.attempt().attemptId())) {
                    out.write(line(
                            seat,
                            entry.at(),
                            entry.clientAt(),
                            ahead(entry),
                            Words.of(entry.verb()),
                            Words.of(entry.details()),
                            entry.reason(),
                            entry.actor()));
                }
            }
        }
    }

    private static String line(
            Seat seat,
            @Nullable OffsetDateTime at,
            @Nullable OffsetDateTime clientAt,
            Object ahead,
            String event,
            String value,
            String reason,
            String by) {
        return SafeCsv.row(
                seat.admission().site(),
                seat.admission().room(),
                seat.admission().seat(),
                seat.admission().ticketNumber(),
                seat.name(),
                seat.admission().level().label(),
                at(at),
                at(clientAt),
                ahead,
                event,
                value,
                reason,
                by);
    }

    private static String answered(Seat seat) {
        return seat.attempt() == null
                ? ""
                : "已答 %d/%d".formatted(seat.attempt().answered(), seat.attempt().total());
    }

    private static String identity(Seat seat) {
        return seat.check() == null
                ? ""
                : ("身份核对：" + seat.check().words() + " " + seat.check().reason()).strip();
    }

    /** A number, so that one with a minus is not taken for a formula. */
    private static Object ahead(Timeline.Entry entry) {
        OffsetDateTime client = entry.clientAt();
        return client == null
                ? ""
                : BigDecimal.valueOf(Duration.between(entry.at(), client).toMillis(), 3)
                        .setScale(1, RoundingMode.HALF_UP);
    }

    private static String at(@Nullable OffsetDateTime at) {
        return at == null ? "" : MOMENT.format(at.atZoneSameInstant(RecordReader.ZONE));
    }
}
