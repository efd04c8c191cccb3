package io.tanshi.exam;

import java.util.Optional;

/** Whether this process may run exams; told by whoever runs the attempts. */
public interface ExamServer {

    /** Why not, in words; empty when it may. */
    Optional<String> refusal();
}
