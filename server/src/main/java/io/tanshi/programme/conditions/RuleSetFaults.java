package io.tanshi.programme.conditions;

import io.tanshi.programme.Clause;
import io.tanshi.programme.Level;
import io.tanshi.programme.RuleSet;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What keeps a rule set from being saved, as whole sentences. */
final class RuleSetFaults {

    private static final int LONGEST = 600;
    private static final int MOST_CLAUSES = 20;

    private RuleSetFaults() {}

    static List<String> of(RuleSet set) {
        List<String> faults = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Clause clause : set.clauses()) {
            if (!seen.add(clause.label())) {
                faults.add(clause.label() + " 出现两次，每个级别的条号不能重复。");
            }
            faults.addAll(of(clause, set));
        }
        for (Level level : Level.values()) {
            if (set.clausesOf(level).isEmpty()) {
                faults.add(level.label() + "没有任何条件，这样无人可以申报。至少保留一条。");
            }
        }
        return faults;
    }

    private static List<String> of(Clause clause, RuleSet set) {
        List<String> faults = new ArrayList<>();
        if (clause.number() < 1 || clause.number() > MOST_CLAUSES) {
            faults.add(clause.label() + " 的条号应在 1 至 " + MOST_CLAUSES + " 之间。");
        }
        if (clause.schooling() == null && clause.certificate() == null) {
            faults.add(clause.label() + " 既不看学历也不看证书，人人都符合。请选定学历或证书。");
        }
        if (outside(clause.work().months())) {
            faults.add(clause.label() + " 的工作年限应在 0 至 " + LONGEST + " 个月之间。");
        }
        Clause.HeldCertificate certificate = clause.certificate();
        if (certificate != null && outside(certificate.months())) {
            faults.add(clause.label() + " 的持证时间应在 0 至 " + LONGEST + " 个月之间。");
        }
        Clause.Schooling schooling = clause.schooling();
        if (schooling != null
                && schooling.major() == Clause.Major.RELATED
                && set.relatedMajors().isEmpty()) {
            faults.add(clause.label() + " 只给相关专业，而相关专业名单是空的。");
        }
        return faults;
    }

    private static boolean outside(int months) {
        return months < 0 || months > LONGEST;
    }
}
