package io.tanshi.marking.machine;

import io.tanshi.itembank.ItemType;
import io.tanshi.kernel.Score;
import io.tanshi.programme.ProgrammeParameters.MultipleChoiceScoring;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Set;

/** The score of a choice item: full points for exactly the key; partial credit where the programme says so. */
public final class ChoiceScore {

    private ChoiceScore() {}

    /**
     * Scores one answer.
     *
     * @param rule how multiple choice is scored; single choice always is all or nothing
     */
    public static Score of(ItemType type, Set<String> key, Set<String> chosen, Score full, MultipleChoiceScoring rule) {
        if (chosen.equals(key)) {
            return full;
        }
        boolean partial = type == ItemType.MULTIPLE_CHOICE && rule == MultipleChoiceScoring.PARTIAL_CREDIT;
        // One wrong option takes everything: otherwise ticking all of them would pay.
        if (!partial || !key.containsAll(chosen)) {
            return Score.ZERO;
        }
        BigDecimal share =
                BigDecimal.valueOf(chosen.size()).divide(BigDecimal.valueOf(key.size()), 6, RoundingMode.HALF_UP);
        return Score.rounded(full.points().multiply(share));
    }
}
