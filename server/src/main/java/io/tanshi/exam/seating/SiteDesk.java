package io.tanshi.exam.seating;

import io.tanshi.audit.Actor;
import io.tanshi.audit.AuditTrail;
import io.tanshi.exam.ExamError;
import io.tanshi.identity.session.InstitutionId;
import io.tanshi.kernel.Ids;
import io.tanshi.platform.Problem;
import java.time.Clock;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Upkeep of the sites. */
@Service
@Transactional
class SiteDesk {

    private final SiteStore sites;
    private final AuditTrail trail;
    private final Clock clock;

    SiteDesk(SiteStore sites, AuditTrail trail, Clock clock) {
        this.sites = sites;
        this.trail = trail;
        this.clock = clock;
    }

    /** What is known of a site. */
    record Described(String name, String address, String contact, String directions) {

        Site as(UUID id) {
            return new Site(id, name, address, contact, directions);
        }
    }

    public UUID add(Described wanted, Collection<InstitutionId> institutions, Actor by) {
        Site site = wanted.as(Ids.next());
        if (!sites.add(site, clock.instant())) {
            throw nameTaken(wanted.name());
        }
        sites.prefer(site.id(), institutions);
        record(by, "exam.site-added", site);
        return site.id();
    }

    public void change(UUID id, Described wanted, Collection<InstitutionId> institutions, Actor by) {
        known(id);
        Site site = wanted.as(id);
        if (!sites.change(site)) {
            throw nameTaken(wanted.name());
        }
        sites.prefer(id, institutions);
        record(by, "exam.site-changed", site);
    }

    public void remove(UUID id, Actor by) {
        Site site = known(id);
        int rooms = sites.rooms().getOrDefault(id, 0);
        if (rooms > 0) {
            throw Problem.of(ExamError.ROOM_TAKEN, "“%s”还有 %d 个机房，不能删除。请先删除各考期在这里的机房。".formatted(site.name(), rooms));
        }
        sites.remove(id);
        record(by, "exam.site-removed", site);
    }

    private Site known(UUID id) {
        return sites.find(id).orElseThrow(() -> Problem.notFound("这个考点"));
    }

    private static Problem nameTaken(String name) {
        return Problem.of(ExamError.ROOM_EXISTS, "已有考点“" + name + "”。请换一个名称，或改那一个。")
                .field("name", "已有同名考点");
    }

    private void record(Actor by, String action, Site site) {
        trail.record(by, action, "site", site.id(), Map.of("site", site.name()));
    }
}
