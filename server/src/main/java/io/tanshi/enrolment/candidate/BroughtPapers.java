package io.tanshi.enrolment.candidate;

import io.tanshi.enrolment.ApplicationState;
import io.tanshi.enrolment.EnrolmentError;
import io.tanshi.enrolment.application.Document;
import io.tanshi.enrolment.application.DocumentKind;
import io.tanshi.enrolment.application.Dossier;
import io.tanshi.enrolment.application.Dossiers;
import io.tanshi.enrolment.batch.LimitedStream;
import io.tanshi.enrolment.checking.CheckDesk;
import io.tanshi.enrolment.roster.RosterDesk;
import io.tanshi.identity.session.CurrentAccount;
import io.tanshi.platform.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * A candidate brings a paper that a reviewer has returned. It takes the place of the old one after the same checks as
 * the institution's own; handing the application in again stays with the institution.
 */
@Service
@Transactional
class BroughtPapers {

    static final long MAX_FILE = 20L << 20;

    private final Dossiers dossiers;
    private final RosterDesk roster;
    private final CheckDesk checks;

    BroughtPapers(Dossiers dossiers, RosterDesk roster, CheckDesk checks) {
        this.dossiers = dossiers;
        this.roster = roster;
        this.checks = checks;
    }

    void bring(Dossier dossier, int version, DocumentKind kind, InputStream content, CurrentAccount me)
            throws IOException {
        requireAskedFor(dossier, kind);
        InputStream limited = new LimitedStream(content, MAX_FILE, BroughtPapers::tooLarge);
        Document document = roster.attach(dossier, version, kind, limited, me.actor());
        checks.uploaded(dossier, document, me.actor());
    }

    /** Other papers are the institution's business: what a reviewer has accepted does not change behind their backs. */
    private void requireAskedFor(Dossier dossier, DocumentKind kind) {
        boolean asked = dossier.state() == ApplicationState.RETURNED
                && dossiers
                        .notes(List.of(dossier.id().value()))
                        .getOrDefault(dossier.id().value(), List.of())
                        .stream()
                        .anyMatch(note -> !note.answered() && note.note().kind() == kind);
        if (!asked) {
            throw Problem.of(
                    EnrolmentError.NOT_ASKED_FOR, "审核员没有要求补“" + kind.fileName() + "”，或机构已重新提交。请刷新看最新状态；其他更正请用“报告有误”。");
        }
    }

    static Problem tooLarge() {
        return Problem.of(EnrolmentError.UPLOAD_TOO_LARGE, "单份材料不能超过 " + (MAX_FILE >> 20) + " MB。请重新拍摄或压缩后上传。");
    }
}
