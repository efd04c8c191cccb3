package io.tanshi.enrolment.intake;

/**
 * Something that keeps a row from being submitted.
 *
 * @param code stable, some with the name of a column or paper after a colon
 * @param field the column of the form, 照片, or the paper
 * @param message what was found and what is expected, numbers masked
 * @param fix what the institution should do
 * @param found the value as found, numbers masked; empty when nothing was there
 * @param expected the wanted value or form
 */
public record RowProblem(String code, String field, String message, String fix, String found, String expected) {

    /** A paper that is there and cannot be read. */
    public static RowProblem damagedPaper(String paper) {
        return new RowProblem(
                "material-missing:" + paper, paper, "“" + paper + "”的文件已损坏，读不出来。", "请重新扫描或复制该文件后上传。", "文件损坏", "可读取的文件");
    }
}
