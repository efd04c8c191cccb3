package io.tanshi.enrolment.intake.making;

import io.tanshi.enrolment.intake.form.Column;
import java.util.ArrayList;
import java.util.List;

/** Writes the registration form: title, institution, nineteen headings, one row per person. */
final class FormMaker {

    static final String FILE_NAME = "报名申报表.xlsx";
    private static final String FORMULA = "HYPERLINK(\"http://127.0.0.1/\",\"x\")";

    private FormMaker() {}

    static Worksheet sheet(List<Draft> drafts) {
        Worksheet sheet = new Worksheet("报名申报表");
        sheet.row(List.of(Worksheet.Cell.text("节能与环保领域岗位能力评测报名申报表")));
        sheet.row(institution());
        sheet.row(List.of(Column.values()).stream()
                .map(column -> Worksheet.Cell.text(column.label()))
                .toList());
        drafts.forEach(draft -> sheet.row(row(draft)));
        return sheet;
    }

    private static List<Worksheet.Cell> institution() {
        List<String> texts = List.of(
                "申报机构：绿源低碳技术培训中心",
                "",
                "",
                "",
                "",
                "机构代码：",
                "91110108MA0100000W",
                "",
                "联系人：",
                "孙老师",
                "",
                "电话：",
                "010-60000000");
        return texts.stream().map(Worksheet.Cell::text).toList();
    }

    private static List<Worksheet.Cell> row(Draft draft) {
        List<Worksheet.Cell> cells = new ArrayList<>();
        for (Column column : Column.values()) {
            String text = draft.cell(column);
            if (draft.formulas.contains(column)) {
                cells.add(Worksheet.Cell.formula(FORMULA));
            } else if (draft.numbers.contains(column) && !text.isEmpty()) {
                cells.add(Worksheet.Cell.number(text));
            } else {
                cells.add(Worksheet.Cell.text(text));
            }
        }
        return cells;
    }
}
