package io.tanshi.programme;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One figure or choice the programme runs by, with where it comes from: the deck says it, this installation assumes it
 * because the deck is silent (本安装默认), or the administrator set it.
 *
 * @param value as text; {@link ProgrammeParameters} reads it typed
 * @param unit e.g. 分钟; null where the value says it
 * @param bounds what an administrator may enter; null for what cannot be changed here
 */
public record Parameter(
        String key,
        String group,
        String label,
        String value,
        @Nullable String unit,
        Origin origin,
        @Nullable Bounds bounds) {

    /**
     * Where a value comes from.
     *
     * @param clause the deck's words, or the reason of the default or of the change
     */
    public record Origin(Source source, @Nullable String clause) {}

    /** Who says so. */
    public enum Source {
        DECK("项目文件"),
        INSTALLATION_DEFAULT("本安装默认"),
        ADMINISTRATOR("本机构设定");

        private final String label;

        Source(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /**
     * What may be entered.
     *
     * @param min smallest figure
     * @param max largest figure
     * @param pattern a regular expression of the whole text
     * @param choices words for values: the only values, unless a range of figures is given beside them
     */
    public record Bounds(
            @Nullable Integer min,
            @Nullable Integer max,
            @Nullable String pattern,
            List<Choice> choices) {
        public Bounds {
            choices = List.copyOf(choices);
        }

        /** Whether {@code value} may be entered. */
        public boolean allows(String value) {
            if (min != null && max != null) {
                return value.matches("\\d{1,6}") && Integer.parseInt(value) >= min && Integer.parseInt(value) <= max;
            }
            if (!choices.isEmpty()) {
                return choices.stream().anyMatch(choice -> choice.value().equals(value));
            }
            return pattern == null || value.matches(pattern);
        }

        /** What may be entered, in words. */
        public String inWords() {
            if (min != null && max != null) {
                return "%d 至 %d 的整数".formatted(min, max);
            }
            if (!choices.isEmpty()) {
                return String.join("、", choices.stream().map(Choice::label).toList());
            }
            return "与现值相同的格式";
        }
    }

    /** One of several values, with its word. */
    public record Choice(String value, String label) {}

    /** Whether an administrator may set it. */
    public boolean settable() {
        return bounds != null;
    }

    /** The value as people read it: its word where it has one, otherwise the figure with its unit. */
    public String display() {
        List<Choice> words = bounds == null ? List.of() : bounds.choices();
        return words.stream()
                .filter(choice -> choice.value().equals(value))
                .map(Choice::label)
                .findFirst()
                .orElse(unit == null ? value : value + " " + unit);
    }

    /** The same parameter as an administrator set it. */
    public Parameter set(String newValue, String reason) {
        return new Parameter(key, group, label, newValue, unit, new Origin(Source.ADMINISTRATOR, reason), bounds);
    }
}
