package io.tanshi.enrolment.intake.command;

import io.tanshi.enrolment.intake.BatchReport;
import io.tanshi.enrolment.intake.archive.PackageRefusedException;
import java.util.Map;

/** Prints the outcome of a check. */
interface ReportWriter {

    /** @param refused files that were not taken, by name; the report is about the others */
    void write(String file, BatchReport report, Map<String, PackageRefusedException> refused);

    void write(String file, PackageRefusedException refusal);
}
