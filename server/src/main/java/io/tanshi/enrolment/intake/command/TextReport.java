package io.tanshi.enrolment.intake.command;

import io.tanshi.enrolment.intake.BatchReport;
import io.tanshi.enrolment.intake.Notice;
import io.tanshi.enrolment.intake.RowReport;
import io.tanshi.enrolment.intake.archive.PackageRefusedException;
import java.io.PrintStream;
import java.util.Map;

/** The report for people. */
final class TextReport implements ReportWriter {

    private final PrintStream out;

    TextReport(PrintStream out) {
        this.out = out;
    }

    @Override
    public void write(String file, BatchReport report, Map<String, PackageRefusedException> refused) {
        int all = report.rows().size();
        out.println(file + "：共 " + all + " 行，通过 " + report.accepted() + " 行，未通过 " + (all - report.accepted()) + " 行。");
        Integer declared = report.declaredHeads();
        out.println(
                "照片：" + (declared == null ? "" : "文件夹写明 " + declared + " 人，") + "实有 " + report.foundHeads() + " 张。");
        refused.forEach(this::write);
        report.rows().stream().filter(row -> !row.isAccepted()).forEach(this::row);
        notices(report);
    }

    @Override
    public void write(String file, PackageRefusedException refusal) {
        out.println(file + "：无法受理。");
        out.println("  " + refusal.words() + "（" + refusal.code() + "）");
        out.println("  怎么办：" + refusal.fix());
    }

    private void row(RowReport row) {
        String name = row.applicant().nameAsFound();
        out.println();
        out.println(row.applicant().row().where() + "  " + (name.isBlank() ? "（姓名为空）" : name));
        row.problems().forEach(problem -> {
            out.println("  ✗ " + problem.field() + "：" + problem.message() + "（" + problem.code() + "）");
            out.println("    怎么办：" + problem.fix());
        });
    }

    private void notices(BatchReport report) {
        boolean none = report.notices().isEmpty()
                && report.rows().stream().allMatch(row -> row.notices().isEmpty());
        if (none) {
            return;
        }
        out.println();
        out.println("提示（不影响提交）：");
        report.notices().forEach(this::notice);
        report.rows().forEach(row -> row.notices().forEach(this::notice));
    }

    private void notice(Notice notice) {
        Integer row = notice.row();
        out.println("  · " + (row == null ? "" : "第 " + row + " 行：") + notice.message() + "（" + notice.code() + "）");
    }
}
