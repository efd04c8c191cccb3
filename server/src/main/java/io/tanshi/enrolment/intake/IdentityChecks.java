package io.tanshi.enrolment.intake;

import io.tanshi.enrolment.intake.form.Column;
import io.tanshi.enrolment.intake.form.FormCell;
import io.tanshi.kernel.PhoneNumber;
import io.tanshi.kernel.ResidentId;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;

/** Document number, sex, age and phone. */
final class IdentityChecks {

    private static final int MIN_AGE = 16;
    private static final int MAX_AGE = 100;
    private static final Pattern ROUNDED = Pattern.compile("[0-9]{15}000");
    private static final Pattern SCIENTIFIC = Pattern.compile("[0-9]\\.[0-9]+E\\+?17");

    private final LocalDate asOf;

    IdentityChecks(LocalDate asOf) {
        this.asOf = asOf;
    }

    /** Checks the number and what follows from it; the number when it is right. */
    Optional<ResidentId> check(Applicant applicant, Findings findings) {
        phone(applicant, findings);
        String number = applicant.documentNumber();
        if (number.isEmpty()) {
            return Optional.empty();
        }
        if (wasRounded(applicant)) {
            findings.block(roundedByExcel(number));
            return Optional.empty();
        }
        return switch (ResidentId.read(number, asOf)) {
            case ResidentId.Valid(ResidentId id) -> {
                sex(id, applicant, findings);
                age(id, findings);
                yield Optional.of(id);
            }
            case ResidentId.Invalid(ResidentId.Defect defect) -> {
                findings.block(defective(number, defect));
                yield Optional.empty();
            }
        };
    }

    private static boolean wasRounded(Applicant applicant) {
        String number = applicant.documentNumber();
        boolean numeric = applicant.row().cell(Column.DOCUMENT_NUMBER).nature() == FormCell.Nature.NUMBER;
        return numeric && ROUNDED.matcher(number).matches()
                || SCIENTIFIC.matcher(number).matches();
    }

    private static RowProblem roundedByExcel(String number) {
        return new RowProblem(
                "id-number-stored-as-number",
                Column.DOCUMENT_NUMBER.label(),
                "证件号码存成了数字，Excel 只保留 15 位，末三位已变成 000（发现 " + ResidentId.mask(number) + "）。",
                "请先把该单元格格式设为“文本”，再对照身份证重新输入 18 位号码。",
                ResidentId.mask(number),
                "文本格式的 18 位号码");
    }

    private static RowProblem defective(String number, ResidentId.Defect defect) {
        String masked = ResidentId.mask(number);
        String field = Column.DOCUMENT_NUMBER.label();
        return switch (defect) {
            case LENGTH ->
                new RowProblem("id-length", field, lengthWords(number), "请对照身份证原件重新输入 18 位号码。", masked, "18 位");
            case REGION ->
                new RowProblem(
                        "id-region",
                        field,
                        "证件号码前两位“" + number.substring(0, 2) + "”不是现行的省级代码（发现 " + masked + "）。",
                        "请对照身份证原件更正前两位。",
                        masked,
                        "现行省级代码");
            case BIRTH_DATE ->
                new RowProblem(
                        "id-birth-date",
                        field,
                        "证件号码第 7–14 位不是真实的出生日期（发现 " + masked + "）。",
                        "请对照身份证原件更正出生日期八位。",
                        masked,
                        "已过去的真实日期");
            case CHECK_CHARACTER ->
                new RowProblem(
                        "id-checksum",
                        field,
                        "证件号码的校验位与前 17 位不符，其中至少有一位输错（发现 " + masked + "）。",
                        "请对照身份证原件逐位核对。",
                        masked,
                        "符合 GB 11643 的校验位");
        };
    }

    private static String lengthWords(String number) {
        int length = number.length();
        if (length == 15) {
            return "证件号码是 15 位的旧号码，应为 18 位（发现 " + ResidentId.mask(number) + "）。";
        }
        if (length == 18) {
            return "证件号码应为 17 位数字加一位数字或 X，其中有其他字符（发现 " + ResidentId.mask(number) + "）。";
        }
        return "证件号码应为 18 位，发现 " + length + " 位（" + ResidentId.mask(number) + "）。";
    }

    private static void sex(ResidentId id, Applicant applicant, Findings findings) {
        String written = applicant.row().text(Column.SEX);
        boolean known = written.equals(ResidentId.Sex.MALE.label()) || written.equals(ResidentId.Sex.FEMALE.label());
        if (!known || written.equals(id.sex().label())) {
            return;
        }
        findings.block(new RowProblem(
                "sex-contradicts-id",
                Column.SEX.label(),
                "性别填为“" + written + "”，证件号码第 17 位表示“" + id.sex().label() + "”。",
                "请核对性别与证件号码，更正填错的一项。",
                written,
                id.sex().label()));
    }

    private void age(ResidentId id, Findings findings) {
        int age = id.ageOn(asOf);
        if (age >= MIN_AGE && age <= MAX_AGE) {
            return;
        }
        findings.block(new RowProblem(
                "age-out-of-range",
                Column.DOCUMENT_NUMBER.label(),
                "按证件号码，至报名截止日 " + asOf + " 为 " + age + " 岁，应在 " + MIN_AGE + "–" + MAX_AGE + " 岁之间。",
                "请核对证件号码；年龄不符的不能报名。",
                age + " 岁",
                MIN_AGE + "–" + MAX_AGE + " 岁"));
    }

    private static void phone(Applicant applicant, Findings findings) {
        String phone = applicant.row().text(Column.PHONE);
        if (phone.isEmpty() || PhoneNumber.read(phone).isPresent()) {
            return;
        }
        String masked = PhoneNumber.mask(phone);
        findings.block(new RowProblem(
                "phone-invalid",
                Column.PHONE.label(),
                "手机号应为 1 开头、第二位为 3–9 的 11 位数字，发现 " + phone.length() + " 位（" + masked + "）。",
                "请填写本人能收到短信的 11 位手机号。",
                masked,
                "11 位手机号"));
    }
}
