package io.tanshi.learning.progress;

import io.tanshi.identity.session.CurrentAccount;
import io.tanshi.identity.session.Requires;
import io.tanshi.identity.session.Role;
import io.tanshi.learning.course.Course.Lesson;
import io.tanshi.learning.progress.StudyDesk.CountState;
import io.tanshi.learning.progress.StudyDesk.Counted;
import io.tanshi.learning.progress.WindowStore.StoredWindow;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** A candidate's own study. */
@RestController
@RequestMapping("/api/candidate/study")
@Requires(Role.CANDIDATE)
class CandidateStudyController {

    private static final int SHOWN_WINDOWS = 50;

    private final StudyDesk desk;
    private final StudyOverviews overviews;
    private final WindowStore windows;
    private final Clock clock;

    CandidateStudyController(StudyDesk desk, StudyOverviews overviews, WindowStore windows, Clock clock) {
        this.desk = desk;
        this.overviews = overviews;
        this.windows = windows;
        this.clock = clock;
    }

    record LessonSectionView(String heading, String body) {}

    /** A lesson to read. */
    record LessonReading(String code, String title, String source, List<LessonSectionView> sections) {}

    record BeatRequest(boolean playing) {}

    /**
     * What the server has counted, in seconds of credit.
     *
     * @param countedNowSeconds credited by this beat
     * @param windowCountedSeconds credited since this player was opened
     * @param windowUncountedSeconds real seconds of this player that were not credited because they exceed the cap
     * @param number of this receipt
     */
    record StudyReceipt(
            UUID window,
            CountState state,
            String lesson,
            long countedNowSeconds,
            long windowCountedSeconds,
            long windowUncountedSeconds,
            long lessonCountedSeconds,
            long lessonCreditSeconds,
            long courseCountedSeconds,
            boolean met,
            OffsetDateTime serverTime,
            String number) {}

    /** One line of 计时明细. */
    record StudyWindowView(
            String number,
            String lesson,
            OffsetDateTime startedAt,
            OffsetDateTime lastBeatAt,
            long countedSeconds,
            long uncountedSeconds) {}

    @GetMapping
    StudyOverview study(CurrentAccount me) {
        return overviews.of(desk.current(me.requirePerson()));
    }

    @GetMapping("/lessons/{code}")
    LessonReading lesson(@PathVariable String code, CurrentAccount me) {
        Lesson lesson = StudyDesk.lesson(desk.current(me.requirePerson()), code);
        return new LessonReading(
                lesson.code(),
                lesson.title(),
                lesson.source(),
                lesson.sections().stream()
                        .map(s -> new LessonSectionView(s.heading(), s.body()))
                        .toList());
    }

    @PostMapping("/lessons/{code}/windows")
    @ResponseStatus(HttpStatus.CREATED)
    StudyReceipt start(@PathVariable String code, CurrentAccount me) {
        return receipt(desk.start(me.requirePerson(), code));
    }

    @PostMapping("/windows/{id}/beats")
    StudyReceipt beat(@PathVariable UUID id, @RequestBody BeatRequest body, CurrentAccount me) {
        return receipt(desk.beat(me.requirePerson(), id, body.playing()));
    }

    @GetMapping("/windows")
    List<StudyWindowView> windows(CurrentAccount me) {
        return windows.ofStudy(desk.current(me.requirePerson()).id(), SHOWN_WINDOWS).stream()
                .map(this::view)
                .toList();
    }

    private StudyWindowView view(StoredWindow window) {
        return new StudyWindowView(
                window.receipt(),
                window.lesson(),
                local(window.startedAt()),
                local(window.lastBeatAt()),
                window.counted().toSeconds(),
                window.uncounted().toSeconds());
    }

    private StudyReceipt receipt(Counted counted) {
        StoredWindow window = counted.window();
        return new StudyReceipt(
                window.id(),
                counted.state(),
                counted.lesson().code(),
                counted.now().toSeconds(),
                window.counted().toSeconds(),
                window.uncounted().toSeconds(),
                counted.study().counted(counted.lesson()).toSeconds(),
                counted.lesson().credit().toSeconds(),
                counted.study().counted().toSeconds(),
                counted.study().isMet(),
                OffsetDateTime.now(clock),
                window.receipt());
    }

    private OffsetDateTime local(OffsetDateTime stored) {
        return stored.atZoneSameInstant(clock.getZone()).toOffsetDateTime();
    }
}
