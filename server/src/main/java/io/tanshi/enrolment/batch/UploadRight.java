package io.tanshi.enrolment.batch;

import io.tanshi.enrolment.EnrolmentError;
import io.tanshi.enrolment.intake.RowProblem;
import io.tanshi.enrolment.intake.form.Column;
import io.tanshi.identity.people.Institutions;
import io.tanshi.identity.people.Institutions.Authorisation;
import io.tanshi.identity.session.InstitutionId;
import io.tanshi.platform.Problem;
import io.tanshi.programme.Level;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** By what right an institution registers people: its authorisation's dates and levels. */
@Component
class UploadRight {

    static final String LEVEL_NOT_AUTHORISED = "level-not-authorised";

    private final Institutions institutions;
    private final Clock clock;

    UploadRight(Institutions institutions, Clock clock) {
        this.institutions = institutions;
        this.clock = clock;
    }

    /** @throws Problem when the authorisation does not cover today */
    void require(InstitutionId institution) {
        Authorisation right = of(institution);
        LocalDate today = LocalDate.now(clock);
        if (!right.covers(today)) {
            throw Problem.of(
                    EnrolmentError.NOT_AUTHORISED,
                    "你机构的授权（%s）有效期为 %s 至 %s，今天 %s 不在有效期内，不能上传报名。已提交的报名不受影响。请联系评价机构办理续期。"
                            .formatted(right.number(), right.from(), right.to(), today));
        }
    }

    Authorisation of(InstitutionId institution) {
        return institutions.authorisation(institution);
    }

    /** What is wrong with a row of a level that the institution may not register for. */
    static Optional<RowProblem> problem(Authorisation right, Optional<Level> level) {
        return level.filter(wanted -> !right.levels().contains(wanted.name()))
                .map(wanted -> new RowProblem(
                        LEVEL_NOT_AUTHORISED,
                        Column.LEVEL.label(),
                        "你机构的授权不含" + wanted.label() + "，不能为学员报这个级别。",
                        "请改报授权范围内的级别；需要增加级别的，请联系评价机构。",
                        wanted.label(),
                        "授权范围内的级别"));
    }
}
