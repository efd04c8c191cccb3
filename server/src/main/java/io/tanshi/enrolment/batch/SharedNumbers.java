package io.tanshi.enrolment.batch;

import static io.tanshi.enrolment.jooq.Tables.BATCH_ROW;

import io.tanshi.enrolment.intake.archive.Shown;
import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Every workbook begins at row 4: where several uploads of a batch have a row of one number, the file is named beside it. */
@Component
@Transactional(readOnly = true)
class SharedNumbers {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("MM-dd HH:mm");

    private final DSLContext db;
    private final UploadStore uploads;
    private final Clock clock;

    SharedNumbers(DSLContext db, UploadStore uploads, Clock clock) {
        this.db = db;
        this.uploads = uploads;
        this.clock = clock;
    }

    /**
     * The numbers that do not tell one row of a batch from another.
     *
     * @param files the name of each upload by its id
     */
    record Files(Set<Integer> numbers, Map<UUID, String> files) {

        /** The file that the row came in; null where its number is enough. */
        @Nullable
        String of(BatchRow row) {
            return numbers.contains(row.number()) ? files.get(row.upload()) : null;
        }
    }

    Files of(Batch batch) {
        var live = BATCH_ROW
                .BATCH_ID
                .eq(batch.id().value())
                .and(BATCH_ROW.STAGE.in(RowStore.LIVE.stream().map(Enum::name).toList()));
        Set<Integer> numbers = db.select(BATCH_ROW.SHEET_ROW)
                .from(BATCH_ROW)
                .where(live)
                .groupBy(BATCH_ROW.SHEET_ROW)
                .having(DSL.countDistinct(BATCH_ROW.UPLOAD_ID).gt(1))
                .fetchSet(BATCH_ROW.SHEET_ROW);
        return numbers.isEmpty()
                ? new Files(Set.of(), Map.of())
                : new Files(
                        numbers,
                        names(db.selectDistinct(BATCH_ROW.UPLOAD_ID)
                                .from(BATCH_ROW)
                                .where(live)
                                .fetch(BATCH_ROW.UPLOAD_ID)));
    }

    private Map<UUID, String> names(Collection<UUID> ids) {
        Map<UUID, List<UploadPart>> parts = uploads.parts().of(ids);
        Map<String, Long> uses =
                parts.values().stream().collect(Collectors.groupingBy(SharedNumbers::name, Collectors.counting()));
        Map<UUID, String> names = new HashMap<>();
        parts.forEach((upload, files) -> {
            String name = name(files);
            names.put(upload, uses.getOrDefault(name, 0L) > 1 ? name + " " + time(files) : name);
        });
        return names;
    }

    private static String name(List<UploadPart> files) {
        String first = Shown.text(files.getFirst().fileName());
        return files.size() > 1 ? first + " 等 " + files.size() + " 个文件" : first;
    }

    /** The same file sent twice is told apart by when it came. */
    private String time(List<UploadPart> files) {
        return MINUTE.format(files.getFirst().receivedAt().atZone(clock.getZone()));
    }
}
