package io.tanshi.learning.progress;

import io.tanshi.identity.session.PersonId;
import io.tanshi.learning.LearningError;
import io.tanshi.learning.course.Course.Lesson;
import io.tanshi.learning.progress.StudyWindow.Elapsed;
import io.tanshi.learning.progress.WindowStore.StoredWindow;
import io.tanshi.platform.Problem;
import io.tanshi.programme.Sittings;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Counts study time, one player at a time for each person. */
@Service
class StudyDesk {

    private final StudyStore studies;
    private final WindowStore windows;
    private final OpenWindows open;
    private final RequirementGate gate;
    private final StudyPace pace;
    private final Sittings sittings;
    private final Clock clock;

    StudyDesk(
            StudyStore studies,
            WindowStore windows,
            OpenWindows open,
            RequirementGate gate,
            StudyPace pace,
            Sittings sittings,
            Clock clock) {
        this.studies = studies;
        this.windows = windows;
        this.open = open;
        this.gate = gate;
        this.pace = pace;
        this.sittings = sittings;
        this.clock = clock;
    }

    /** What one call has counted. */
    record Counted(Study study, Lesson lesson, StoredWindow window, CountState state, Duration now) {}

    /** Whether time runs, and if not, why. */
    enum CountState {
        COUNTING,
        PAUSED,
        LESSON_FULL,
        TAKEN_OVER,
        CLOSED
    }

    /** The study a person works on now: the one opened last. */
    @Transactional(readOnly = true)
    public Study current(PersonId person) {
        return studies.ofPerson(person).stream()
                .findFirst()
                .orElseThrow(() -> Problem.of(LearningError.NO_STUDY, "报名审核通过后课程才会开通。请向你的培训机构询问审核进度。"));
    }

    /** Opens the player on a lesson; a player open elsewhere ends. */
    @Transactional
    public Counted start(PersonId person, String lessonCode) {
        Study study = studies.lock(current(person).id().value());
        Lesson lesson = lesson(study, lessonCode);
        StoredWindow window = windows.open(person, study, lesson);
        open.open(person, window.id());
        return new Counted(study, lesson, window, state(study, lesson, true), Duration.ZERO);
    }

    /**
     * Credits the time since the last beat of this player.
     *
     * @param playing false when the reader has just stopped: the time up to now counts, what follows does not
     */
    @Transactional
    public Counted beat(PersonId person, UUID windowId, boolean playing) {
        StoredWindow window = windows.find(person, windowId).orElseThrow(() -> Problem.notFound("这个学习窗口"));
        Study study = studies.lock(window.study());
        Lesson lesson = lesson(study, window.lesson());
        if (isEnded(person, windowId)) {
            return new Counted(study, lesson, window, CountState.TAKEN_OVER, Duration.ZERO);
        }
        Elapsed elapsed = open.beat(person, windowId, playing, pace.cap());
        return count(study, lesson, windowId, elapsed, playing);
    }

    // Read again behind the lock: another window may have taken over while this call waited.
    private boolean isEnded(PersonId person, UUID windowId) {
        return windows.find(person, windowId).orElseThrow().ended();
    }

    private Counted count(Study study, Lesson lesson, UUID windowId, Elapsed elapsed, boolean playing) {
        Duration offered = isClosed(study) ? Duration.ZERO : pace.credit(lesson, elapsed.counted());
        Duration given = study.credit(lesson, offered);
        studies.storeTime(study, lesson);
        gate.settle(study);
        StoredWindow window = windows.add(windowId, given, elapsed.lost());
        return new Counted(study, lesson, window, state(study, lesson, playing), given);
    }

    private CountState state(Study study, Lesson lesson, boolean playing) {
        if (isClosed(study)) {
            return CountState.CLOSED;
        }
        if (study.isFull(lesson)) {
            return CountState.LESSON_FULL;
        }
        return playing ? CountState.COUNTING : CountState.PAUSED;
    }

    private boolean isClosed(Study study) {
        return !clock.instant()
                .isBefore(sittings.get(study.enrolled().sitting()).examAt());
    }

    static Lesson lesson(Study study, String code) {
        return study.course().lesson(code).orElseThrow(() -> Problem.notFound("这一课"));
    }
}
