package io.tanshi.enrolment.review;

import io.tanshi.enrolment.ApplicationState;
import io.tanshi.enrolment.application.Dossier;
import io.tanshi.enrolment.application.Verdict;
import io.tanshi.enrolment.intake.form.Column;
import io.tanshi.identity.people.People;
import io.tanshi.identity.people.PersonView;
import io.tanshi.identity.session.PersonId;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Which applications may be approved together: those that leave nothing for a person to judge. */
@Component
class BulkRule {

    /** Notices that tell of something the check has put right by itself; every other one is for a person. */
    private static final Set<String> HARMLESS = Set.of("normalised", "photo-turned");

    private final People people;

    BulkRule(People people) {
        this.people = people;
    }

    /** Why not, by application; one that may is absent. */
    Map<UUID, String> obstacles(Collection<Dossier> dossiers) {
        Map<PersonId, PersonView> known =
                people.views(dossiers.stream().map(Dossier::person).distinct().toList());
        Map<UUID, String> obstacles = new HashMap<>();
        dossiers.forEach(dossier -> obstacle(dossier, known.get(dossier.person()))
                .ifPresent(why -> obstacles.put(dossier.id().value(), why)));
        return obstacles;
    }

    private static Optional<String> obstacle(Dossier d, @Nullable PersonView known) {
        if (d.state() != ApplicationState.PENDING) {
            return Optional.of("现为" + d.state().label());
        }
        if (d.verdict() != Verdict.ELIGIBLE) {
            return Optional.of("系统没有判定满足，须人工裁定");
        }
        if (known != null && !known.name().equals(d.registration().text(Column.NAME))) {
            return Optional.of("姓名与登记库不同");
        }
        return d.registration().notices().stream()
                .filter(notice -> !HARMLESS.contains(notice.code()))
                .findFirst()
                .map(notice -> "有须人工查看的提示：" + notice.message());
    }
}
