package io.tanshi.enrolment.intake.form;

/**
 * The worksheet that a row stands in.
 *
 * @param file name of the workbook, with the package it lay in when that is needed to tell it from others
 * @param before what comes before the first row of the sheet: added to the number of a row it gives its place among the rows
 *     of all workbooks
 * @param amongOthers whether the delivery has several workbooks
 */
public record Origin(String file, String sheet, int before, boolean amongOthers) {

    /** A row's place, in words. */
    public String where(int number) {
        return (amongOthers ? "“" + file + "”" : "") + "第 " + number + " 行";
    }
}
