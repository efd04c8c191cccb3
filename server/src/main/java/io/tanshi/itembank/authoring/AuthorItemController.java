package io.tanshi.itembank.authoring;

import io.tanshi.identity.session.CurrentAccount;
import io.tanshi.identity.session.Requires;
import io.tanshi.identity.session.Role;
import io.tanshi.itembank.ItemType;
import io.tanshi.itembank.ItemVersionId;
import io.tanshi.itembank.authoring.ItemReading.Filter;
import io.tanshi.itembank.authoring.ItemViews.ItemCoverage;
import io.tanshi.itembank.authoring.ItemViews.ItemDetail;
import io.tanshi.itembank.authoring.ItemViews.ItemRow;
import io.tanshi.itembank.authoring.ItemViews.ItemVersionRow;
import io.tanshi.platform.PageView;
import io.tanshi.platform.Problem;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The author's desk; an administrator reads, reviews and retires, but does not write. */
@RestController
@RequestMapping("/api/author/items")
@Requires({Role.AUTHOR, Role.ADMINISTRATOR})
class AuthorItemController {

    private static final int PAGE = 50;

    private final AuthorDesk desk;
    private final ItemStore store;
    private final ItemReading reading;
    private final CoverageReading coverage;

    AuthorItemController(AuthorDesk desk, ItemStore store, ItemReading reading, CoverageReading coverage) {
        this.desk = desk;
        this.store = store;
        this.reading = reading;
        this.coverage = coverage;
    }

    record NewItemRequest(
            @NotNull(message = "请选择题型") ItemType type,
            @NotNull(message = "请选择专题") String topic,
            @NotNull(message = "请填写试题内容") ItemContentBody content) {}

    /** @param basedOn the version that was edited */
    record SaveItemRequest(
            @NotNull(message = "缺少所依据的版本") UUID basedOn,
            @NotNull(message = "请填写试题内容") ItemContentBody content) {}

    record ItemReasonRequest(@Nullable String reason) {
        String text() {
            return Objects.requireNonNullElse(reason, "");
        }
    }

    @GetMapping
    PageView<ItemRow> items(
            @RequestParam(required = false) @Nullable String topic,
            @RequestParam(required = false) @Nullable ItemType type,
            @RequestParam(required = false) @Nullable VersionStatus status,
            @RequestParam(required = false) @Nullable String text,
            @RequestParam(defaultValue = "0") int page) {
        return reading.list(new Filter(topic, type, status, text), Math.max(0, page), PAGE);
    }

    @GetMapping("/coverage")
    ItemCoverage coverage() {
        return coverage.coverage();
    }

    @GetMapping("/{id}")
    @Transactional(readOnly = true)
    public ItemDetail item(@PathVariable UUID id, CurrentAccount me) {
        Item item = store.find(new ItemId(id)).orElseThrow(() -> Problem.notFound("这道试题"));
        List<ItemVersionRow> versions = reading.versions(item.id());
        Item.Version latest = item.latest().orElseThrow();
        return new ItemDetail(
                item.id(),
                item.code(),
                item.type(),
                item.topic(),
                versions.getFirst(),
                content(latest.id()),
                latest.status().isOpen() && me.accountId().value().equals(latest.writtenBy()),
                versions,
                reading.history(item.id()));
    }

    @GetMapping("/{id}/versions/{version}")
    ItemContentBody version(@PathVariable UUID id, @PathVariable UUID version) {
        ItemVersionId wanted = new ItemVersionId(version);
        boolean known = reading.versions(new ItemId(id)).stream().anyMatch(v -> v.id().equals(wanted));
        if (!known) {
            throw Problem.notFound("这个版本");
        }
        return content(wanted);
    }

    @PostMapping
    @Requires(Role.AUTHOR)
    @ResponseStatus(HttpStatus.CREATED)
    ItemDetail create(@Valid @RequestBody NewItemRequest body, CurrentAccount me) {
        ItemId id = desk.create(body.type(), body.topic(), body.content().content(), me.actor());
        return item(id.value(), me);
    }

    @PutMapping("/{id}")
    @Requires(Role.AUTHOR)
    ItemDetail save(@PathVariable UUID id, @Valid @RequestBody SaveItemRequest body, CurrentAccount me) {
        desk.save(
                new ItemId(id),
                new ItemVersionId(body.basedOn()),
                body.content().content(),
                me.actor());
        return item(id, me);
    }

    @PostMapping("/{id}/versions/{version}/approve")
    ItemDetail approve(@PathVariable UUID id, @PathVariable UUID version, CurrentAccount me) {
        desk.approve(new ItemId(id), new ItemVersionId(version), me.actor());
        return item(id, me);
    }

    @PostMapping("/{id}/versions/{version}/return")
    ItemDetail sendBack(
            @PathVariable UUID id, @PathVariable UUID version, @RequestBody ItemReasonRequest body, CurrentAccount me) {
        desk.sendBack(new ItemId(id), new ItemVersionId(version), body.text(), me.actor());
        return item(id, me);
    }

    @PostMapping("/{id}/retire")
    ItemDetail retire(@PathVariable UUID id, @RequestBody ItemReasonRequest body, CurrentAccount me) {
        desk.retire(new ItemId(id), body.text(), me.actor());
        return item(id, me);
    }

    private ItemContentBody content(ItemVersionId version) {
        return ItemContentBody.of(reading.content(version).orElseThrow());
    }
}
