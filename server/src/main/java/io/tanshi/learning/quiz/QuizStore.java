package io.tanshi.learning.quiz;

import static io.tanshi.learning.jooq.Tables.QUIZ_ANSWER;

import io.tanshi.learning.progress.StudyId;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Map;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

/** The latest answer to each question. */
@Repository
class QuizStore {

    private final DSLContext db;
    private final Clock clock;

    QuizStore(DSLContext db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** The chosen option by the question's number, counted from 1. */
    Map<Integer, Integer> chosen(StudyId study, String lesson) {
        return db.selectFrom(QUIZ_ANSWER)
                .where(QUIZ_ANSWER.STUDY_ID.eq(study.value()).and(QUIZ_ANSWER.LESSON_CODE.eq(lesson)))
                .fetchMap(QUIZ_ANSWER.QUESTION, QUIZ_ANSWER.CHOSEN);
    }

    void store(StudyId study, String lesson, int question, int chosen, boolean correct) {
        OffsetDateTime now = OffsetDateTime.now(clock);
        db.insertInto(QUIZ_ANSWER)
                .set(QUIZ_ANSWER.STUDY_ID, study.value())
                .set(QUIZ_ANSWER.LESSON_CODE, lesson)
                .set(QUIZ_ANSWER.QUESTION, question)
                .set(QUIZ_ANSWER.CHOSEN, chosen)
                .set(QUIZ_ANSWER.CORRECT, correct)
                .set(QUIZ_ANSWER.TRIES, 1)
                .set(QUIZ_ANSWER.ANSWERED_AT, now)
                .onDuplicateKeyUpdate()
                .set(QUIZ_ANSWER.CHOSEN, chosen)
                .set(QUIZ_ANSWER.CORRECT, correct)
                .set(QUIZ_ANSWER.TRIES, QUIZ_ANSWER.TRIES.plus(1))
                .set(QUIZ_ANSWER.ANSWERED_AT, now)
                .execute();
    }
}
