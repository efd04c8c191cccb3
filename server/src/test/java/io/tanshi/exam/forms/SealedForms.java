package io.tanshi.exam.forms;

import io.tanshi.audit.Actor;
import io.tanshi.programme.Level;
import io.tanshi.programme.SittingId;
import java.util.Arrays;
import java.util.UUID;

/** Seals the forms of a sitting as two administrators would; imported by tests. */
public class SealedForms {

    private final Assembling assembling;
    private final Sealing sealing;

    SealedForms(Assembling assembling, Sealing sealing) {
        this.assembling = assembling;
        this.sealing = sealing;
    }

    public void sealAll(SittingId sitting) {
        Actor one = Actor.account(UUID.randomUUID(), "管理员甲");
        assembling.assemble(sitting, Arrays.asList(Level.values()), one);
        sealing.propose(sitting, one);
        sealing.seal(sitting, Actor.account(UUID.randomUUID(), "管理员乙"));
    }
}
