package io.tanshi.enrolment.privacy;

import static io.tanshi.enrolment.jooq.Tables.APPLICATION;

import io.tanshi.enrolment.ApplicationState;
import io.tanshi.enrolment.application.Dossier;
import io.tanshi.enrolment.application.Dossiers;
import io.tanshi.enrolment.intake.form.Column;
import io.tanshi.identity.register.HeldFile;
import io.tanshi.identity.register.Holding;
import io.tanshi.identity.register.PersonMerged;
import io.tanshi.identity.register.PersonalDataHolder;
import io.tanshi.identity.session.PersonId;
import io.tanshi.programme.Sitting;
import io.tanshi.programme.SittingId;
import io.tanshi.programme.Sittings;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.springframework.core.annotation.Order;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** The applications of a person. */
@Component
@Order(1)
class RegistrationHolder implements PersonalDataHolder {

    private static final Set<ApplicationState> UNDECIDED =
            Set.of(ApplicationState.DRAFT, ApplicationState.PENDING, ApplicationState.RETURNED);

    private final DSLContext db;
    private final Dossiers dossiers;
    private final Sittings sittings;
    private final ApplicationEraser eraser;
    private final Clock clock;

    RegistrationHolder(
            DSLContext db, Dossiers dossiers, Sittings sittings, ApplicationEraser eraser, Clock clock) {
        this.db = db;
        this.dossiers = dossiers;
        this.sittings = sittings;
        this.eraser = eraser;
        this.clock = clock;
    }

    @Override
    public List<Holding> holdings(PersonId person) {
        return dossiers.ofPerson(person).stream()
                .map(dossier -> new Holding(
                        "报名",
                        name(dossier.sitting()) + " " + dossier.level().label(),
                        dossier.state().label(),
                        facts(dossier)))
                .toList();
    }

    private static Map<String, String> facts(Dossier dossier) {
        Map<String, String> facts = new LinkedHashMap<>();
        for (Column column : Column.values()) {
            String text = dossier.registration().text(column);
            if (!text.isEmpty()) {
                facts.put(column.label(), text);
            }
        }
        return facts;
    }

    @Override
    public List<HeldFile> files(PersonId person) {
        List<HeldFile> files = new ArrayList<>();
        for (Dossier dossier : dossiers.ofPerson(person)) {
            String sitting = name(dossier.sitting());
            dossiers.documents(dossier.id())
                    .forEach((kind, document) ->
                            files.add(new HeldFile(sitting + "-" + kind.fileName(), document.fileId())));
        }
        return files;
    }

    @Override
    public List<String> conflicts(PersonId from, PersonId into) {
        Set<SittingId> theirs = live(from);
        theirs.retainAll(live(into));
        return theirs.stream()
                .map(sitting -> "两人在 " + name(sitting) + "都有报名，须先撤回其中一份。")
                .toList();
    }

    private Set<SittingId> live(PersonId person) {
        return dossiers.ofPerson(person).stream()
                .filter(dossier -> dossier.state().isLive())
                .map(Dossier::sitting)
                .collect(Collectors.toSet());
    }

    @Override
    public List<String> obstacles(PersonId person) {
        return dossiers.ofPerson(person).stream()
                .filter(this::isRunning)
                .map(dossier -> name(dossier.sitting()) + "的报名还在进行（" + dossier.state().label() + "）。")
                .toList();
    }

    private boolean isRunning(Dossier dossier) {
        boolean ahead = sittings.find(dossier.sitting())
                .map(sitting -> sitting.examAt().isAfter(clock.instant()))
                .orElse(false);
        return UNDECIDED.contains(dossier.state()) || (dossier.state() == ApplicationState.APPROVED && ahead);
    }

    @Override
    public void erase(PersonId person) {
        eraser.erase(person);
    }

    @ApplicationModuleListener
    void on(PersonMerged merged) {
        db.update(APPLICATION)
                .set(APPLICATION.PERSON_ID, merged.into().value())
                .where(APPLICATION.PERSON_ID.eq(merged.from().value()))
                .execute();
    }

    private String name(SittingId sitting) {
        return sittings.find(sitting).map(Sitting::name).orElse("已不存在的考期");
    }
}
