package io.tanshi.exam.seating;

import static io.tanshi.exam.jooq.Tables.ROOM;
import static io.tanshi.exam.jooq.Tables.SITE;
import static io.tanshi.exam.jooq.Tables.SITE_PREFERENCE;

import io.tanshi.exam.jooq.tables.records.SiteRecord;
import io.tanshi.identity.session.InstitutionId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

/** The stored sites, and which institutions prefer which. */
@Repository
class SiteStore {

    private final DSLContext db;

    SiteStore(DSLContext db) {
        this.db = db;
    }

    List<Site> all() {
        return db.selectFrom(SITE).orderBy(SITE.NAME).fetch(SiteStore::read);
    }

    Optional<Site> find(UUID id) {
        return db.selectFrom(SITE).where(SITE.ID.eq(id)).fetchOptional(SiteStore::read);
    }

    Optional<Site> byName(String name) {
        return db.selectFrom(SITE).where(SITE.NAME.eq(name)).fetchOptional(SiteStore::read);
    }

    /** @return false when there is one of that name */
    boolean add(Site site, Instant at) {
        return db.insertInto(SITE)
                        .set(SITE.ID, site.id())
                        .set(SITE.NAME, site.name())
                        .set(SITE.ADDRESS, site.address())
                        .set(SITE.CONTACT, site.contact())
                        .set(SITE.DIRECTIONS, site.directions())
                        .set(SITE.CREATED_AT, at.atOffset(ZoneOffset.UTC))
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }

    /** @return false when another has that name */
    boolean change(Site site) {
        if (byName(site.name()).filter(other -> !other.id().equals(site.id())).isPresent()) {
            return false;
        }
        db.update(SITE)
                .set(SITE.NAME, site.name())
                .set(SITE.ADDRESS, site.address())
                .set(SITE.CONTACT, site.contact())
                .set(SITE.DIRECTIONS, site.directions())
                .where(SITE.ID.eq(site.id()))
                .execute();
        return true;
    }

    void remove(UUID id) {
        db.deleteFrom(SITE).where(SITE.ID.eq(id)).execute();
    }

    /** How many rooms of any sitting each site has. */
    Map<UUID, Integer> rooms() {
        return db.select(ROOM.SITE_ID).from(ROOM).fetch(ROOM.SITE_ID).stream()
                .collect(HashMap::new, (counts, site) -> counts.merge(site, 1, Integer::sum), HashMap::putAll);
    }

    /** The site that each institution prefers. */
    Map<InstitutionId, UUID> preferences() {
        Map<InstitutionId, UUID> preferred = new HashMap<>();
        db.selectFrom(SITE_PREFERENCE)
                .forEach(r -> preferred.put(new InstitutionId(r.getInstitutionId()), r.getSiteId()));
        return preferred;
    }

    /** An institution prefers one site at most: the one it is given last. */
    void prefer(UUID site, Collection<InstitutionId> institutions) {
        db.deleteFrom(SITE_PREFERENCE).where(SITE_PREFERENCE.SITE_ID.eq(site)).execute();
        for (InstitutionId institution : institutions) {
            db.insertInto(SITE_PREFERENCE)
                    .set(SITE_PREFERENCE.INSTITUTION_ID, institution.value())
                    .set(SITE_PREFERENCE.SITE_ID, site)
                    .onConflict(SITE_PREFERENCE.INSTITUTION_ID)
                    .doUpdate()
                    .set(SITE_PREFERENCE.SITE_ID, site)
                    .execute();
        }
    }

    static Site read(SiteRecord row) {
        return new Site(row.getId(), row.getName(), row.getAddress(), row.getContact(), row.getDirections());
    }
}
