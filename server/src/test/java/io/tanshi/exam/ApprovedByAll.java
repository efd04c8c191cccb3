package io.tanshi.exam;

import io.tanshi.enrolment.ApplicationId;
import io.tanshi.enrolment.ApplicationState;
import io.tanshi.enrolment.Applications;
import io.tanshi.identity.people.Institutions;
import io.tanshi.identity.session.PersonId;
import io.tanshi.programme.Level;
import io.tanshi.programme.SittingId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** Applications of which every one is approved, except those of persons named here. */
@TestConfiguration(proxyBeanMethods = false)
public class ApprovedByAll {

    /** Persons whose application is not approved yet. */
    public static final Set<PersonId> PENDING = ConcurrentHashMap.newKeySet();

    @Bean
    @Primary
    Applications approvedApplications(Institutions institutions) {
        return new Applications() {
            @Override
            public Optional<Summary> find(ApplicationId id) {
                return Optional.empty();
            }

            @Override
            public List<Summary> ofPerson(PersonId person) {
                return List.of();
            }

            @Override
            public Optional<Summary> approved(PersonId person, SittingId sitting) {
                return PENDING.contains(person) ? Optional.empty() : Optional.of(summary(person, sitting));
            }

            @Override
            public List<Summary> approvedOf(SittingId sitting) {
                return List.of();
            }

            private Summary summary(PersonId person, SittingId sitting) {
                return new Summary(
                        ApplicationId.next(),
                        person,
                        institutions.all().getFirst().id(),
                        sitting,
                        Level.SENIOR,
                        ApplicationState.APPROVED,
                        Instant.EPOCH,
                        Instant.EPOCH);
            }
        };
    }
}
