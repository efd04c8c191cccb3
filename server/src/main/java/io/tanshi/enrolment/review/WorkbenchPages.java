package io.tanshi.enrolment.review;

import io.tanshi.enrolment.ApplicationId;
import io.tanshi.enrolment.IssuedCertificates;
import io.tanshi.enrolment.application.Document;
import io.tanshi.enrolment.application.DocumentKind;
import io.tanshi.enrolment.application.Dossier;
import io.tanshi.enrolment.application.Dossiers;
import io.tanshi.enrolment.application.Registration;
import io.tanshi.enrolment.application.ReturnReason;
import io.tanshi.enrolment.intake.Notice;
import io.tanshi.enrolment.intake.form.Column;
import io.tanshi.enrolment.review.ReviewViews.DataGroup;
import io.tanshi.enrolment.review.ReviewViews.DataRow;
import io.tanshi.enrolment.review.ReviewViews.EscalationView;
import io.tanshi.enrolment.review.ReviewViews.HistoryView;
import io.tanshi.enrolment.review.ReviewViews.NoteView;
import io.tanshi.enrolment.review.ReviewViews.ReasonCount;
import io.tanshi.enrolment.review.ReviewViews.ReasonView;
import io.tanshi.enrolment.review.ReviewViews.VerdictView;
import io.tanshi.enrolment.review.ReviewViews.Workbench;
import io.tanshi.enrolment.review.ReviewViews.WorkbenchDocument;
import io.tanshi.identity.people.Institutions;
import io.tanshi.identity.people.People;
import io.tanshi.identity.people.PersonView;
import io.tanshi.identity.session.CurrentAccount;
import io.tanshi.platform.Problem;
import io.tanshi.programme.Clause;
import io.tanshi.programme.Level;
import io.tanshi.programme.Sitting;
import io.tanshi.programme.SittingRules;
import io.tanshi.programme.Sittings;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Documents and data side by side. */
@Component
@Transactional(readOnly = true)
class WorkbenchPages {

    /** The people and bodies that an application names. */
    @Component
    record Names(Institutions institutions, Sittings sittings, People people, SittingRules rules) {}

    private final Dossiers dossiers;
    private final QueueItems.Desks desks;
    private final QueueItems items;
    private final Judgement judgement;
    private final Names names;
    private final ObjectProvider<IssuedCertificates> register;

    WorkbenchPages(
            Dossiers dossiers,
            QueueItems.Desks desks,
            QueueItems items,
            Judgement judgement,
            Names names,
            ObjectProvider<IssuedCertificates> register) {
        this.dossiers = dossiers;
        this.desks = desks;
        this.items = items;
        this.judgement = judgement;
        this.names = names;
        this.register = register;
    }

    Workbench open(ApplicationId id, CurrentAccount me) {
        Dossier d = dossiers.find(id).orElseThrow(() -> Problem.notFound("这份报名"));
        Sitting sitting = names.sittings().get(d.sitting());
        WorkTime time = items.workTime(d);
        Map<DocumentKind, Document> papers = dossiers.documents(d.id());
        VerdictView verdict = judgement.of(d, sitting, papers.keySet());
        return new Workbench(
                id.value(),
                d.version(),
                d.state(),
                d.state().label(),
                d.registration().name(),
                d.registration().maskedDocumentNumber(),
                d.level().label(),
                names.institutions().view(d.institution()).name(),
                sitting.name(),
                sitting.examDate().toString(),
                items.time(d.submittedAt()),
                items.time(d.clock().dueAt()),
                d.clock().provisional(),
                time.urgency(),
                time.minutes(),
                items.claim(desks.claims().of(id).orElse(null), me),
                items.decision(desks.decisions().waiting(id).orElse(null), me),
                desks.escalations().of(id).map(e -> escalation(e, me)).orElse(null),
                documents(d, papers),
                verdict,
                data(d),
                notices(d, verdict),
                history(id),
                notes(id),
                commonReasons(d),
                Arrays.stream(ReturnReason.values())
                        .map(reason -> new ReasonView(reason, reason.key(), reason.label()))
                        .toList());
    }

    private EscalationView escalation(Escalations.Escalation e, CurrentAccount me) {
        boolean mine = e.reviewer().equals(me.accountId().value());
        return new EscalationView(mine, e.name(), Objects.requireNonNull(items.time(e.at())), e.words());
    }

    /** What the check found; the years are told with the conflict that they are part of, which says more. */
    private static List<String> notices(Dossier d, VerdictView verdict) {
        return d.registration().notices().stream()
                .filter(notice ->
                        verdict.conflicts().isEmpty() || !notice.code().equals("years-implausible"))
                .map(Notice::message)
                .toList();
    }

