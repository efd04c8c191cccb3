package io.tanshi.enrolment.batch;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** How a blocked row is put right; every row belongs to the group of its first step. */
enum RepairAction {
    CHANGE_PHOTO("换照片", "照片尺寸、底色、格式或文件不合", "逐行上传，或改好后打包再传"),
    ASSIGN_PHOTO("照片归属", "同一照片用于两人，或文件名对不上", "请指认照片是谁的，或上传本人照片"),
    ADD_PAPERS("补材料", "身份证反面、学历、工作或其他证明", "系统按所依据的条件判断必需材料"),
    CORRECT_NUMBER("改证件号", "校验码、位数、地区、生日、性别等", "可直接在此改；改后立即重检，不写入名册"),
    CORRECT_CELLS("改其他单元格", "手机号、级别、批次、姓名、公式", "可直接在此改；改后立即重检，不写入名册"),
    MEET_CONDITIONS("条件不满足", "改报级别，或申请人工裁定", "请核对学历、专业、年限和证书"),
    REMOVE_ROW("删重复行", "同一人已在前面某行，或已由他处报名", "删去后不影响先出现的一行");

    private final String label;
    private final String about;
    private final String how;

    RepairAction(String label, String about, String how) {
        this.label = label;
        this.about = about;
        this.how = how;
    }

    String label() {
        return label;
    }

    /** What is wrong in this group. */
    String about() {
        return about;
    }

    /** How to put it right. */
    String how() {
        return how;
    }

    static RepairAction of(String code) {
        int colon = code.indexOf(':');
        return switch (colon < 0 ? code : code.substring(0, colon)) {
            case "photo-missing",
                    "photo-unreadable",
                    "photo-not-jpeg",
                    "photo-too-small",
                    "photo-wrong-ratio",
                    "photo-not-blue" -> CHANGE_PHOTO;
            case "photo-name-mismatch", "photo-shared" -> ASSIGN_PHOTO;
            case "material-missing" -> ADD_PAPERS;
            case "id-length",
                    "id-region",
                    "id-birth-date",
                    "id-checksum",
                    "id-number-stored-as-number",
                    "sex-contradicts-id",
                    "age-out-of-range" -> CORRECT_NUMBER;
            case Draft.NOT_ELIGIBLE -> MEET_CONDITIONS;
            case "duplicate-in-batch", "registered-elsewhere" -> REMOVE_ROW;
            default -> CORRECT_CELLS;
        };
    }

    /** A row that is to go needs no other repair; what changes the data comes before papers, photos last. */
    static Optional<RepairAction> first(Collection<String> codes) {
        return codes.stream().map(RepairAction::of).min(Comparator.comparingInt(RepairAction::urgency));
    }

    private int urgency() {
        return switch (this) {
            case REMOVE_ROW -> 0;
            case CORRECT_NUMBER -> 1;
            case CORRECT_CELLS -> 2;
            case MEET_CONDITIONS -> 3;
            case ADD_PAPERS -> 4;
            case ASSIGN_PHOTO -> 5;
            case CHANGE_PHOTO -> 6;
        };
    }
}
