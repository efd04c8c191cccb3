package io.tanshi.exam.seating;

import io.tanshi.identity.people.Institutions;
import io.tanshi.identity.session.CurrentAccount;
import io.tanshi.identity.session.InstitutionId;
import io.tanshi.identity.session.Requires;
import io.tanshi.identity.session.Role;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The exam sites. */
@RestController
@RequestMapping("/api/admin/exam/sites")
@Requires(Role.ADMINISTRATOR)
class SiteController {

    private final SiteStore sites;
    private final SiteDesk desk;
    private final Institutions institutions;

    SiteController(SiteStore sites, SiteDesk desk, Institutions institutions) {
        this.sites = sites;
        this.desk = desk;
        this.institutions = institutions;
    }

    record SiteRequest(
            @NotBlank(message = "请填写考点名称") @Size(max = 40, message = "最多 40 字")
            String name,

            @NotBlank(message = "请填写考点地址") @Size(max = 100, message = "最多 100 字")
            String address,

            @NotNull @Size(max = 60, message = "最多 60 字") String contact,
            @NotNull @Size(max = 200, message = "最多 200 字") String directions,
            @NotNull @Size(max = 500) List<UUID> institutionIds) {

        SiteDesk.Described described() {
            return new SiteDesk.Described(name.strip(), address.strip(), contact.strip(), directions.strip());
        }

        List<InstitutionId> institutions() {
            return institutionIds.stream().map(InstitutionId::new).toList();
        }
    }

    /**
     * @param rooms in all sittings
     * @param institutionIds whose people are seated here first
     */
    record SiteView(
            UUID id,
            String name,
            String address,
            String contact,
            String directions,
            int rooms,
            List<UUID> institutionIds) {}

    /** An institution to choose from. */
    record SiteInstitution(UUID id, String name) {}

    record SiteListView(List<SiteView> sites, List<SiteInstitution> institutions) {}

    @GetMapping
    SiteListView sites() {
        Map<UUID, Integer> rooms = sites.rooms();
        Map<InstitutionId, UUID> preferences = sites.preferences();
        return new SiteListView(
                sites.all().stream()
                        .map(site -> new SiteView(
                                site.id(),
                                site.name(),
                                site.address(),
                                site.contact(),
                                site.directions(),
                                rooms.getOrDefault(site.id(), 0),
                                preferences.entrySet().stream()
                                        .filter(entry -> entry.getValue().equals(site.id()))
                                        .map(entry -> entry.getKey().value())
                                        .sorted()
                                        .toList()))
                        .toList(),
                institutions.all().stream()
                        .map(view -> new SiteInstitution(view.id().value(), view.name()))
                        .toList());
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    SiteListView addSite(@Valid @RequestBody SiteRequest body, CurrentAccount me) {
        desk.add(body.described(), body.institutions(), me.actor());
        return sites();
    }

    @PutMapping("/{id}")
    SiteListView changeSite(@PathVariable UUID id, @Valid @RequestBody SiteRequest body, CurrentAccount me) {
        desk.change(id, body.described(), body.institutions(), me.actor());
        return sites();
    }

    @DeleteMapping("/{id}")
    SiteListView removeSite(@PathVariable UUID id, CurrentAccount me) {
        desk.remove(id, me.actor());
        return sites();
    }
}
