package io.tanshi.delivery.record;

import io.tanshi.delivery.record.RecordReader.SittingRecord;
import io.tanshi.identity.session.CurrentAccount;
import io.tanshi.identity.session.Requires;
import io.tanshi.identity.session.Role;
import io.tanshi.platform.paper.HouseFonts;
import io.tanshi.platform.paper.PaperBook;
import io.tanshi.programme.SittingId;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The record of a sitting, to print and sign, and as a table. */
@RestController
@Requires({Role.INVIGILATOR, Role.ADMINISTRATOR})
class RecordController {

    private final RecordReader reader;
    private final RecordTable table;
    private final HouseFonts fonts;

    RecordController(RecordReader reader, RecordTable table, HouseFonts fonts) {
        this.reader = reader;
        this.table = table;
        this.fonts = fonts;
    }

    @GetMapping("/api/invigilator/sittings/{id}/record/paper")
    void paper(@PathVariable UUID id, CurrentAccount me, HttpServletResponse response) throws IOException {
        SittingRecord record = reader.read(new SittingId(id), "pdf", me.actor());
        try (PaperBook book = fonts.book("考场情况记录")) {
            RecordPaper.draw(book, record);
            announce(response, record, "application/pdf", "pdf");
            book.save(response.getOutputStream());
        }
    }

    @GetMapping("/api/invigilator/sittings/{id}/record/table")
    void table(@PathVariable UUID id, CurrentAccount me, HttpServletResponse response) throws IOException {
        SittingRecord record = reader.read(new SittingId(id), "csv", me.actor());
        announce(response, record, "text/csv;charset=UTF-8", "csv");
        Writer out = new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8);
        table.write(record, out);
        out.flush();
    }

    private static void announce(HttpServletResponse response, SittingRecord record, String type, String ending) {
        response.setContentType(type);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename("考场情况记录-%s.%s".formatted(record.sitting().code(), ending), StandardCharsets.UTF_8)
                        .build()
                        .toString());
    }
}
