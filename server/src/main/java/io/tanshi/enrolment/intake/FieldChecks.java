package io.tanshi.enrolment.intake;

import io.tanshi.enrolment.intake.archive.Shown;
import io.tanshi.enrolment.intake.form.Column;
import io.tanshi.enrolment.intake.form.FormRow;
import io.tanshi.kernel.PhoneNumber;
import io.tanshi.kernel.ResidentId;
import io.tanshi.programme.Education;
import io.tanshi.programme.Level;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Formulas, empty cells, and words that are not in the form's lists. */
final class FieldChecks {

    /** As much as the page takes when a cell is put right there. */
    private static final int LONGEST = 200;

    private final String sittingCode;

    FieldChecks(String sittingCode) {
        this.sittingCode = sittingCode;
    }

    void check(Applicant applicant, Findings findings) {
        FormRow row = applicant.row();
        for (Column column : Column.values()) {
            if (row.isFormula(column)) {
                findings.block(formula(column));
            } else if (isRequired(column, applicant) && row.text(column).isEmpty()) {
                findings.block(missing(column));
            } else if (row.text(column).length() > LONGEST) {
                findings.block(tooLong(column));
            }
        }
        level(row, findings);
        sitting(row, findings);
        words(applicant, findings);
        normalised(row, findings);
    }

    private static boolean isRequired(Column column, Applicant applicant) {
        return switch (column) {
            case CERTIFICATE_NAME, CERTIFICATE_OBTAINED ->
                applicant
                        .certificateCategory()
                        .filter(c -> c != CertificateCategory.NONE)
                        .isPresent();
            default -> column.isRequired();
        };
    }

    private static RowProblem formula(Column column) {
        return new RowProblem(
                "spreadsheet-formula",
                column.label(),
                "“" + column.label() + "”单元格里是公式；系统不计算公式，也不采用其缓存值。",
                "请复制该单元格，用“选择性粘贴→数值”换成文字后重新上传。",
                "公式",
                "文字或数字");
    }

    private static RowProblem missing(Column column) {
        return new RowProblem(
                "required-missing:" + column.label(),
                column.label(),
                "“" + column.label() + "”是必填项，单元格为空。",
                "请补填“" + column.label() + "”。",
                "",
                "必填");
    }

    private static RowProblem tooLong(Column column) {
        return new RowProblem(
                "value-too-long:" + column.label(),
                column.label(),
                "“" + column.label() + "”超过 " + LONGEST + " 个字。",
                "请缩短“" + column.label() + "”。",
                "超过 " + LONGEST + " 个字",
                "不超过 " + LONGEST + " 个字");
    }

    private static void level(FormRow row, Findings findings) {
        String level = row.text(Column.LEVEL);
        if (level.isEmpty() || Level.ofLabel(level).isPresent()) {
            return;
        }
        String levels = Arrays.stream(Level.values()).map(Level::label).collect(Collectors.joining("、"));
        findings.block(new RowProblem(
                "level-unknown",
                Column.LEVEL.label(),
                "申报级别应为" + levels + "之一，发现“" + Shown.text(level) + "”。",
                "请改为" + levels + "之一。",
                Shown.text(level),
                levels));
    }

    private void sitting(FormRow row, Findings findings) {
        String sitting = row.text(Column.SITTING);
        if (sitting.isEmpty() || sitting.equals(sittingCode)) {
            return;
        }
        findings.block(new RowProblem(
                "sitting-mismatch",
                Column.SITTING.label(),
                "考试批次应为本批次的 " + sittingCode + "，发现“" + Shown.text(sitting) + "”。",
                "请改为 " + sittingCode + "，或把该学员放到对应考次的批次中。",
                Shown.text(sitting),
                sittingCode));
    }

    private static void words(Applicant applicant, Findings findings) {
        FormRow row = applicant.row();
        expect(row, Column.SEX, List.of("男", "女").contains(row.text(Column.SEX)), "男、女", findings);
        expect(
                row,
                Column.DOCUMENT_TYPE,
                FieldWords.isDocumentType(row.text(Column.DOCUMENT_TYPE)),
                "居民身份证、港澳台居民居住证、外国人永久居留身份证",
                findings);
        expect(row, Column.EDUCATION, applicant.education().isPresent(), educations(), findings);
        expect(
                row,
                Column.CERTIFICATE_CATEGORY,
                applicant.certificateCategory().isPresent(),
                CertificateCategory.labels(),
                findings);
        expect(row, Column.WORK_YEARS, applicant.workMonths().isPresent(), "年数，例如 3", findings);
        expect(row, Column.GRADUATED, applicant.graduated().isPresent(), "年月，例如 2016-06", findings);
        expect(
                row,
                Column.CERTIFICATE_OBTAINED,
                applicant.certificateObtained().isPresent(),
                "年月，例如 2024-06",
                findings);
    }

    private static void expect(FormRow row, Column column, boolean known, String expected, Findings findings) {
        String found = row.text(column);
        if (known || found.isEmpty()) {
            return;
        }
        findings.block(new RowProblem(
                "value-unknown:" + column.label(),
                column.label(),
                "“" + column.label() + "”应为" + expected + "，发现“" + Shown.text(found) + "”。",
                "请按所列写法更正。",
                Shown.text(found),
                expected));
    }

    private static String educations() {
        return Arrays.stream(Education.values()).map(Education::label).collect(Collectors.joining("、"));
    }

    private static void normalised(FormRow row, Findings findings) {
        List<Column> columns = row.normalised();
        if (!columns.isEmpty()) {
            String changes = columns.stream().map(column -> change(row, column)).collect(Collectors.joining("；"));
            findings.notice("normalised", changes + "。全角、多余空格、间隔号和小写 x 已统一写法，请核对。");
        }
    }

    private static String change(FormRow row, Column column) {
        String text = row.text(column);
        return switch (column) {
            case DOCUMENT_NUMBER -> column.label() + "按 " + ResidentId.mask(text) + " 处理";
            case PHONE -> column.label() + "按 " + PhoneNumber.mask(text) + " 处理";
            default -> column.label() + "“" + Shown.text(row.cell(column).found()) + "”按“" + Shown.text(text) + "”处理";
        };
    }
}
