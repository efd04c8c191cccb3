package io.tanshi.programme;

import java.util.List;

/** The programme in force, read from its newest installed version. */
public interface Programmes {

    Programme current();

    Syllabus syllabus();

    ProgrammeParameters parameters();

    /** The rule set that new applications are judged by. */
    RuleSet eligibility();

    /** Every installed rule set, the one in force first. */
    List<RuleSet> ruleSets();

    List<Material> materials();
}
