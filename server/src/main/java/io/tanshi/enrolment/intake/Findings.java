package io.tanshi.enrolment.intake;

import java.util.ArrayList;
import java.util.List;

/** Collects what the checks find in one row. */
final class Findings {

    private final int row;
    private final List<RowProblem> problems = new ArrayList<>();
    private final List<Notice> notices = new ArrayList<>();

    Findings(int row) {
        this.row = row;
    }

    void block(RowProblem problem) {
        problems.add(problem);
    }

    void notice(String code, String message) {
        notices.add(new Notice(row, code, message));
    }

    List<RowProblem> problems() {
        return problems;
    }

    List<Notice> notices() {
        return notices;
    }
}
