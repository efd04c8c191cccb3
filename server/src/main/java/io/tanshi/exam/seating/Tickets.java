package io.tanshi.exam.seating;

import io.tanshi.exam.Admission;
import io.tanshi.exam.SittingRun;
import io.tanshi.exam.SittingRuns;
import io.tanshi.exam.seating.TicketController.AdmissionTicketView;
import io.tanshi.files.FileId;
import io.tanshi.files.Files;
import io.tanshi.identity.people.People;
import io.tanshi.identity.people.PersonView;
import io.tanshi.platform.paper.HouseFonts;
import io.tanshi.platform.paper.PaperBook;
import io.tanshi.platform.paper.Portrait;
import io.tanshi.programme.Programmes;
import io.tanshi.programme.ReviewPromise;
import io.tanshi.programme.Sitting;
import io.tanshi.programme.Sittings;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes the tickets of admissions, for the screen and on paper. */
@Component
class Tickets {

    /** How many stand in one document; more come as several documents in a zip, so that memory stays within bounds. */
    static final int IN_ONE_DOCUMENT = 100;

    private static final String TITLE = "准考证";

    private final RoomStore rooms;
    private final Sittings sittings;
    private final SittingRuns runs;
    private final Programmes programmes;
    private final People people;
    private final Files files;
    private final HouseFonts fonts;

    Tickets(
            RoomStore rooms,
            Sittings sittings,
            SittingRuns runs,
            Programmes programmes,
            People people,
            Files files,
            HouseFonts fonts) {
        this.rooms = rooms;
        this.sittings = sittings;
        this.runs = runs;
        this.programmes = programmes;
        this.people = people;
        this.files = files;
        this.fonts = fonts;
    }

    AdmissionTicketView view(Admission admission) {
        return view(admission, people.view(admission.personId()));
    }

    private AdmissionTicketView view(Admission admission, PersonView person) {
        Sitting sitting = sittings.get(admission.sittingId());
        SittingRun run = runs.of(sitting.id());
        Site site = rooms.find(admission.roomId()).orElseThrow().site();
        return new AdmissionTicketView(
                sitting.name(),
                person.name(),
                person.maskedIdNumber(),
                person.photo() != null,
                admission.level().label(),
                admission.state().label(),
                admission.ticketNumber(),
                admission.site(),
                site.address(),
                site.contact(),
                site.directions(),
                admission.room(),
                admission.seat(),
                at(run.entryOpensAt()),
                at(run.startsAt()),
                at(run.lateEntryEndsAt()),
                at(run.handInOpensAt()),
                at(run.endsAt()),
                run.rules());
    }

    /** One document when they fit into one, otherwise a zip of documents; written as they are made. */
    void write(List<Admission> all, OutputStream out) throws IOException {
        if (all.size() <= IN_ONE_DOCUMENT) {
            document(all, out);
            return;
        }
        try (ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
            for (int from = 0; from < all.size(); from += IN_ONE_DOCUMENT) {
                int to = Math.min(all.size(), from + IN_ONE_DOCUMENT);
                zip.putNextEntry(new ZipEntry("%s-%d-%d.pdf".formatted(TITLE, from + 1, to)));
                ByteArrayOutputStream part = new ByteArrayOutputStream();
                document(all.subList(from, to), part);
                part.writeTo(zip);
                zip.closeEntry();
            }
        }
    }

    private void document(List<Admission> admissions, OutputStream out) throws IOException {
        try (PaperBook book = fonts.book(TITLE)) {
            for (Admission admission : admissions) {
                PersonView person = people.view(admission.personId());
                TicketPage.draw(book, programmes.current().name(), view(admission, person), photo(person.photo()));
            }
            book.save(out);
        }
    }

    private @Nullable Portrait photo(@Nullable FileId photo) {
        try {
            return photo == null ? null : Portrait.of(files.read(photo));
        } catch (IOException _) {
            // An empty frame is better than no ticket.
            return null;
        }
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atZone(ReviewPromise.ZONE).toOffsetDateTime();
    }
}
