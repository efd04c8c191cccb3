package io.tanshi.identity.secondperson;

import io.tanshi.identity.session.CurrentAccount;
import io.tanshi.identity.session.Requires;
import io.tanshi.identity.session.Role;
import io.tanshi.identity.session.TwoPersonActs;
import io.tanshi.identity.session.WaitingAct;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Requires(Role.ADMINISTRATOR)
class WaitingActsController {

    private final ObjectProvider<TwoPersonActs> modules;

    WaitingActsController(ObjectProvider<TwoPersonActs> modules) {
        this.modules = modules;
    }

    @GetMapping("/api/admin/waiting-acts")
    @Transactional(readOnly = true)
    public List<WaitingAct> waitingActs(CurrentAccount me) {
        return modules.orderedStream()
                .flatMap(module -> module.waitingFor(me.accountId()).stream())
                .toList();
    }
}
