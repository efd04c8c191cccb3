package io.tanshi.enrolment.intake.command;

import io.tanshi.enrolment.intake.BatchReport;
import io.tanshi.enrolment.intake.Notice;
import io.tanshi.enrolment.intake.RowProblem;
import io.tanshi.enrolment.intake.RowReport;
import io.tanshi.enrolment.intake.archive.PackageRefusedException;
import java.io.PrintStream;
import java.util.Map;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultPrettyPrinter;

/** The report as one JSON object in the shape that other tools read. */
final class JsonReport implements ReportWriter {

    private final PrintStream out;

    JsonReport(PrintStream out) {
        this.out = out;
    }

    @Override
    public void write(String file, BatchReport report, Map<String, PackageRefusedException> refused) {
        try (JsonGenerator json = generator()) {
            json.writeStartObject();
            json.writeStringProperty("file", file);
            json.writeNumberProperty("rows", report.rows().size());
            json.writeNumberProperty("accepted", report.accepted());
            headCount(json, report);
            json.writeArrayPropertyStart("problems");
            report.rows().forEach(row -> row.problems().forEach(problem -> problem(json, row, problem)));
            json.writeEndArray();
            json.writeArrayPropertyStart("notices");
            report.notices().forEach(notice -> notice(json, notice));
            report.rows().forEach(row -> row.notices().forEach(notice -> notice(json, notice)));
            json.writeEndArray();
            if (!refused.isEmpty()) {
                json.writeArrayPropertyStart("refusedFiles");
                refused.forEach((name, reason) -> refused(json, name, reason));
                json.writeEndArray();
            }
            json.writeEndObject();
        }
        out.println();
    }

    @Override
    public void write(String file, PackageRefusedException refusal) {
        try (JsonGenerator json = generator()) {
            refused(json, file, refusal);
        }
        out.println();
    }

    private static void refused(JsonGenerator json, String file, PackageRefusedException refusal) {
        json.writeStartObject();
        json.writeStringProperty("file", file);
        json.writeObjectPropertyStart("error");
        json.writeStringProperty("code", refusal.code());
        json.writeStringProperty("message", refusal.words());
        json.writeStringProperty("fix", refusal.fix());
        json.writeEndObject();
        json.writeEndObject();
    }

    private JsonGenerator generator() {
        ObjectWriteContext pretty = new ObjectWriteContext.Base() {
            @Override
            public DefaultPrettyPrinter getPrettyPrinter() {
                return new DefaultPrettyPrinter();
            }
        };
        return JsonFactory.builder()
                .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
                .build()
                .createGenerator(pretty, out);
    }

    private static void headCount(JsonGenerator json, BatchReport report) {
        Integer declared = report.declaredHeads();
        json.writeObjectPropertyStart("headCount");
        if (declared == null) {
            json.writeNullProperty("declared");
        } else {
            json.writeNumberProperty("declared", declared.intValue());
        }
        json.writeNumberProperty("found", report.foundHeads());
        json.writeEndObject();
    }

    private static void problem(JsonGenerator json, RowReport row, RowProblem problem) {
        json.writeStartObject();
        json.writeNumberProperty("row", row.row());
        if (row.applicant().row().origin().amongOthers()) {
            json.writeStringProperty("file", row.applicant().row().origin().file());
        }
        json.writeStringProperty("sheet", row.applicant().row().sheet());
        json.writeStringProperty("name", row.applicant().nameAsFound());
        json.writeStringProperty("code", problem.code());
        json.writeStringProperty("field", problem.field());
        json.writeStringProperty("message", problem.message());
        json.writeStringProperty("fix", problem.fix());
        json.writeEndObject();
    }

    private static void notice(JsonGenerator json, Notice notice) {
        Integer row = notice.row();
        json.writeStartObject();
        if (row != null) {
            json.writeNumberProperty("row", row.intValue());
        }
        json.writeStringProperty("code", notice.code());
        json.writeStringProperty("message", notice.message());
        json.writeEndObject();
    }
}
