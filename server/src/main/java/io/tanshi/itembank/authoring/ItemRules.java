package io.tanshi.itembank.authoring;

import io.tanshi.itembank.CandidateItem.Option;
import io.tanshi.itembank.ItemType;
import io.tanshi.itembank.authoring.ItemContent.SchemePoint;
import io.tanshi.platform.Problem.FieldError;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;

/** What a version must satisfy before it is stored: every fault at once, each with the field it belongs to. */
final class ItemRules {

    static final BigDecimal FULL_MARKS = BigDecimal.TEN;

    private static final int FEWEST_OPTIONS = 2;
    private static final int MOST_OPTIONS = 6;
    private static final int MOST_POINTS = 10;
    private static final int LONGEST = 2000;
    private static final int LONGEST_OPTION = 300;
    private static final BigDecimal HALF = new BigDecimal("0.5");

    private final ItemType type;
    private final ItemContent content;
    private final List<FieldError> faults = new ArrayList<>();

    private ItemRules(ItemType type, ItemContent content) {
        this.type = type;
        this.content = content;
    }

    /** @param pointOfTopic whether a knowledge point belongs to the item's topic */
    static List<FieldError> faults(ItemType type, ItemContent content, Predicate<String> pointOfTopic) {
        ItemRules rules = new ItemRules(type, content);
        rules.general(pointOfTopic);
        if (type.isChoice()) {
            rules.options();
            rules.key();
        } else {
            rules.scheme();
        }
        return List.copyOf(rules.faults);
    }

    private void general(Predicate<String> pointOfTopic) {
        if (!pointOfTopic.test(content.point())) {
            fault("point", "请选择本专题下的知识点");
        }
        if (content.difficulty() < 1 || content.difficulty() > 5) {
            fault("difficulty", "难度为 1 到 5");
        }
        text("stem", content.stem(), "题干", LONGEST);
        text("rationale", content.rationale(), type.isChoice() ? "解析" : "评分说明", LONGEST);
        text("source.document", content.source().document(), "出处文件", LONGEST_OPTION);
        text("source.clause", content.source().clause(), "条款或章节", LONGEST_OPTION);
        text("source.edition", content.source().edition(), "版本或施行日期", LONGEST_OPTION);
    }

    private void options() {
        int count = content.options().size();
        if (count < FEWEST_OPTIONS || count > MOST_OPTIONS) {
            fault("options", "选项应为 2 到 6 个，现有 " + count + " 个");
        }
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < count; i++) {
            option(i, content.options().get(i), seen);
        }
        absent("markingPoints", content.scheme().isEmpty(), "选择题没有评分要点");
        absent("modelAnswer", content.modelAnswer().isEmpty(), "选择题没有参考答案");
    }

    private void option(int index, Option option, Set<String> seen) {
        String field = "options[" + index + "].text";
        if (!option.id().equals(letter(index))) {
            fault("options[" + index + "].id", "第 " + (index + 1) + " 个选项的代号应为 " + letter(index));
        }
        text(field, option.text(), "选项 " + letter(index), LONGEST_OPTION);
        if (!option.text().isEmpty() && !seen.add(comparable(option.text()))) {
            fault(field, "选项 " + letter(index) + " 与前面的选项相同");
        }
    }

    private void key() {
        Set<String> key = new HashSet<>(content.key());
        boolean known = content.options().stream().map(Option::id).toList().containsAll(key);
        if (!known || key.size() != content.key().size()) {
            fault("key", "答案只能从现有选项中选，且不重复");
        } else if (type == ItemType.SINGLE_CHOICE && key.size() != 1) {
            fault("key", "单项选择应恰有 1 个答案，现有 " + key.size() + " 个");
        } else if (type == ItemType.MULTIPLE_CHOICE && key.size() < 2) {
            fault("key", "多项选择至少有 2 个答案，现有 " + key.size() + " 个");
        }
    }

    private void scheme() {
        if (content.scheme().isEmpty() || content.scheme().size() > MOST_POINTS) {
            fault("markingPoints", "评分要点应为 1 到 10 条，现有 " + content.scheme().size() + " 条");
        }
        for (int i = 0; i < content.scheme().size(); i++) {
            schemePoint("markingPoints[" + i + "]", content.scheme().get(i));
        }
        BigDecimal sum = content.scheme().stream().map(SchemePoint::points).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (!content.scheme().isEmpty() && sum.compareTo(FULL_MARKS) != 0) {
            fault(
                    "markingPoints",
                    "各要点分值之和应为 10 分，现为 " + sum.stripTrailingZeros().toPlainString() + " 分");
        }
        text("modelAnswer", content.modelAnswer(), "参考答案", LONGEST);
        absent("options", content.options().isEmpty(), "简答题没有选项");
        absent("key", content.key().isEmpty(), "简答题没有选项答案");
    }

    private void schemePoint(String field, SchemePoint point) {
        text(field + ".text", point.text(), "要点", LONGEST_OPTION);
        if (point.points().signum() <= 0 || point.points().remainder(HALF).signum() != 0) {
            fault(field + ".points", "分值应大于 0，以 0.5 分为一级");
        }
    }

    private void text(String field, String text, String name, int longest) {
        if (text.isEmpty()) {
            fault(field, "请填写" + name);
        } else if (text.length() > longest) {
            fault(field, name + "最多 " + longest + " 字，现有 " + text.length() + " 字");
        }
    }

    private void absent(String field, boolean absent, String message) {
        if (!absent) {
            fault(field, message);
        }
    }

    private void fault(String field, String message) {
        faults.add(new FieldError(field, message));
    }

    static String letter(int index) {
        return String.valueOf((char) ('A' + index));
    }

    // NFKC would make CO₂ and CO2 the same option, which it is; full width and case say nothing either.
    private static String comparable(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .replaceAll("\\s+", "")
                .toLowerCase(Locale.ROOT);
    }
}
