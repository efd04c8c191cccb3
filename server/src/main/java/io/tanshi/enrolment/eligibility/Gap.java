package io.tanshi.enrolment.eligibility;

import io.tanshi.programme.Clause;
import io.tanshi.programme.Education;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One thing that a person lacks for a clause. */
public sealed interface Gap {

    /** In words for the institution. */
    String words();

    /** Months that can simply be waited for; 0 when it takes a degree or a certificate instead. */
    default int months() {
        return 0;
    }

    /** The degree is too low. */
    record LowerEducation(Education held, Education needed) implements Gap {
        @Override
        public String words() {
            return "学历应为" + needed.label() + "及以上，填报为" + held.label();
        }
    }

    /**
     * The major is not one of the related ones.
     *
     * @param ruling that it is none, when a reviewer has said so
     */
    record OtherMajor(
            String held, Set<String> related, @Nullable MajorRuling ruling) implements Gap {
        @Override
        public String words() {
            if (ruling != null) {
                return "专业“" + held + "”" + ruling.words();
            }
            return "专业“" + held + "”不在相关专业（"
                    + String.join("、", related.stream().sorted().toList()) + "）之列";
        }
    }

    /** The major is a related one where the rule set wants another. */
    record RelatedMajor(String held) implements Gap {
        @Override
        public String words() {
            return "本条只适用于其他专业，“" + held + "”属于相关专业";
        }
    }

    /** Too few months of work. */
    record ShortWork(int held, int needed) implements Gap {
        @Override
        public String words() {
            return "相关工作应满" + Months.words(needed) + "，填报" + Months.words(held) + "，还差" + Months.words(needed - held);
        }

        @Override
        public int months() {
            return needed - held;
        }
    }

    /** Enough months perhaps, but not at a stretch. */
    record BrokenWork(int held, int total, int needed) implements Gap {
        @Override
        public String words() {
            return "相关工作应连续满" + Months.words(needed) + "，最长连续" + Months.words(held) + "（累计" + Months.words(total)
                    + "），还差" + Months.words(needed - held);
        }

        @Override
        public int months() {
            return needed - held;
        }
    }

    /** The certificate is missing or of another kind. */
    record NoCertificate(Clause.HeldCertificate needed) implements Gap {
        @Override
        public String words() {
            String series = needed.series() == Clause.Series.OWN ? "本系列" : "其他";
            return "没有" + series + needed.level().label() + "证书";
        }
    }

    /** The certificate is too young. */
    record YoungCertificate(int held, int needed) implements Gap {
        @Override
        public String words() {
            return "证书应取得满" + Months.words(needed) + "，至截止日" + Months.words(held) + "，还差" + Months.words(needed - held);
        }

        @Override
        public int months() {
            return needed - held;
        }
    }
}
