package io.tanshi.programme.conditions;

import io.tanshi.programme.Clause;
import io.tanshi.programme.Education;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A clause in the words of the notice, made from its data; a shipped clause keeps the words of the source. */
final class ClauseWords {

    private ClauseWords() {}

    /** The whole sentence. */
    static String of(Clause clause) {
        List<String> parts = new ArrayList<>();
        Clause.Schooling schooling = clause.schooling();
        if (schooling != null) {
            parts.add(schooling(schooling));
        }
        Clause.HeldCertificate certificate = clause.certificate();
        if (certificate != null) {
            parts.add("取得" + certificate(certificate));
        }
        if (clause.work().months() > 0) {
            parts.add(work(clause.work()));
        }
        return String.join("，", parts) + "；";
    }

    static String schooling(Clause.@Nullable Schooling schooling) {
        if (schooling == null) {
            return "不看学历";
        }
        String degree = schooling.atLeast().label();
        return switch (schooling.major()) {
            case RELATED -> "具有环境工程与科学、能源等相关专业" + degree + "及以上学历";
            case OTHER -> (schooling.atLeast() == Education.POSTGRADUATE ? "研究生及以上学历" : degree + "学历") + "（取得其他专业）";
            case ANY -> degree + "及以上学历，不限专业";
        };
    }

    static String work(Clause.Work work) {
        if (work.months() == 0) {
            return "不要求年限";
        }
        return (work.continuous() ? "连续从事相关领域工作满" : "从事相关领域工作满") + months(work.months());
    }

    static String certificate(Clause.@Nullable HeldCertificate certificate) {
        if (certificate == null) {
            return "不看证书";
        }
        String level = certificate.level().label();
        String name =
                certificate.series() == Clause.Series.OWN ? level + "节能与环保领域岗位能力评测证书" : "其他" + level + "职业或技能证书、职称证书等";
        return certificate.months() == 0 ? name : name + "满" + months(certificate.months());
    }

    static String months(int months) {
        if (months % 12 == 0) {
            return months / 12 + "年";
        }
        return (months > 12 ? months / 12 + "年" : "") + months % 12 + "个月";
    }
}
