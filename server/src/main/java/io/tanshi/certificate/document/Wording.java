package io.tanshi.certificate.document;

import io.tanshi.programme.Level;
import java.time.LocalDate;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the certificate says, set by the assessment body. The defaults name a post-ability assessment and no licence: the
 * national skill certificate belongs to another occupation (碳排放管理员) and must not be claimed.
 *
 * @param title the title of the inside page
 * @param englishTitle the line below the title, capitals
 * @param coverTitle the large word of the cover
 * @param issuer full name of the assessment body
 * @param sealText the words on the rim of the seal, at most 16 characters
 * @param sealFoot the words at the foot of the seal
 * @param statement lines separated by {@code |}; {@code {date}} and {@code {level}} are filled in
 * @param closing the line at the foot of the inside page
 * @param meaning what the certificate tells an employer; {@code {sitting}} and {@code {level}} are filled in
 * @param limits what the certificate is not
 * @param phone where questions are answered
 * @param phoneHours when they are answered
 */
@ConfigurationProperties("tanshi.certificate.wording")
public record Wording(
        @DefaultValue("碳排放管理师岗位能力评测证书") String title,

        @DefaultValue("CERTIFICATE OF POST COMPETENCE ASSESSMENT")
        String englishTitle,

        @DefaultValue("证书") String coverTitle,
        @DefaultValue("衡度岗位能力评测中心") String issuer,
        @DefaultValue("衡度岗位能力评测中心") String sealText,
        @DefaultValue("证书专用") String sealFoot,

        @DefaultValue("于 {date}参加碳排放管理师岗位能力评测，|成绩合格，具备该岗位{level}能力。|特发此证。")
        String statement,

        @DefaultValue("本证书证明持证人通过岗位能力评测，不是国家职业资格证书，不作为行政许可或准入的凭证。状态以查验结果为准。")
        String closing,

        @DefaultValue("持证人在 {sitting}考期通过碳排放管理师（{level}）岗位能力评测，考试有监考。")
        String meaning,

        @DefaultValue("职业资格证书、职业技能等级证书或学历证书。它不用于行政许可，也不是上岗的法定条件。")
        String limits,

        @DefaultValue("0571-5550 0132") String phone,
        @DefaultValue("工作日 09:00–17:30") String phoneHours) {

    String[] statementLines(LocalDate examDate, Level level) {
        return statement
                .replace("{date}", chinese(examDate))
                .replace("{level}", level.label())
                .split("\\|");
    }

    /** What the certificate tells an employer about one holder. */
    public String meaningFor(LocalDate examDate, Level level) {
        return meaning.replace("{sitting}", "%d 年 %d 月".formatted(examDate.getYear(), examDate.getMonthValue()))
                .replace("{level}", level.label());
    }

    /** {@code 2026 年 4 月 25 日}. */
    public static String chinese(LocalDate date) {
        return "%d 年 %d 月 %d 日".formatted(date.getYear(), date.getMonthValue(), date.getDayOfMonth());
    }
}
