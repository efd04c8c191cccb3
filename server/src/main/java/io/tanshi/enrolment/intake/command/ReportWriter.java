package io.tanshi.enrolment.intake.command;

import io.tanshi.enrolment.intake.BatchReport;
import io.tanshi.enrolment.intake.archive.PackageRefusedException;

/** Prints the outcome of a check. */
interface ReportWriter {

    void write(String file, BatchReport report);

    void write(String file, PackageRefusedException refusal);
}
