package io.tanshi.certificate.lookup;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The fields of the form as they were sent; any of them may be missing. */
public record LookupForm(
        @Nullable String mode,
        @Nullable String name,
        @Nullable String number,
        @Nullable String idNumber,
        @Nullable String code) {

    private static final Set<String> WAYS = Set.of("number", "id", "code");
    private static final int LONGEST = 100;

    static final LookupForm EMPTY = new LookupForm("number", "", "", "", "");

    /** Without blanks at the ends, never null, never longer than any real value. */
    LookupForm tidy() {
        return new LookupForm(way(), tidy(name), tidy(number), tidy(idNumber), tidy(code));
    }

    private static String tidy(@Nullable String text) {
        String stripped = text == null ? "" : text.strip();
        return stripped.substring(0, Math.min(stripped.length(), LONGEST));
    }

    // The mode is a radio button; a form that lost it still says by its fields what is meant.
    private String way() {
        if (mode != null && WAYS.contains(mode)) {
            return mode;
        }
        if (!tidy(code).isEmpty()) {
            return "code";
        }
        return tidy(idNumber).isEmpty() ? "number" : "id";
    }

    /** What is missing, in words; null when the question is complete. */
    @Nullable
    String gap() {
        LookupForm form = tidy();
        if (!"code".equals(form.mode) && tidy(form.name).isEmpty()) {
            return "请填写姓名。";
        }
        return switch (String.valueOf(form.mode)) {
            case "id" -> tidy(form.idNumber).isEmpty() ? "请填写身份证号。" : null;
            case "code" -> tidy(form.code).isEmpty() ? "请填写验证码。" : null;
            default -> tidy(form.number).isEmpty() ? "请填写证书编号。" : null;
        };
    }

    Question question() {
        LookupForm form = tidy();
        return switch (String.valueOf(form.mode)) {
            case "id" -> Question.byIdNumber(tidy(form.name), tidy(form.idNumber));
            case "code" -> byCode(tidy(form.code));
            default -> Question.byNumber(tidy(form.name), tidy(form.number));
        };
    }

    /** Some paste the whole address of the code square. */
    private static Question byCode(String typed) {
        int token = typed.lastIndexOf("/v/");
        return token < 0 ? Question.byCode(typed) : Question.byToken(typed.substring(token + 3));
    }

    @Override
    public String toString() {
        return "LookupForm[" + mode + "]";
    }
}
