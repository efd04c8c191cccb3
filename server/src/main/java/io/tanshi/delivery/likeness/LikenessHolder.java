package io.tanshi.delivery.likeness;

import io.tanshi.delivery.AttemptId;
import io.tanshi.delivery.AttemptView;
import io.tanshi.delivery.Attempts;
import io.tanshi.exam.Admission;
import io.tanshi.exam.Admissions;
import io.tanshi.files.FileId;
import io.tanshi.files.Files;
import io.tanshi.identity.register.HeldFile;
import io.tanshi.identity.register.Holding;
import io.tanshi.identity.register.PersonalDataHolder;
import io.tanshi.identity.session.PersonId;
import io.tanshi.programme.Sitting;
import io.tanshi.programme.Sittings;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The pictures taken of a person at entry; what was judged of them stays without them. */
@Component
@Order(5)
class LikenessHolder implements PersonalDataHolder {

    private final Admissions admissions;
    private final Attempts attempts;
    private final Likenesses checks;
    private final Sittings sittings;
    private final Files files;

    LikenessHolder(Admissions admissions, Attempts attempts, Likenesses checks, Sittings sittings, Files files) {
        this.admissions = admissions;
        this.attempts = attempts;
        this.checks = checks;
        this.sittings = sittings;
        this.files = files;
    }

    private record Taken(Admission admission, AttemptId attempt, Likeness check) {}

    private List<Taken> of(PersonId person) {
        return admissions.of(person).stream()
                .flatMap(admission -> attempts
                        .find(admission.id())
                        .map(AttemptView::id)
                        .flatMap(id -> checks.find(id).map(check -> new Taken(admission, id, check)))
                        .stream())
                .toList();
    }

    @Override
    public List<Holding> holdings(PersonId person) {
        return of(person).stream()
                .map(taken -> new Holding(
                        "身份核对",
                        name(taken.admission()),
                        taken.check().words(),
                        Map.of("进场照片", taken.check().photo() == null ? "没有" : "有")))
                .toList();
    }

    @Override
    public List<HeldFile> files(PersonId person) {
        return of(person).stream()
                .flatMap(taken -> Optional.ofNullable(taken.check().photo())
                        .map(photo -> new HeldFile("进场照片 " + name(taken.admission()), photo))
                        .stream())
                .toList();
    }

    @Override
    public void erase(PersonId person) {
        of(person).forEach(taken -> {
            FileId photo = taken.check().photo();
            if (photo != null) {
                checks.forget(taken.attempt());
                files.delete(photo);
            }
        });
    }

    private String name(Admission admission) {
        return sittings.find(admission.sittingId()).map(Sitting::name).orElse("已不存在的考期");
    }
}
