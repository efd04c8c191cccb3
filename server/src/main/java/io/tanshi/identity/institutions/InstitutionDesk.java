package io.tanshi.identity.institutions;

import io.tanshi.audit.Actor;
import io.tanshi.audit.AuditTrail;
import io.tanshi.identity.IdentityError;
import io.tanshi.identity.accounts.InstitutionStaff;
import io.tanshi.identity.people.Institutions.Authorisation;
import io.tanshi.identity.session.InstitutionId;
import io.tanshi.platform.Problem;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The upkeep of institutions: details, authorisation, suspension. Candidates have accounts of their own and feel none of it. */
@Service
@Transactional
class InstitutionDesk {

    private final InstitutionStore store;
    private final InstitutionHistory history;
    private final InstitutionStaff staff;
    private final AuditTrail trail;

    InstitutionDesk(InstitutionStore store, InstitutionHistory history, InstitutionStaff staff, AuditTrail trail) {
        this.store = store;
        this.history = history;
        this.staff = staff;
        this.trail = trail;
    }

    void change(InstitutionId id, int seenVersion, Institution.Details details, String reason, Actor by) {
        Institution before = known(id);
        requireSound(details.authorisation());
        Institution after = before.with(details);
        String difference = before.difference(after);
        if (difference.isEmpty()) {
            throw Problem.of(IdentityError.INSTITUTION_REFUSED, "与现在的资料相同，没有改动。");
        }
        if (before.version() != seenVersion || !store.replace(after)) {
            throw Problem.of(IdentityError.INSTITUTION_CHANGED, "“" + before.name() + "”刚被他人修改，你的改动没有保存。请重新打开后再改。");
        }
        history.note(id, "修改资料", reason, difference, by);
        trail.record(
                by, "identity.institution-changed", "institution", id, Map.of("change", difference, "reason", reason));
    }

    /** Its staff can neither sign in nor upload until it is resumed. */
    void suspend(InstitutionId id, String reason, Actor by) {
        Institution institution = known(id);
        if (!store.setActive(id, false)) {
            throw standing(institution, "已经停用");
        }
        int ended = staff.signOutAll(id);
        history.note(id, "停用", reason, "结束了 " + ended + " 个登录", by);
        trail.record(by, "identity.institution-suspended", "institution", id, Map.of("reason", reason));
    }

    void resume(InstitutionId id, String reason, Actor by) {
        Institution institution = known(id);
        if (!store.setActive(id, true)) {
            throw standing(institution, "没有停用");
        }
        history.note(id, "恢复", reason, "工作人员可以登录", by);
        trail.record(by, "identity.institution-resumed", "institution", id, Map.of("reason", reason));
    }

    Institution known(InstitutionId id) {
        return store.find(id).orElseThrow(() -> Problem.notFound("这家机构"));
    }

    private static void requireSound(Authorisation right) {
        LocalDate from = right.from();
        LocalDate to = right.to();
        boolean none = right.number() == null && from == null && to == null;
        boolean whole = right.number() != null && from != null && to != null;
        if (!none && !whole) {
            throw Problem.of(IdentityError.INSTITUTION_REFUSED, "授权编号、起始日、截止日要么都填，要么都不填。")
                    .field("authorisationNumber", "三项须一起填写");
        }
        if (from != null && to != null && to.isBefore(from)) {
            throw Problem.of(IdentityError.INSTITUTION_REFUSED, "授权截止日不能早于起始日 " + from + "，发现 " + to + "。")
                    .field("authorisedTo", "早于起始日");
        }
        if (right.levels().isEmpty() || !right.levels().stream().allMatch(Institution::isLevel)) {
            throw Problem.of(IdentityError.INSTITUTION_REFUSED, "至少选一个可以报名的级别。要暂停全部报名，请停用机构。")
                    .field("levels", "至少选一个级别");
        }
    }

    private static Problem standing(Institution institution, String how) {
        return Problem.of(IdentityError.INSTITUTION_STANDING, "“" + institution.name() + "”" + how + "，没有改动。请刷新。");
    }
}
