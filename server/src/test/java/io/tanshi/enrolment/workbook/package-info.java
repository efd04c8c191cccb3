@NullMarked
package io.tanshi.enrolment.workbook;

import org.jspecify.annotations.NullMarked;
