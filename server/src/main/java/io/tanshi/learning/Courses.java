package io.tanshi.learning;

/** The courses that candidates study. */
public interface Courses {

    /**
     * A course in figures.
     *
     * @param units length in 课时
     * @param totalMinutes minutes that can be credited in all
     */
    record CourseSummary(String code, String title, int units, int totalMinutes, int chapters, int lessons) {

        /** Minutes of one 课时. */
        public int minutesPerUnit() {
            return totalMinutes / units;
        }
    }

    /** The course a study that is opened now will follow. */
    CourseSummary current();
}
