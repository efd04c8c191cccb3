package io.tanshi.exam.forms;

import io.tanshi.exam.FormStatus;
import java.util.Optional;

/** What can be done with a form. The whole lifecycle stands in {@link #from}. */
enum FormVerb {
    ASSEMBLE("组卷"),
    PROPOSE("送封存"),
    SEND_BACK("退回"),
    SEAL("确认封存");

    private final String label;

    FormVerb(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }

    /** The status it leads to, if it is allowed from this one. */
    Optional<FormStatus> from(FormStatus status) {
        return Optional.ofNullable(
                switch (this) {
                    case ASSEMBLE -> status == FormStatus.DRAFT ? FormStatus.DRAFT : null;
                    case PROPOSE -> status == FormStatus.DRAFT ? FormStatus.PROPOSED : null;
                    case SEND_BACK -> status == FormStatus.PROPOSED ? FormStatus.DRAFT : null;
                    case SEAL -> status == FormStatus.PROPOSED ? FormStatus.SEALED : null;
                });
    }
}
