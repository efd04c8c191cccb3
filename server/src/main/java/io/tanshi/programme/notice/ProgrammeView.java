package io.tanshi.programme.notice;

import io.tanshi.programme.ItemKind;
import io.tanshi.programme.sitting.SittingView;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The public page of the programme.
 *
 * @param notice what the programme is and what it is not
 * @param clauses the conditions of the rule set in force, one row per clause number
 * @param passMark of 100
 * @param nextSitting absent when none is planned
 */
record ProgrammeView(
        String programmeName,
        String series,
        String field,
        String issuer,
        String notice,
        List<LevelView> levels,
        List<ClauseView> clauses,
        List<CompositionView> composition,
        int durationMinutes,
        int passMark,
        long retakeFeeFen,
        @Nullable SittingView nextSitting,
        OffsetDateTime now) {

    record LevelView(String code, String name) {}

    record ClauseView(int number, String text, List<ClauseCell> cells) {}

    /** @param text what the level asks for; 不限 nothing, — not open to it */
    record ClauseCell(String level, String text) {}

    record CompositionView(ItemKind kind, String label, int count, int points) {}
}
