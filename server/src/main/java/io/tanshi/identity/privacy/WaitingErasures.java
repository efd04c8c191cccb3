package io.tanshi.identity.privacy;

import io.tanshi.identity.session.AccountId;
import io.tanshi.identity.session.TwoPersonActs;
import io.tanshi.identity.session.WaitingAct;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

@Component
@Order(40)
class WaitingErasures implements TwoPersonActs {

    private final Erasure erasure;

    WaitingErasures(Erasure erasure) {
        this.erasure = erasure;
    }

    @Override
    public List<WaitingAct> waitingFor(AccountId me) {
        return erasure.open().stream()
                .filter(proposal -> !proposal.by().equals(me.value()))
                .map(proposal ->
                        new WaitingAct("identity.erasure", proposal.person().value(), 1, proposal.byLabel()))
                .toList();
    }
}
