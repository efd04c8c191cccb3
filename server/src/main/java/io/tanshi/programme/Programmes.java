package io.tanshi.programme;

import java.util.List;

/** The programme in force, read from its newest installed version. */
public interface Programmes {

    Programme current();

    Syllabus syllabus();

    ProgrammeParameters parameters();

    /** The rule set a sitting takes when there is none before it; every other sitting names its own, see {@link SittingRules}. */
    RuleSet eligibility();

    /** Every published rule set, the one of {@link #eligibility()} first. */
    List<RuleSet> ruleSets();

    List<Material> materials();
}
