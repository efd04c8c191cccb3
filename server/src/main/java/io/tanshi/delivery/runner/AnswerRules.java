package io.tanshi.delivery.runner;

import io.tanshi.delivery.DeliveryError;
import io.tanshi.delivery.Response;
import io.tanshi.itembank.CandidateItem;
import io.tanshi.itembank.ItemType;
import io.tanshi.platform.Problem;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/** Whether an entry can be an answer to its item at all. */
final class AnswerRules {

    /** Of one extended text, in characters. */
    static final int LONGEST_TEXT = 2000;

    private AnswerRules() {}

    /** The refusal, or nothing when the entry is possible. */
    static Optional<Problem> check(Paper paper, LogEntry entry) {
        Optional<CandidateItem> item = paper.item(entry.item());
        if (item.isEmpty()) {
            return Optional.of(Problem.of(DeliveryError.NOT_ON_FORM, "你的试卷上没有这道题，这条作答没有保存。请刷新页面后重试；若仍出现，请举手。"));
        }
        Response response = entry.response();
        if (entry.givenAtMillis() < 0) {
            return Optional.of(Problem.of(DeliveryError.NEGATIVE_TIME, "作答时间不能为负，这条作答没有保存。请重新作答这道题；若仍出现，请举手。"));
        }
        if ((response == null) == (entry.flagged() == null)) {
            return invalid("一条记录应为作答或标记之一。");
        }
        return response == null ? Optional.empty() : check(item.get(), response);
    }

    private static Optional<Problem> check(CandidateItem item, Response response) {
        if (item.type() == ItemType.EXTENDED_TEXT) {
            return response.choices().isEmpty() ? checkText(response.text()) : invalid("简答题只能作答文字。");
        }
        return response.text().isEmpty() ? checkChoices(item, response.choices()) : invalid("选择题只能选择选项。");
    }

    private static Optional<Problem> checkChoices(CandidateItem item, List<String> choices) {
        if (!offersAll(item, choices)) {
            return Optional.of(Problem.of(DeliveryError.OPTION_NOT_OFFERED, "所选选项不在这道题中，这条作答没有保存。请重新作答这道题；若仍出现，请举手。"));
        }
        if (choices.size() > 1 && new HashSet<>(choices).size() != choices.size()) {
            return invalid("所选选项重复。");
        }
        return item.type() == ItemType.SINGLE_CHOICE && choices.size() > 1
                ? invalid("单项选择题只能选一项，收到 " + choices.size() + " 项。")
                : Optional.empty();
    }

    // Plain loops here: thousands of answers a second pass through.
    private static boolean offersAll(CandidateItem item, List<String> choices) {
        for (String choice : choices) {
            if (!offers(item, choice)) {
                return false;
            }
        }
        return true;
    }

    private static boolean offers(CandidateItem item, String choice) {
        for (CandidateItem.Option option : item.options()) {
            if (option.id().equals(choice)) {
                return true;
            }
        }
        return false;
    }

    private static Optional<Problem> checkText(String text) {
        int length = text.codePointCount(0, text.length());
        if (length > LONGEST_TEXT) {
            return Optional.of(Problem.of(
                    DeliveryError.ANSWER_TOO_LONG, "简答上限 " + LONGEST_TEXT + " 字，收到 " + length + " 字，这条作答没有保存。请删减后继续。"));
        }
        return isText(text) ? Optional.empty() : invalid("文字中有无法保存的字符。");
    }

    // A lone half of a surrogate pair is no character; a NUL cannot be stored as text.
    private static boolean isText(String text) {
        return text.codePoints()
                .noneMatch(c -> c == 0 || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE));
    }

    private static Optional<Problem> invalid(String what) {
        return Optional.of(Problem.of(DeliveryError.ANSWER_INVALID, what + "这条作答没有保存。请重新作答这道题；若仍出现，请举手。"));
    }
}
