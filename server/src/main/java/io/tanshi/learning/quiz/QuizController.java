package io.tanshi.learning.quiz;

import io.tanshi.identity.session.CurrentAccount;
import io.tanshi.identity.session.PersonId;
import io.tanshi.identity.session.Requires;
import io.tanshi.identity.session.Role;
import io.tanshi.learning.LearningError;
import io.tanshi.learning.course.Course.Lesson;
import io.tanshi.learning.course.Course.QuizQuestion;
import io.tanshi.learning.progress.Study;
import io.tanshi.learning.progress.StudyStore;
import io.tanshi.platform.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The questions after a lesson; the right answer and why leave the server only after an answer. */
@RestController
@RequestMapping("/api/candidate/study/lessons/{code}/quiz")
@Requires(Role.CANDIDATE)
class QuizController {

    private final StudyStore studies;
    private final QuizStore answers;

    QuizController(StudyStore studies, QuizStore answers) {
        this.studies = studies;
        this.answers = answers;
    }

    /** @param feedback absent until the question is answered */
    record LessonQuestion(
            int number,
            String stem,
            List<String> options,
            @Nullable QuizFeedback feedback) {}

    /**
     * What an answer was worth.
     *
     * @param chosen index of the option chosen
     * @param answer index of the right option
     */
    record QuizFeedback(int chosen, int answer, boolean correct, String why) {}

    /** @param chosen index of an option */
    record QuizAnswerRequest(int chosen) {}

    @GetMapping
    List<LessonQuestion> quiz(@PathVariable String code, CurrentAccount me) {
        Study study = study(me.requirePerson());
        Map<Integer, Integer> chosen = answers.chosen(study.id(), code);
        List<LessonQuestion> questions = new ArrayList<>();
        for (QuizQuestion question : lesson(study, code).quiz()) {
            Integer given = chosen.get(questions.size() + 1);
            questions.add(new LessonQuestion(
                    questions.size() + 1,
                    question.stem(),
                    question.options(),
                    given == null ? null : feedback(question, given)));
        }
        return questions;
    }

    @PostMapping("/{number}")
    @Transactional
    public QuizFeedback answer(
            @PathVariable String code,
            @PathVariable int number,
            @RequestBody QuizAnswerRequest body,
            CurrentAccount me) {
        Study study = study(me.requirePerson());
        List<QuizQuestion> quiz = lesson(study, code).quiz();
        if (number < 1 || number > quiz.size()) {
            throw Problem.notFound("这道题");
        }
        QuizQuestion question = quiz.get(number - 1);
        if (body.chosen() < 0 || body.chosen() >= question.options().size()) {
            throw Problem.of(
                            LearningError.NO_SUCH_ANSWER,
                            "这道题有 " + question.options().size() + " 个选项。请重新选择。")
                    .field("chosen", "不在选项之内");
        }
        QuizFeedback feedback = feedback(question, body.chosen());
        answers.store(study.id(), code, number, body.chosen(), feedback.correct());
        return feedback;
    }

    private Study study(PersonId person) {
        return studies.ofPerson(person).stream().findFirst().orElseThrow(() -> Problem.notFound("你的课程"));
    }

    private static Lesson lesson(Study study, String code) {
        return study.course().lesson(code).orElseThrow(() -> Problem.notFound("这一课"));
    }

    private static QuizFeedback feedback(QuizQuestion question, int chosen) {
        return new QuizFeedback(chosen, question.answer(), chosen == question.answer(), question.why());
    }
}
