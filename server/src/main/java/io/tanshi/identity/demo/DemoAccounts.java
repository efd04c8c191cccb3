package io.tanshi.identity.demo;

import io.tanshi.audit.Actor;
import io.tanshi.identity.InstitutionRegister;
import io.tanshi.identity.InstitutionRegister.NewInstitution;
import io.tanshi.identity.StaffAccounts;
import io.tanshi.identity.StaffAccounts.NewStaff;
import io.tanshi.identity.people.Institutions;
import io.tanshi.identity.session.InstitutionId;
import io.tanshi.identity.session.Role;
import io.tanshi.platform.StartStep;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Two institutions and one account per role, made at the first start of the demo. */
@Component
@Order(StartStep.IDENTITY)
@Profile("demo")
class DemoAccounts implements StartStep {

    /** Printed in the README; a database that holds it never serves a real start, see Installation. */
    static final String PASSWORD = "tanshi-demo-2026";

    private static final Actor DEMO = Actor.system("demo-data");

    private final Institutions institutions;
    private final InstitutionRegister register;
    private final StaffAccounts accounts;

    DemoAccounts(Institutions institutions, InstitutionRegister register, StaffAccounts accounts) {
        this.institutions = institutions;
        this.register = register;
        this.accounts = accounts;
    }

    @Override
    public void run() {
        if (!institutions.all().isEmpty()) {
            return;
        }
        InstitutionId green = register.create(new NewInstitution("LY", "绿源低碳技术培训中心", "培训部 0571-5550 0101"), DEMO);
        InstitutionId east = register.create(new NewInstitution("ZD", "浙东能源职业培训学校", "教务处 0574-5550 0202"), DEMO);
        staff("institution", "孙玉婷", Role.INSTITUTION_MANAGER, green);
        staff("institution2", "方立群", Role.INSTITUTION_MANAGER, east);
        staff("reviewer", "何静宜", Role.REVIEWER, null);
        staff("author", "林砚", Role.AUTHOR, null);
        staff("admin", "赵岑", Role.ADMINISTRATOR, null);
        staff("admin2", "钱若川", Role.ADMINISTRATOR, null);
        staff("invigilator", "严铮", Role.INVIGILATOR, null);
        staff("marker1", "阅卷员甲", Role.MARKER, null);
        staff("marker2", "阅卷员乙", Role.MARKER, null);
        staff("marker3", "阅卷员丙", Role.MARKER, null);
        staff("leader", "阅卷组长", Role.MARKING_LEADER, null);
        staff("auditor", "审计员", Role.AUDITOR, null);
    }

    private void staff(String username, String name, Role role, @Nullable InstitutionId institution) {
        accounts.createActive(new NewStaff(username, name, Set.of(role), institution), PASSWORD, DEMO);
    }
}
