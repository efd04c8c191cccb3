package io.tanshi.marking.human;

import java.util.Set;

/** The life of a written answer under marking (decisions §6). */
enum TaskState {
    AWAITING("待评"),
    AWAITING_THIRD("待三评"),
    AWAITING_ARBITRATION("待仲裁"),
    AGREED("一致"),
    SETTLED("已定");

    private final String label;

    TaskState(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }

    /** How many marks by markers an answer in this state is waiting for in all. */
    int marksNeeded() {
        return switch (this) {
            case AWAITING -> 2;
            case AWAITING_THIRD -> 3;
            case AWAITING_ARBITRATION, AGREED, SETTLED -> 0;
        };
    }

    boolean isDecided() {
        return this == AGREED || this == SETTLED;
    }

    private Set<TaskState> next() {
        return switch (this) {
            case AWAITING -> Set.of(AGREED, AWAITING_THIRD);
            case AWAITING_THIRD -> Set.of(AGREED, AWAITING_ARBITRATION);
            case AWAITING_ARBITRATION -> Set.of(SETTLED);
            case AGREED, SETTLED -> Set.of();
        };
    }

    /** @throws IllegalStateException when the lifecycle knows no such move */
    TaskState to(TaskState target) {
        if (!next().contains(target)) {
            throw new IllegalStateException("A written answer does not go from " + this + " to " + target);
        }
        return target;
    }
}
