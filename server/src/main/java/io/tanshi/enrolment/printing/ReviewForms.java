package io.tanshi.enrolment.printing;

import io.tanshi.audit.Actor;
import io.tanshi.audit.AuditTrail;
import io.tanshi.enrolment.application.Document;
import io.tanshi.enrolment.application.DocumentKind;
import io.tanshi.enrolment.application.Dossier;
import io.tanshi.enrolment.application.Dossiers;
import io.tanshi.files.Files;
import io.tanshi.identity.people.Institutions;
import io.tanshi.platform.paper.HouseFonts;
import io.tanshi.platform.paper.PaperBook;
import io.tanshi.platform.paper.Portrait;
import io.tanshi.programme.Programmes;
import io.tanshi.programme.SittingId;
import io.tanshi.programme.Sittings;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Fills in application forms. Whole numbers stand on them, so each printing is on record. */
@Component
public class ReviewForms {

    /** How many stand in one document; more come as several documents in a zip, so that memory stays within bounds. */
    static final int IN_ONE_DOCUMENT = 100;

    private static final String TITLE = "报名审核表";

    private final HouseFonts fonts;
    private final Dossiers dossiers;
    private final Files files;
    private final Institutions institutions;
    private final Sittings sittings;
    private final Programmes programmes;
    private final AuditTrail trail;

    ReviewForms(
            HouseFonts fonts,
            Dossiers dossiers,
            Files files,
            Institutions institutions,
            Sittings sittings,
            Programmes programmes,
            AuditTrail trail) {
        this.fonts = fonts;
        this.dossiers = dossiers;
        this.files = files;
        this.institutions = institutions;
        this.sittings = sittings;
        this.programmes = programmes;
        this.trail = trail;
    }

    /** One person's form as the answer to a request. */
    @Transactional
    public ResponseEntity<byte[]> one(Dossier dossier, Actor by) throws IOException {
        trail.record(by, "enrolment.review-form-printed", "application", dossier.id(), Map.of());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        document(List.of(dossier), out);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .cacheControl(CacheControl.noStore())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.inline()
                                .filename(TITLE + ".pdf", StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(out.toByteArray());
    }

    /** Notes that the forms of many are about to be printed. */
    @Transactional
    public void record(SittingId sitting, int printed, Actor by) {
        trail.record(by, "enrolment.review-forms-printed", "sitting", sitting, Map.of("forms", printed));
    }

    /** One document when they fit into one, otherwise a zip of documents; written as they are made. */
    void write(List<Dossier> all, OutputStream out) throws IOException {
        if (all.size() <= IN_ONE_DOCUMENT) {
            document(all, out);
            return;
        }
        try (ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
            for (int from = 0; from < all.size(); from += IN_ONE_DOCUMENT) {
                int to = Math.min(all.size(), from + IN_ONE_DOCUMENT);
                zip.putNextEntry(new ZipEntry("%s-%d-%d.pdf".formatted(TITLE, from + 1, to)));
                ByteArrayOutputStream part = new ByteArrayOutputStream();
                document(all.subList(from, to), part);
                part.writeTo(zip);
                zip.closeEntry();
            }
        }
    }

    private void document(List<Dossier> people, OutputStream out) throws IOException {
        try (PaperBook book = fonts.book(TITLE)) {
            for (Dossier dossier : people) {
                ReviewFormSheet.draw(book, filled(dossier));
            }
            if (people.isEmpty()) {
                ReviewFormSheet.drawNone(book);
            }
            book.save(out);
        }
    }

    private ReviewFormSheet.Filled filled(Dossier d) {
        return new ReviewFormSheet.Filled(
                d.registration(),
                programmes.current().name(),
                sittings.get(d.sitting()).name(),
                institutions.view(d.institution()).name(),
                condition(d),
                photo(dossiers.documents(d.id()).get(DocumentKind.PHOTO)));
    }

    private String condition(Dossier d) {
        Integer number = d.clause();
        return programmes.ruleSets().stream()
                .filter(rules -> rules.code().equals(d.ruleSet()))
                .flatMap(rules -> rules.clausesOf(d.level()).stream())
                .filter(clause -> number != null && clause.number() == number)
                .map(clause -> clause.label() + "：" + clause.text())
                .findFirst()
                .orElse(d.level().label() + "：申请人工裁定");
    }

    private @Nullable Portrait photo(@Nullable Document document) {
        if (document == null) {
            return null;
        }
        try {
            return Portrait.of(files.read(document.fileId()));
        } catch (IOException _) {
            // The form is for the photo to be glued on, then.
            return null;
        }
    }
}
