package io.tanshi.enrolment.intake.form;

import java.text.Normalizer;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The nineteen columns of the registration form. */
public enum Column {
    NUMBER("序号", false, Kind.TEXT, "编号", "No"),
    NAME("姓名", true, Kind.NAME, "学员姓名", "考生姓名"),
    SEX("性别", true, Kind.WORD),
    DOCUMENT_TYPE("证件类型", true, Kind.WORD, "证件类别", "证件种类"),
    DOCUMENT_NUMBER("证件号码", true, Kind.DOCUMENT, "证件号", "身份证号", "身份证号码", "身份证"),
    PHONE("手机号", true, Kind.PHONE, "手机", "手机号码", "联系电话", "移动电话", "联系手机"),
    EMAIL("电子邮箱", false, Kind.WORD, "邮箱", "电子邮件", "E-mail", "Email"),
    EDUCATION("学历", true, Kind.WORD, "最高学历", "文化程度"),
    MAJOR("专业", true, Kind.TEXT, "所学专业"),
    SCHOOL("毕业院校", true, Kind.TEXT, "毕业学校", "院校"),
    GRADUATED("毕业时间", true, Kind.MONTH, "毕业日期", "毕业年月"),
    EMPLOYER("工作单位", true, Kind.TEXT, "单位", "所在单位", "单位名称"),
    POSITION("职务", true, Kind.TEXT, "职务职称", "岗位"),
    WORK_YEARS("从事相关工作年限", true, Kind.WORD, "工作年限", "相关工作年限", "从事相关领域工作年限", "从业年限"),
    CERTIFICATE_CATEGORY("证书类别", true, Kind.WORD, "已有证书类别"),
    CERTIFICATE_NAME("证书名称", false, Kind.TEXT, "已有证书名称"),
    CERTIFICATE_OBTAINED("证书取得时间", false, Kind.MONTH, "证书获得时间", "取证时间", "发证时间", "证书取得日期"),
    LEVEL("申报级别", true, Kind.WORD, "报考级别", "申报等级", "级别"),
    SITTING("考试批次", true, Kind.MONTH, "批次", "考试期次", "考试时间");

    /** How a cell of the column is brought into its normal form. */
    enum Kind {
        /** Free text: edges are trimmed. */
        TEXT,
        NAME,
        /** A word or a figure: half-width, without blanks. */
        WORD,
        /** A document number: half-width, without blanks, X in upper case. */
        DOCUMENT,
        PHONE,
        /** A month, which a spreadsheet may have turned into a date. */
        MONTH
    }

    private static final Pattern DECORATION = Pattern.compile("[\\s\\p{Z}\\p{Cf}*:：]|[(（][^)）]*[)）]");

    private final String label;
    private final boolean required;
    private final Kind kind;
    private final List<String> aliases;

    Column(String label, boolean required, Kind kind, String... aliases) {
        this.label = label;
        this.required = required;
        this.kind = kind;
        this.aliases = List.of(aliases);
    }

    /** The heading of the issued form. */
    public String label() {
        return label;
    }

    /** Whether every row must fill it; the two about an earlier certificate depend on its category. */
    public boolean isRequired() {
        return required;
    }

    Kind kind() {
        return kind;
    }

    /** The column that a heading means, whatever blanks, line breaks, asterisks or remarks in brackets it carries. */
    public static Optional<Column> ofHeading(String heading) {
        String plain = DECORATION
                .matcher(Normalizer.normalize(heading, Normalizer.Form.NFKC))
                .replaceAll("");
        for (Column column : values()) {
            if (column.label.equals(plain) || column.aliases.stream().anyMatch(plain::equalsIgnoreCase)) {
                return Optional.of(column);
            }
        }
        return Optional.empty();
    }
}
