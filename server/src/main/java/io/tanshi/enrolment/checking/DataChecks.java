package io.tanshi.enrolment.checking;

import static io.tanshi.enrolment.jooq.Tables.CANDIDATE_UPLOAD;
import static io.tanshi.enrolment.jooq.Tables.DATA_CONFIRMATION;
import static io.tanshi.enrolment.jooq.Tables.DATA_REPORT;

import io.tanshi.enrolment.ApplicationId;
import io.tanshi.enrolment.application.Document;
import io.tanshi.enrolment.application.DocumentKind;
import io.tanshi.enrolment.application.Dossier;
import io.tanshi.enrolment.application.Sealed;
import io.tanshi.enrolment.intake.form.Column;
import io.tanshi.enrolment.jooq.tables.records.DataReportRecord;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Reads what candidates said of their data. Who may see it is decided by the caller. */
@Repository
@Transactional(readOnly = true)
public class DataChecks {

    /** A paper that the candidate sent in. */
    public record Upload(UUID application, DocumentKind kind, String sha256, Instant at) {

        /** Whether the paper is the one in force. */
        public boolean isIn(Map<DocumentKind, Document> documents) {
            Document document = documents.get(kind);
            return document != null && document.sha256().equals(sha256);
        }
    }

    private final DSLContext db;
    private final Sealed sealed;

    DataChecks(DSLContext db, Sealed sealed) {
        this.db = db;
        this.sealed = sealed;
    }

    /** What the candidate confirms: the data and the photo as they stand, as a keyed digest in hexadecimal figures. */
    public String digest(Dossier dossier, Map<DocumentKind, Document> documents) {
        StringBuilder all = new StringBuilder(dossier.id().toString());
        for (Column column : Column.values()) {
            if (column != Column.NUMBER) {
                all.append('\n').append(dossier.registration().text(column));
            }
        }
        Document photo = documents.get(DocumentKind.PHOTO);
        all.append('\n').append(photo == null ? "" : photo.sha256());
        return HexFormat.of().formatHex(sealed.index(all.toString()));
    }

    /** When exactly these data were confirmed. */
    public Optional<Instant> confirmedAt(ApplicationId id, String digest) {
        return db.select(DATA_CONFIRMATION.CONFIRMED_AT)
                .from(DATA_CONFIRMATION)
                .where(DATA_CONFIRMATION.APPLICATION_ID.eq(id.value()))
                .and(DATA_CONFIRMATION.DIGEST.eq(HexFormat.of().parseHex(digest)))
                .fetchOptional(r -> r.value1().toInstant());
    }

    /** By application, oldest first; reports taken back are left out. */
    public Map<UUID, List<Report>> reports(Collection<UUID> applications) {
        return list(DATA_REPORT.APPLICATION_ID.in(applications)).stream()
                .filter(report -> report.state() != Report.State.TAKEN_BACK)
                .collect(Collectors.groupingBy(Report::application));
    }

    public List<Report> reports(ApplicationId id) {
        return reports(List.of(id.value())).getOrDefault(id.value(), List.of());
    }

    Optional<Report> report(ApplicationId application, UUID id) {
        return list(DATA_REPORT.ID.eq(id).and(DATA_REPORT.APPLICATION_ID.eq(application.value()))).stream()
                .findFirst();
    }

    /** Papers that candidates sent in, by application, oldest first. */
    public Map<UUID, List<Upload>> uploads(Collection<UUID> applications) {
        return db
                .selectFrom(CANDIDATE_UPLOAD)
                .where(CANDIDATE_UPLOAD.APPLICATION_ID.in(applications))
                .orderBy(CANDIDATE_UPLOAD.UPLOADED_AT)
                .fetch(r -> new Upload(
                        r.getApplicationId(),
                        DocumentKind.valueOf(r.getKind()),
                        r.getSha256(),
                        r.getUploadedAt().toInstant()))
                .stream()
                .collect(Collectors.groupingBy(Upload::application));
    }

    private List<Report> list(Condition condition) {
        return db.selectFrom(DATA_REPORT)
                .where(condition)
                .orderBy(DATA_REPORT.REPORTED_AT, DATA_REPORT.ID)
                .fetch(this::read);
    }

    private Report read(DataReportRecord r) {
        String answer = r.getAnswerCipher();
        OffsetDateTime answeredAt = r.getAnsweredAt();
        return new Report(
                r.getId(),
                r.getApplicationId(),
                Subject.ofCode(r.getSubject()).orElseGet(() -> new Subject(r.getSubject(), r.getSubject())),
                Report.State.valueOf(r.getState()),
                sealed.open(r.getWordsCipher(), place(r.getId()), String.class),
                r.getReportedAt().toInstant(),
                answer == null ? null : sealed.open(answer, place(r.getId()), String.class),
                instant(answeredAt),
                r.getAnsweredBy());
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }

    static String place(UUID id) {
        return "data-report:" + id;
    }
}
