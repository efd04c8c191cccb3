package io.tanshi.learning;

/**
 * How far a candidate has studied, by the server's count.
 *
 * @param countedMinutes whole minutes credited, rounded down
 * @param requiredMinutes minutes that open the exam (deck: 90 % of the course)
 * @param totalMinutes minutes of the whole course
 * @param met whether the requirement is met; stays true once it was
 */
public record StudyView(int countedMinutes, int requiredMinutes, int totalMinutes, boolean met) {}
