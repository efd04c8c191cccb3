package io.tanshi.learning.progress;

import io.tanshi.audit.Actor;
import io.tanshi.audit.AuditTrail;
import io.tanshi.enrolment.ApplicationApproved;
import io.tanshi.learning.course.CourseShelf;
import java.util.Map;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Opens the course for a person whose application has been approved; hearing it twice opens it once. */
@Component
class ApprovalListener {

    private static final Actor LEARNING = Actor.system("课程开通");

    private final StudyStore studies;
    private final CourseShelf shelf;
    private final AuditTrail trail;

    ApprovalListener(StudyStore studies, CourseShelf shelf, AuditTrail trail) {
        this.studies = studies;
        this.shelf = shelf;
        this.trail = trail;
    }

    @ApplicationModuleListener
    void on(ApplicationApproved approval) {
        if (studies.open(approval, shelf.newest())) {
            trail.record(
                    LEARNING,
                    "learning.study-opened",
                    "application",
                    approval.applicationId(),
                    Map.of("sitting", approval.sittingId().toString()));
        }
    }
}
