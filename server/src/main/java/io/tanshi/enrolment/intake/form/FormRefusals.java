package io.tanshi.enrolment.intake.form;

import io.tanshi.enrolment.intake.archive.PackageEntry;
import io.tanshi.enrolment.intake.archive.PackageRefusedException;
import java.util.List;
import java.util.stream.Collectors;

/** The sentences with which a package is refused because of its form. */
final class FormRefusals {

    private FormRefusals() {}

    static PackageRefusedException missing() {
        return new PackageRefusedException("form-missing", "压缩包里没有报名申报表（.xlsx 文件）。", "请把填好的《报名申报表.xlsx》放进压缩包后重新上传。");
    }

    static PackageRefusedException old(PackageEntry entry) {
        return new PackageRefusedException(
                "form-xls",
                "“" + entry.fileName() + "”是 Excel 97-2003 格式（.xls），系统不读取。",
                "请在 Excel 或 WPS 中另存为 .xlsx 格式后重新打包。");
    }

    static PackageRefusedException encrypted(PackageEntry entry) {
        return new PackageRefusedException(
                "form-encrypted", "“" + entry.fileName() + "”设有打开密码，系统不能读取。", "请取消工作簿的打开密码，保存后重新打包。");
    }

    static PackageRefusedException unreadable(PackageEntry entry) {
        return new PackageRefusedException(
                "form-unreadable",
                "“" + entry.fileName() + "”不是可读取的 Excel 工作簿，可能已损坏。",
                "请用 Excel 或 WPS 打开确认后另存为 .xlsx，重新打包。");
    }

    static PackageRefusedException noHeadings(PackageEntry entry) {
        return new PackageRefusedException(
                "form-headings", "“" + entry.fileName() + "”中没有找到申报表的列标题（姓名、证件号码……）。", "请使用系统提供的报名申报表模板，不要改动列标题一行。");
    }

    static PackageRefusedException columnsMissing(PackageEntry entry, List<Column> columns) {
        String labels = columns.stream().map(Column::label).collect(Collectors.joining("、"));
        return new PackageRefusedException(
                "form-columns", "“" + entry.fileName() + "”缺少列：" + labels + "。", "请补上这些列标题，或把数据粘贴到系统提供的模板中。");
    }

    static PackageRefusedException tooManyRows(PackageEntry entry, int limit) {
        return new PackageRefusedException(
                "too-many-rows",
                "“" + entry.fileName() + "”超过一次可处理的 " + limit + " 行。",
                "请把学员分成几个批次，每批不超过 " + limit + " 人。");
    }

    static PackageRefusedException noRows(PackageEntry entry) {
        return new PackageRefusedException(
                "form-empty", "“" + entry.fileName() + "”的标题行下面没有学员数据。", "请从标题行的下一行开始逐行填写学员信息。");
    }
}
