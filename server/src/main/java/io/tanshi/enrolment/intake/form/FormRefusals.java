package io.tanshi.enrolment.intake.form;

import io.tanshi.enrolment.intake.archive.PackageEntry;
import io.tanshi.enrolment.intake.archive.PackageRefusedException;
import io.tanshi.enrolment.intake.archive.Shown;
import java.util.List;
import java.util.stream.Collectors;

/** The sentences with which a package is refused because of its form. */
public final class FormRefusals {

    private FormRefusals() {}

    /** No file of a delivery has a form. */
    public static PackageRefusedException missing() {
        return missing(false);
    }

    static PackageRefusedException missing(boolean empty) {
        return new PackageRefusedException(
                "form-missing", (empty ? "压缩包是空的，" : "压缩包里") + "没有报名申报表（.xlsx 文件）。", "请把填好的《报名申报表.xlsx》放进压缩包后重新上传。");
    }

    static PackageRefusedException nested(PackageEntry entry) {
        return new PackageRefusedException(
                "form-missing",
                "压缩包里没有报名申报表（.xlsx 文件），只套着另一个压缩包" + name(entry) + "。",
                "请先解开里面的压缩包，把报名申报表和学员资料直接压缩成一个 zip 后重新上传。");
    }

    static PackageRefusedException bareWorkbook() {
        return new PackageRefusedException(
                "form-missing", "上传的是 Excel 工作簿本身，扩展名却不是 .xlsx。", "请把扩展名改回 .xlsx 后上传，或把它连同学员资料压缩成 zip。");
    }

    static PackageRefusedException old(PackageEntry entry) {
        return new PackageRefusedException(
                "form-xls", name(entry) + "是 Excel 97-2003 格式（.xls），系统不读取。", "请在 Excel 或 WPS 中另存为 .xlsx 格式后重新打包。");
    }

    static PackageRefusedException encrypted(PackageEntry entry) {
        return new PackageRefusedException("form-encrypted", name(entry) + "设有打开密码，系统不能读取。", "请取消工作簿的打开密码，保存后重新打包。");
    }

    static PackageRefusedException unreadable(PackageEntry entry) {
        return new PackageRefusedException(
                "form-unreadable", name(entry) + "不是可读取的 Excel 工作簿，可能已损坏。", "请用 Excel 或 WPS 打开确认后另存为 .xlsx，重新打包。");
    }

    static PackageRefusedException notExcel(PackageEntry entry, String found) {
        return new PackageRefusedException(
                "form-not-excel",
                name(entry) + "的内容是" + found + "，不是 .xlsx 工作簿；只改扩展名不会改变格式。",
                "请用 Excel 或 WPS 把名单另存为 .xlsx 格式后重新打包。");
    }

    static PackageRefusedException documentType(PackageEntry entry) {
        return new PackageRefusedException(
                "form-unsafe",
                name(entry) + "里写有文档类型声明（DOCTYPE），可借此引用外部文件或无限膨胀；正常的 Excel 不会写入，系统不读取。",
                "请用 Excel 或 WPS 新建工作簿，把数据粘贴进去，保存后重新打包。");
    }

    static PackageRefusedException bomb(PackageEntry entry) {
        return new PackageRefusedException(
                "zip-bomb", name(entry) + "解压后异常膨胀（超过 200 倍或超过其声明的大小），已停止读取。", "请用 Excel 或 WPS 打开，另存为新的 .xlsx 后重新打包。");
    }

    static PackageRefusedException tooLarge(PackageEntry entry) {
        return new PackageRefusedException(
                "form-too-large", name(entry) + "的内容过大，远超一份报名申报表所需。", "请新建工作簿，只粘贴需要的列和行（不要带格式和其他工作表），保存后重新打包。");
    }

    static PackageRefusedException noHeadings(PackageEntry entry) {
        return new PackageRefusedException(
                "form-headings", name(entry) + "中没有找到申报表的列标题（姓名、证件号码……）。", "请使用系统提供的报名申报表模板，不要改动列标题一行。");
    }

    static PackageRefusedException columnsMissing(PackageEntry entry, List<Column> columns) {
        String labels = columns.stream().map(Column::label).collect(Collectors.joining("、"));
        return new PackageRefusedException(
                "form-columns", name(entry) + "缺少列：" + labels + "。", "请补上这些列标题，或把数据粘贴到系统提供的模板中。");
    }

    static PackageRefusedException tooManyRows(PackageEntry entry, int limit) {
        return new PackageRefusedException(
                "too-many-rows", name(entry) + "超过一次可处理的 " + limit + " 行。", "请把学员分成几个批次，每批不超过 " + limit + " 人。");
    }

    /** The rows of this form are too many beside those of other workbooks. */
    public static PackageRefusedException tooManyRowsTogether(PackageEntry entry, int limit) {
        return new PackageRefusedException(
                "too-many-rows", name(entry) + "与同一次上传的其他申报表合起来超过 " + limit + " 行，这一份没有采用。", "请把这份申报表放到另一个批次上传。");
    }

    static PackageRefusedException noRows(PackageEntry entry) {
        return new PackageRefusedException("form-empty", name(entry) + "的标题行下面没有学员数据。", "请从标题行的下一行开始逐行填写学员信息。");
    }

    /** A refusal of the zip that a workbook is, in words about the workbook. */
    static PackageRefusedException inside(PackageEntry entry, PackageRefusedException refusal) {
        PackageRefusedException translated = switch (refusal.code()) {
            case "zip-bomb" -> bomb(entry);
            case "zip-encrypted" -> encrypted(entry);
            case "package-too-large", "too-many-entries" -> tooLarge(entry);
            default ->
                refusal.code().startsWith("form-") || refusal.code().equals("too-many-rows")
                        ? refusal
                        : unreadable(entry);
        };
        if (translated != refusal) {
            translated.initCause(refusal);
        }
        return translated;
    }

    private static String name(PackageEntry entry) {
        return "“" + Shown.text(entry.fileName()) + "”";
    }
}
