package io.tanshi.programme;

/**
 * The distances of a sitting's deadlines from its exam date (deck: 评测流程). A sitting keeps the rules it was created
 * with, so that a later change of the programme never moves a promise already made.
 *
 * @param registrationClosesDaysBefore calendar days before the exam; the day itself counts until 23:59:59
 * @param sprintDaysBefore the sprint class runs from this many days before the exam to the day before it
 * @param mockOpensDaysBefore first day of the mock exam, calendar days before the exam
 * @param mockClosesDaysBefore last day of the mock exam, calendar days before the exam
 * @param resultsWorkingDays latest publication of the results, working days after the exam
 * @param certificatesWorkingDays latest issue of the certificates, working days after the exam
 * @param publicLookupWorkingDays opening of the public look-up, working days after the exam
 */
public record DeadlineRules(
        int registrationClosesDaysBefore,
        int sprintDaysBefore,
        int mockOpensDaysBefore,
        int mockClosesDaysBefore,
        int resultsWorkingDays,
        int certificatesWorkingDays,
        int publicLookupWorkingDays) {

    public DeadlineRules {
        if (registrationClosesDaysBefore < 1 || sprintDaysBefore < 1 || mockClosesDaysBefore < 1) {
            throw new IllegalArgumentException("Every step before the exam lies at least one day before it");
        }
        if (mockOpensDaysBefore < mockClosesDaysBefore) {
            throw new IllegalArgumentException("The mock exam opens before it closes");
        }
        if (resultsWorkingDays < 1
                || certificatesWorkingDays < resultsWorkingDays
                || publicLookupWorkingDays < certificatesWorkingDays) {
            throw new IllegalArgumentException("Results come before certificates, certificates before the look-up");
        }
    }
}
