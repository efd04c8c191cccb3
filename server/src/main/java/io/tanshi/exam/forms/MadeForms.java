package io.tanshi.exam.forms;

import io.tanshi.audit.Actor;
import io.tanshi.programme.Level;
import io.tanshi.programme.SittingId;
import java.util.List;
import java.util.UUID;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Sealed forms for {@code ./tanshi bench delivery}, as two administrators make them. */
@Component
@Profile("bench-delivery")
public class MadeForms {

    private final Assembling assembling;
    private final Sealing sealing;

    MadeForms(Assembling assembling, Sealing sealing) {
        this.assembling = assembling;
        this.sealing = sealing;
    }

    /** Makes and seals the forms of one level. */
    public void make(SittingId sitting, Level level) {
        Actor first = Actor.account(UUID.randomUUID(), "测量员甲");
        assembling.assemble(sitting, List.of(level), first);
        sealing.propose(sitting, first);
        sealing.seal(sitting, Actor.account(UUID.randomUUID(), "测量员乙"));
    }
}
