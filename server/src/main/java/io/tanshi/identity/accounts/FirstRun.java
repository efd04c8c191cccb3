package io.tanshi.identity.accounts;

import static io.tanshi.identity.jooq.Tables.FIRST_RUN;

import io.tanshi.audit.Actor;
import io.tanshi.identity.IdentityError;
import io.tanshi.identity.StaffAccounts.NewStaff;
import io.tanshi.identity.session.Role;
import io.tanshi.platform.Installation;
import io.tanshi.platform.Problem;
import java.time.Clock;
import java.util.Set;
import org.jooq.DSLContext;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Makes the first administrator of a real installation, for whoever reads the code in the terminal. */
@Service
class FirstRun {

    private final DSLContext db;
    private final Accounts accounts;
    private final AccountOffice office;
    private final OneTimeCodes codes;
    private final Installation installation;
    private final Clock clock;

    FirstRun(
            DSLContext db,
            Accounts accounts,
            AccountOffice office,
            OneTimeCodes codes,
            Installation installation,
            Clock clock) {
        this.db = db;
        this.accounts = accounts;
        this.office = office;
        this.codes = codes;
        this.installation = installation;
        this.clock = clock;
    }

    boolean isNeeded() {
        return !installation.isDemo() && !accounts.anyAdministrator();
    }

    /** Prints a fresh code at every start until an administrator exists; only the last one printed is valid. */
    @EventListener
    @Transactional
    void printCode(ApplicationReadyEvent ready) {
        if (!isNeeded()) {
            return;
        }
        String code = codes.draw();
        db.insertInto(FIRST_RUN)
                .set(FIRST_RUN.ID, 1)
                .set(FIRST_RUN.CODE_INDEX, codes.index(code))
                .onConflict(FIRST_RUN.ID)
                .doUpdate()
                .set(FIRST_RUN.CODE_INDEX, codes.index(code))
                .execute();
        // To the terminal and not to the log: whoever started the server is meant.
        System.out.println("首次启动：请打开 /console/setup，用设置码 " + code + " 建立管理员账号。");
        System.out.println("First start: open /console/setup and make the administrator with code " + code + ".");
    }

    @Transactional
    void createAdministrator(String code, String username, String displayName, String password) {
        PasswordRule.check(password);
        int used = db.update(FIRST_RUN)
                .set(FIRST_RUN.USED_AT, clock.instant().atZone(clock.getZone()).toOffsetDateTime())
                .where(FIRST_RUN.CODE_INDEX.eq(codes.index(code)))
                .and(FIRST_RUN.USED_AT.isNull())
                .execute();
        if (used == 0 || !isNeeded()) {
            throw Problem.of(IdentityError.SETUP_REFUSED, "设置码不对，或管理员已经建立。设置码打印在启动 ./tanshi up 的终端里，每次启动都换新。")
                    .field("code", "请核对终端里最近一次打印的设置码");
        }
        office.createActive(
                new NewStaff(username, displayName, Set.of(Role.ADMINISTRATOR), null),
                password,
                Actor.system("first-run"));
    }
}
