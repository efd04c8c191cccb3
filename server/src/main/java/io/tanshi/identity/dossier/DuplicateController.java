package io.tanshi.identity.dossier;

import io.tanshi.identity.people.People;
import io.tanshi.identity.people.PersonView;
import io.tanshi.identity.session.CurrentAccount;
import io.tanshi.identity.session.PersonId;
import io.tanshi.identity.session.Requires;
import io.tanshi.identity.session.Role;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Persons who may be one, and their merging. */
@RestController
@RequestMapping("/api/admin/duplicates")
@Requires(Role.ADMINISTRATOR)
class DuplicateController {

    private final Duplicates duplicates;
    private final Merging merging;
    private final PersonFile file;
    private final People people;

    DuplicateController(Duplicates duplicates, Merging merging, PersonFile file, People people) {
        this.duplicates = duplicates;
        this.merging = merging;
        this.file = file;
        this.people = people;
    }

    record DuplicatePerson(UUID id, String name, String maskedIdNumber, String maskedPhone, boolean photo) {}

    record DuplicatePair(DuplicatePerson older, DuplicatePerson newer, String ground) {}

    record MergePreview(
            PersonFile.PersonPage from, PersonFile.PersonPage into, List<String> moves, List<String> conflicts) {}

    record MergeRequest(
            @NotNull UUID from,
            @NotNull UUID into,

            @NotBlank(message = "请写明合并的依据") @Size(max = 200, message = "最多 200 字")
            String reason) {}

    @GetMapping
    List<DuplicatePair> duplicates() {
        List<Duplicates.Pair> pairs = duplicates.find();
        Map<PersonId, PersonView> views = people.views(pairs.stream()
                .flatMap(pair -> Stream.of(pair.older(), pair.newer()))
                .map(PersonId::new)
                .toList());
        return pairs.stream()
                .map(pair -> new DuplicatePair(
                        line(views, pair.older()),
                        line(views, pair.newer()),
                        pair.ground().words()))
                .toList();
    }

    private static DuplicatePerson line(Map<PersonId, PersonView> views, UUID id) {
        PersonView view = java.util.Objects.requireNonNull(views.get(new PersonId(id)));
        return new DuplicatePerson(id, view.name(), view.maskedIdNumber(), view.maskedPhone(), view.photo() != null);
    }

    @GetMapping("/preview")
    MergePreview mergePreview(@RequestParam UUID from, @RequestParam UUID into) {
        Merging.Preview preview = merging.preview(from, into);
        return new MergePreview(preview.from(), preview.into(), preview.moves(), preview.conflicts());
    }

    @PostMapping("/merge")
    PersonFile.PersonPage mergePersons(@Valid @RequestBody MergeRequest body, CurrentAccount me) {
        merging.merge(body.from(), body.into(), body.reason().strip(), me.actor());
        return file.open(body.into());
    }
}
