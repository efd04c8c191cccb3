package io.tanshi.exam.seating;

import io.tanshi.exam.Admission;
import io.tanshi.exam.ExamRules;
import io.tanshi.files.FileId;
import io.tanshi.files.Files;
import io.tanshi.identity.people.People;
import io.tanshi.identity.session.CurrentAccount;
import io.tanshi.identity.session.PersonId;
import io.tanshi.identity.session.Requires;
import io.tanshi.identity.session.Role;
import io.tanshi.platform.Problem;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The candidate's own admission ticket (准考证). The room's code is not on it. */
@RestController
@RequestMapping("/api/candidate/admission")
@Requires(Role.CANDIDATE)
class TicketController {

    private final AdmissionStore admissions;
    private final CandidacyStore candidacies;
    private final Tickets tickets;
    private final People people;
    private final Files files;

    TicketController(
            AdmissionStore admissions, CandidacyStore candidacies, Tickets tickets, People people, Files files) {
        this.admissions = admissions;
        this.candidacies = candidacies;
        this.tickets = tickets;
        this.people = people;
        this.files = files;
    }

    /** How far the candidate's admission is. */
    enum Stage {
        /** The requirement of study is not fulfilled yet. */
        NOT_YET,
        /** Fulfilled; waits for a seat. */
        WAITING,
        /** There is a ticket. */
        ADMITTED
    }

    record MyAdmissionView(Stage stage, @Nullable AdmissionTicketView ticket) {}

    record AdmissionTicketView(
            String sittingName,
            String name,
            String maskedDocument,
            boolean hasPhoto,
            String levelLabel,
            String stateLabel,
            String ticketNumber,
            String site,
            String address,
            String contact,
            String directions,
            String room,
            int seat,
            OffsetDateTime entryOpensAt,
            OffsetDateTime startsAt,
            OffsetDateTime lateEntryEndsAt,
            OffsetDateTime handInOpensAt,
            OffsetDateTime endsAt,
            ExamRules rules) {}

    @GetMapping
    MyAdmissionView mine(CurrentAccount me) {
        PersonId person = me.requirePerson();
        Optional<Admission> latest = admissions.of(person).stream().findFirst();
        boolean waits = candidacies.of(person).stream()
                .findFirst()
                .filter(candidacy ->
                        latest.isEmpty() || !latest.get().sittingId().equals(candidacy.sittingId()))
                .isPresent();
        if (waits) {
            return new MyAdmissionView(Stage.WAITING, null);
        }
        return latest.map(admission -> new MyAdmissionView(Stage.ADMITTED, tickets.view(admission)))
                .orElseGet(() -> new MyAdmissionView(Stage.NOT_YET, null));
    }

    @GetMapping("/photo")
    ResponseEntity<byte[]> photo(CurrentAccount me) throws IOException {
        FileId photo = people.view(me.requirePerson()).photo();
        if (photo == null) {
            throw Problem.notFound("照片");
        }
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .contentType(MediaType.parseMediaType(files.describe(photo).mediaType()))
                .body(files.read(photo));
    }

    /** The same on paper. */
    @GetMapping("/ticket.pdf")
    ResponseEntity<byte[]> ticketDocument(CurrentAccount me) throws IOException {
        Admission latest =
                admissions.of(me.requirePerson()).stream().findFirst().orElseThrow(() -> Problem.notFound("准考证"));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        tickets.write(List.of(latest), out);
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .contentType(MediaType.APPLICATION_PDF)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.inline()
                                .filename("准考证.pdf", StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(out.toByteArray());
    }
}
