/** Workbooks that are given out: the form, the rows to put right, the list of activation codes. */
@NullMarked
package io.tanshi.enrolment.workbook;

import org.jspecify.annotations.NullMarked;
