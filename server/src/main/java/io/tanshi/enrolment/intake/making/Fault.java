package io.tanshi.enrolment.intake.making;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What can be put wrong, or odd, on purpose. */
public enum Fault {
    REQUIRED_MISSING_NAME("required-missing:姓名"),
    REQUIRED_MISSING_PHONE("required-missing:手机号"),
    REQUIRED_MISSING_EMPLOYER("required-missing:工作单位"),
    ID_LENGTH("id-length"),
    ID_OLD("id-length"),
    ID_REGION("id-region"),
    ID_BIRTH_DATE("id-birth-date"),
    ID_CHECKSUM("id-checksum"),
    ID_AS_NUMBER("id-number-stored-as-number"),
    SEX("sex-contradicts-id"),
    AGE("age-out-of-range"),
    PHONE("phone-invalid"),
    LEVEL("level-unknown"),
    SITTING("sitting-mismatch"),
    NOT_ELIGIBLE("not-eligible"),
    DUPLICATE("duplicate-in-batch"),
    PHOTO_MISSING("photo-missing"),
    PHOTO_WRONG_NAME("photo-name-mismatch"),
    PHOTO_WRONG_NUMBER("photo-name-mismatch"),
    PHOTO_SHARED("photo-shared"),
    PHOTO_EMPTY("photo-unreadable"),
    PHOTO_BROKEN("photo-unreadable"),
    PHOTO_CUT_OFF("photo-unreadable"),
    PHOTO_HUGE("photo-unreadable"),
    PHOTO_PNG("photo-not-jpeg"),
    PHOTO_SMALL("photo-too-small"),
    PHOTO_SQUARE("photo-wrong-ratio"),
    PHOTO_WHITE("photo-not-blue"),
    PHOTO_RED("photo-not-blue"),
    NO_REVIEW_FORM("material-missing:报名审核表"),
    NO_ID_FRONT("material-missing:身份证正面"),
    NO_ID_BACK("material-missing:身份证反面"),
    NO_EDUCATION("material-missing:学历证书"),
    NO_WORK("material-missing:工作证明"),
    NO_OTHER("material-missing:其他证明"),
    FORMULA("spreadsheet-formula"),

    WIDE_ID("normalised", "full-width digits and stray spaces are normalised"),
    WIDE_PHONE("normalised", "full-width phone is normalised"),
    LOWER_X("normalised", "lower-case x is normalised"),
    DOTTED_NAME("name-dot", "name with ·"),
    RARE_NAME("name-rare", "name outside the basic plane"),
    TURNED("photo-turned", "photo turned by EXIF"),
    UNLISTED_MAJOR("major-needs-ruling", "an unlisted major would decide"),
    LONG_WORK("years-implausible", "more years of work than since graduation"),
    /** The one clause route that holds does so by work that the degree's date contradicts. */
    CONFLICTING_PAPERS("papers-conflict", "the proof of work contradicts the date of the degree"),
    ORPHAN_PHOTO("orphan-photo", ""),
    JUNK("junk-entry", ""),
    UNSAFE("unsafe-entry", "");

    private final String code;
    private final boolean blocking;
    private final String note;

    Fault(String code) {
        this.code = code;
        this.blocking = true;
        this.note = "";
    }

    Fault(String code, String note) {
        this.code = code;
        this.blocking = false;
        this.note = note;
    }

    /** The code that the check reports. */
    public String code() {
        return code;
    }

    /** Whether the row cannot be submitted; otherwise there is at most a notice. */
    public boolean isBlocking() {
        return blocking;
    }

    String note() {
        return note;
    }

    /** Whether it lies in the package and not in a person. */
    boolean isOfPackage() {
        return this == ORPHAN_PHOTO || this == JUNK || this == UNSAFE;
    }

    /** How many people it takes. */
    int people() {
        return this == PHOTO_SHARED || this == DUPLICATE ? 2 : 1;
    }

    /**
     * The faults that a word of the command line names: {@code all}, {@code none}, or codes with commas between them, a
     * code with and without its part after the colon.
     *
     * @return empty when a code is unknown
     */
    public static Optional<Set<Fault>> named(String words) {
        if (words.equals("all")) {
            return Optional.of(EnumSet.allOf(Fault.class));
        }
        Set<Fault> faults = EnumSet.noneOf(Fault.class);
        if (words.equals("none")) {
            return Optional.of(faults);
        }
        for (String word : words.split(",")) {
            List<Fault> named = Arrays.stream(values())
                    .filter(fault -> fault.code.equals(word) || fault.code.startsWith(word + ":"))
                    .toList();
            if (named.isEmpty()) {
                return Optional.empty();
            }
            faults.addAll(named);
        }
        return Optional.of(faults);
    }
}
