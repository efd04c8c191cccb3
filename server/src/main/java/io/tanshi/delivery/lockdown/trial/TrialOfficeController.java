package io.tanshi.delivery.lockdown.trial;

import io.tanshi.delivery.lockdown.trial.TrialViews.TrialResultView;
import io.tanshi.exam.Admission;
import io.tanshi.exam.AdmissionId;
import io.tanshi.exam.Admissions;
import io.tanshi.exam.CandidateCard;
import io.tanshi.identity.session.CurrentAccount;
import io.tanshi.identity.session.PersonId;
import io.tanshi.identity.session.Requires;
import io.tanshi.identity.session.Role;
import io.tanshi.platform.Problem;
import io.tanshi.programme.SittingId;
import io.tanshi.programme.Sittings;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Who has tried a machine, who has not, and why not: the list to be called down before the exam. */
@RestController
@Requires({Role.INVIGILATOR, Role.ADMINISTRATOR})
class TrialOfficeController {

    private final TrialStore store;
    private final TrialDesk desk;
    private final Admissions admissions;
    private final Sittings sittings;

    TrialOfficeController(TrialStore store, TrialDesk desk, Admissions admissions, Sittings sittings) {
        this.store = store;
        this.desk = desk;
        this.admissions = admissions;
        this.sittings = sittings;
    }

    /** @param latest absent when the candidate has not tried a machine */
    record SeatTrialView(
            UUID admissionId,
            String name,
            String ticketNumber,
            String site,
            String room,
            int seat,
            @Nullable TrialResultView latest) {}

    record TrialListView(List<SeatTrialView> seats) {}

    record TrialOverrideRequest(
            @NotBlank(message = "请写明原因") @Size(max = 200, message = "最多 200 字")
            String reason) {}

    @GetMapping("/api/invigilator/sittings/{id}/trials")
    ResponseEntity<TrialListView> trials(@PathVariable UUID id) {
        SittingId sitting = new SittingId(id);
        if (sittings.find(sitting).isEmpty()) {
            throw Problem.notFound("这个考期");
        }
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(list(sitting));
    }

    @PostMapping("/api/invigilator/trials/{id}/override")
    ResponseEntity<TrialListView> override(
            @PathVariable UUID id, @Valid @RequestBody TrialOverrideRequest body, CurrentAccount me) {
        SittingId sitting = desk.override(id, body.reason().strip(), me.actor());
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(list(sitting));
    }

    private TrialListView list(SittingId sitting) {
        Map<AdmissionId, CandidateCard> cards = admissions.cards(sitting);
        Map<PersonId, TrialRun> latest = store.latestOf(sitting);
        List<SeatTrialView> seats = admissions.ofSitting(sitting).stream()
                .map(admission -> view(admission, cards.get(admission.id()), latest.get(admission.personId())))
                .toList();
        return new TrialListView(seats);
    }

    private static SeatTrialView view(Admission admission, @Nullable CandidateCard card, @Nullable TrialRun latest) {
        return new SeatTrialView(
                admission.id().value(),
                card == null ? "" : card.name(),
                admission.ticketNumber(),
                admission.site(),
                admission.room(),
                admission.seat(),
                latest == null ? null : TrialViews.view(latest));
    }
}