    private List<WorkbenchDocument> documents(Dossier d, Map<DocumentKind, Document> documents) {
        return Arrays.stream(DocumentKind.values())
                .map(kind -> {
                    Document document = documents.get(kind);
                    return new WorkbenchDocument(
                            kind,
                            kind.label(),
                            document != null,
                            document != null || isAsked(kind, d),
                            document == null ? null : document.mediaType(),
                            document == null ? 0 : document.size());
                })
                .toList();
    }

    private boolean isAsked(DocumentKind kind, Dossier d) {
        Clause reliedOn = names.rules()
                .find(d.ruleSet())
                .flatMap(set -> set.clausesOf(d.level()).stream()
                        .filter(clause -> Integer.valueOf(clause.number()).equals(d.clause()))
                        .findFirst())
                .orElse(null);
        // A certificate that our own register confirms is asked for no more; whoever needs it asks by returning.
        return kind != DocumentKind.OTHER
                && kind.material()
                        .map(material -> names.rules().materials(d.sitting()).asksFor(material.code(), reliedOn))
                        .orElse(true);
    }

    private List<DataGroup> data(Dossier d) {
        Registration r = d.registration();
        PersonView known = names.people().view(d.person());
        boolean renamed = !known.name().equals(r.text(Column.NAME));
        List<DataGroup> groups = new ArrayList<>();
        groups.add(new DataGroup(
                "身份证",
                DocumentKind.ID_FRONT,
                List.of(
                        new DataRow("姓名", r.name(), renamed ? "登记库中此证件号为“" + known.name() + "”" : null, renamed),
                        new DataRow("性别", r.text(Column.SEX), "与证件号一致", false),
                        new DataRow("证件号", r.maskedDocumentNumber(), "校验码通过", false),
                        new DataRow("手机号", r.maskedPhone(), null, false))));
        groups.add(new DataGroup(
                "学历",
                DocumentKind.EDUCATION,
                List.of(
                        row(r, "学历 · 专业", Column.EDUCATION, Column.MAJOR),
                        row(r, "毕业院校", Column.SCHOOL),
                        row(r, "毕业时间", Column.GRADUATED))));
        groups.add(new DataGroup(
                "工作证明",
                DocumentKind.WORK,
                List.of(
                        row(r, "单位", Column.EMPLOYER),
                        row(r, "职务", Column.POSITION),
                        new DataRow("从事年限", r.text(Column.WORK_YEARS) + " 年", "以证明为准", false))));
        if (!r.text(Column.CERTIFICATE_NAME).isEmpty()) {
            groups.add(certificate(d));
        }
        return groups;
    }

    private DataGroup certificate(Dossier d) {
        Registration r = d.registration();
        List<DataRow> rows = new ArrayList<>(List.of(
                row(r, "类别", Column.CERTIFICATE_CATEGORY),
                row(r, "证书名称", Column.CERTIFICATE_NAME),
                row(r, "取得时间", Column.CERTIFICATE_OBTAINED)));
        Level own = ownLevel(r.text(Column.CERTIFICATE_CATEGORY));
        register.ifAvailable(certificates -> {
            if (own != null) {
                rows.add(certificates
                        .issuedOn(d.person(), own)
                        .map(day -> new DataRow("本系统登记册", day + " 发证，有效", "已核对", false))
                        .orElseGet(() -> new DataRow("本系统登记册", "没有此人的" + own.label() + "证书", "请核对原件", true)));
            }
        });
        return new DataGroup("其他证明", DocumentKind.OTHER, rows);
    }

    private static @org.jspecify.annotations.Nullable Level ownLevel(String category) {
        return category.startsWith("本系列") ? Level.ofLabel(category.substring(3)).orElse(null) : null;
    }

    private static DataRow row(Registration r, String label, Column... columns) {
        String value = Arrays.stream(columns)
                .map(r::text)
                .filter(text -> !text.isEmpty())
                .reduce((a, b) -> a + " · " + b)
                .orElse("");
        return new DataRow(label, value, null, false);
    }

    private List<HistoryView> history(ApplicationId id) {
        return dossiers.steps(id).stream()
                .map(step -> new HistoryView(
                        step.verb(),
                        step.verb().label(),
                        Objects.requireNonNull(items.time(step.at())),
                        step.actor(),
                        step.words()))
                .toList();
    }

    private List<NoteView> notes(ApplicationId id) {
        return dossiers.notes(List.of(id.value())).getOrDefault(id.value(), List.of()).stream()
                .map(note -> new NoteView(
                        note.note().kind(),
                        note.note().kind().label(),
                        note.note().reason(),
                        note.note().reason().label(),
                        note.note().words(),
                        note.answered()))
                .toList();
    }

    private List<ReasonCount> commonReasons(Dossier d) {
        return dossiers.reasons(d.institution(), d.sitting()).entrySet().stream()
                .limit(3)
                .map(e -> new ReasonCount(e.getKey().label(), e.getValue()))
                .toList();
    }
}
