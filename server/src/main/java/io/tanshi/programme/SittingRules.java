package io.tanshi.programme;

import java.util.Optional;

/** What each sitting has published: the conditions its applications are judged by and the papers it asks for. */
public interface SittingRules {

    /**
     * @throws java.util.NoSuchElementException when no sitting has that id
     */
    RuleSet eligibility(SittingId sitting);

    MaterialNeeds materials(SittingId sitting);

    /** A rule set that is published or still a draft; drafts are for trying out only. */
    Optional<RuleSet> find(String code);
}
