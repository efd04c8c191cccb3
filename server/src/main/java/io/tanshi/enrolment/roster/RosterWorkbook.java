package io.tanshi.enrolment.roster;

import io.tanshi.enrolment.roster.RosterViews.RosterEntry;
import io.tanshi.enrolment.roster.RosterViews.RosterView;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** The roster as a list to keep or to pass round: who stands where, and what is still to be done. */
final class RosterWorkbook {

    private static final MediaType XLSX =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
    private static final List<String> HEADINGS =
            List.of("姓名", "证件号码", "级别", "状态", "提交时间", "审核应于", "审核结束", "审核员要求补正", "考生已补传", "考生报告");
    private static final int[] WIDTHS = {12, 24, 8, 12, 18, 18, 18, 48, 16, 48};

    private RosterWorkbook() {}

    static ResponseEntity<byte[]> answer(RosterView roster) {
        return ResponseEntity.ok()
                .contentType(XLSX)
                .cacheControl(CacheControl.noStore())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("报名名单.xlsx", StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(bytes(roster.entries()));
    }

    private static byte[] bytes(List<RosterEntry> entries) {
        try (XSSFWorkbook workbook = new XSSFWorkbook();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            Sheet sheet = workbook.createSheet("报名名单");
            write(sheet.createRow(0), HEADINGS);
            for (int i = 0; i < WIDTHS.length; i++) {
                sheet.setColumnWidth(i, WIDTHS[i] * 256);
            }
            entries.forEach(entry -> write(sheet.createRow(sheet.getLastRowNum() + 1), texts(entry)));
            sheet.createFreezePane(1, 1);
            workbook.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> texts(RosterEntry entry) {
        return List.of(
                entry.name(),
                entry.maskedNumber(),
                entry.level(),
                entry.stateLabel(),
                time(entry.submittedAt()),
                time(entry.dueAt()),
                time(entry.decidedAt()),
                entry.notes().stream()
                        .map(note -> note.label() + " · " + note.reasonLabel() + "：" + note.words())
                        .collect(Collectors.joining("\n")),
                String.join("、", entry.sentIn()),
                entry.reports().stream()
                        .map(report -> report.label() + "：" + report.words())
                        .collect(Collectors.joining("\n")));
    }

    private static String time(@Nullable OffsetDateTime time) {
        return time == null ? "" : TIME.format(time);
    }

    private static void write(Row row, List<String> texts) {
        for (int i = 0; i < texts.size(); i++) {
            row.createCell(i).setCellValue(texts.get(i));
        }
    }
}
