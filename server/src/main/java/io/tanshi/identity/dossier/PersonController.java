package io.tanshi.identity.dossier;

import io.tanshi.files.FileId;
import io.tanshi.files.Files;
import io.tanshi.files.StoredFile;
import io.tanshi.identity.people.PersonView;
import io.tanshi.identity.session.CurrentAccount;
import io.tanshi.identity.session.Requires;
import io.tanshi.identity.session.Role;
import io.tanshi.platform.Problem;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The register of persons for the administrator. Searches come by POST: names and numbers stand in no address. */
@RestController
@RequestMapping("/api/admin/people")
@Requires(Role.ADMINISTRATOR)
class PersonController {

    private static final int LARGEST_PHOTO = 4 << 20;

    private final PersonSearch search;
    private final PersonFile file;
    private final PersonCorrection correction;
    private final Files files;

    PersonController(
            PersonSearch search, PersonFile file, PersonCorrection correction, Files files) {
        this.search = search;
        this.file = file;
        this.correction = correction;
        this.files = files;
    }

    record PersonSearchRequest(
            @Nullable @Size(max = 60) String name,
            @Nullable @Size(max = 18) String number) {

        @Override
        public String toString() {
            return "PersonSearchRequest[protected]";
        }
    }

    record FoundPerson(UUID id, String name, String maskedIdNumber, String maskedPhone) {}

    /** Which number is to be shown. */
    enum PersonNumber {
        ID_NUMBER,
        PHONE
    }

    record PersonRevealRequest(
            @NotNull PersonNumber which,
            @NotBlank(message = "请写明查看的理由") @Size(max = 100, message = "最多 100 字")
            String reason) {}

    record RevealedPersonNumber(String number) {

        @Override
        public String toString() {
            return "RevealedPersonNumber[protected]";
        }
    }

    record RenameRequest(
            @NotBlank(message = "请填写新的姓名") @Size(max = 60) String name,
            @NotBlank(message = "请写明原因") @Size(max = 200, message = "原因最多 200 字")
            String reason) {

        @Override
        public String toString() {
            return "RenameRequest[protected]";
        }
    }

    /** @param photo the bytes of a JPEG picture, in base 64 */
    record NewPhotoRequest(
            @NotNull @Size(max = LARGEST_PHOTO, message = "照片不能超过 4 MB")
            byte[] photo,

            @NotBlank(message = "请写明原因") @Size(max = 200, message = "原因最多 200 字")
            String reason) {}

    @PostMapping("/search")
    List<FoundPerson> searchPeople(@Valid @RequestBody PersonSearchRequest body) {
        return search.find(body.name(), body.number()).stream()
                .map(PersonController::found)
                .toList();
    }

    private static FoundPerson found(PersonView person) {
        return new FoundPerson(person.id().value(), person.name(), person.maskedIdNumber(), person.maskedPhone());
    }

    @GetMapping("/{id}")
    PersonFile.PersonPage person(@PathVariable UUID id) {
        return file.open(id);
    }

    /** The photo of now, or with {@code change} the one before that change. */
    @GetMapping("/{id}/photo")
    ResponseEntity<Resource> personPhoto(
            @PathVariable UUID id, @RequestParam(required = false) @Nullable UUID change) throws IOException {
        FileId photo = file.photo(id, change).orElseThrow(() -> Problem.notFound("这张照片"));
        StoredFile described = files.describe(photo);
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(described.mediaType()))
                .contentLength(described.size())
                .cacheControl(CacheControl.noStore())
                .header("X-Content-Type-Options", "nosniff")
                .body(new InputStreamResource(files.open(photo)));
    }

    @PostMapping("/{id}/reveal")
    RevealedPersonNumber revealPersonNumber(
            @PathVariable UUID id, @Valid @RequestBody PersonRevealRequest body, CurrentAccount me) {
        return new RevealedPersonNumber(
                file.reveal(id, body.which() == PersonNumber.PHONE, body.reason().strip(), me.actor()));
    }

    @PostMapping("/{id}/name")
    PersonFile.PersonPage renamePerson(
            @PathVariable UUID id, @Valid @RequestBody RenameRequest body, CurrentAccount me) {
        correction.rename(id, body.name(), body.reason().strip(), me.actor());
        return file.open(id);
    }

    @PostMapping("/{id}/photo")
    PersonFile.PersonPage replacePersonPhoto(
            @PathVariable UUID id, @Valid @RequestBody NewPhotoRequest body, CurrentAccount me) {
        correction.replacePhoto(id, body.photo(), body.reason().strip(), me.actor());
        return file.open(id);
    }
}
