package io.tanshi.enrolment.intake;

import io.tanshi.programme.MaterialNeeds;
import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Pattern;

/** The papers that go with an application. */
public enum Material {
    REVIEW_FORM("报名审核表", "审核表|报名表|申请表"),
    ID_FRONT("身份证正面", "(身份证|证件|居住证).*(正面|人像)|^正面$"),
    ID_BACK("身份证反面", "(身份证|证件|居住证).*(反面|背面|国徽)|^[反背]面$"),
    EDUCATION("学历证书", "学历|毕业证|学位证"),
    WORK("工作证明", "工作证明|在职证明|从业证明|任职证明|工作年限|工作经历"),
    OTHER("其他证明", "其[他它](证明|证书|材料)|职称|资格证|技能证|评测证书|中级证书|初级证书|高级证书");

    private static final Pattern BOTH_SIDES = Pattern.compile("正反面?|双面|正背面");
    private static final Pattern ID_CARD = Pattern.compile("身份证|居住证");
    private static final Pattern FOLDER_DECORATION = Pattern.compile("[0-9\\s+＋._()（）-]|扫描件|复印件|照片$|人$|份$");

    private final String label;
    private final Pattern inName;

    Material(String label, String inName) {
        this.label = label;
        this.inName = Pattern.compile(inName);
    }

    /** The name of the paper in the programme. */
    public String label() {
        return label;
    }

    /** Its code among the programme's materials; both sides of the identity card are one of them. */
    public String code() {
        return switch (this) {
            case REVIEW_FORM -> MaterialNeeds.REVIEW_FORM;
            case ID_FRONT, ID_BACK -> MaterialNeeds.ID_CARD;
            case EDUCATION -> MaterialNeeds.DIPLOMA;
            case WORK -> MaterialNeeds.WORK_PROOF;
            case OTHER -> MaterialNeeds.OTHER_PROOF;
        };
    }

    /** The papers that a file's name announces; both sides of the identity card may lie in one file. */
    static Set<Material> namedIn(String fileName) {
        if (ID_CARD.matcher(fileName).find() && BOTH_SIDES.matcher(fileName).find()) {
            return EnumSet.of(ID_FRONT, ID_BACK);
        }
        for (Material kind : values()) {
            if (kind.inName.matcher(fileName).find()) {
                return EnumSet.of(kind);
            }
        }
        return Set.of();
    }

    /** The papers that a folder is kept for; the whole name must say so, not a part of an institution's name. */
    static Set<Material> keptIn(String folder) {
        String plain = FOLDER_DECORATION.matcher(folder).replaceAll("");
        for (Material kind : values()) {
            if (kind.label.equals(plain) || kind.inName.matcher(plain).matches()) {
                return EnumSet.of(kind);
            }
        }
        return plain.length() <= 6 && ID_CARD.matcher(plain).find() ? namedIn(plain) : Set.of();
    }
}
