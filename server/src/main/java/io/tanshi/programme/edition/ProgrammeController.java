package io.tanshi.programme.edition;

import io.tanshi.identity.session.CurrentAccount;
import io.tanshi.identity.session.Requires;
import io.tanshi.identity.session.Role;
import io.tanshi.programme.PaperSection;
import io.tanshi.programme.Parameter;
import io.tanshi.programme.Programme;
import io.tanshi.programme.Syllabus;
import io.tanshi.programme.edition.ProgrammePages.PaperSectionView;
import io.tanshi.programme.edition.ProgrammePages.ParameterGroup;
import io.tanshi.programme.edition.ProgrammePages.ParameterView;
import io.tanshi.programme.edition.ProgrammePages.ProgrammeDocumentVersion;
import io.tanshi.programme.edition.ProgrammePages.ProgrammePage;
import io.tanshi.programme.edition.ProgrammePages.ProgrammeProfileView;
import io.tanshi.programme.edition.ProgrammePages.SyllabusUnitView;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/admin/programme")
@Requires(Role.ADMINISTRATOR)
class ProgrammeController {

    private final InstalledProgramme programme;
    private final EditionStore store;
    private final ParameterDesk desk;

    ProgrammeController(InstalledProgramme programme, EditionStore store, ParameterDesk desk) {
        this.programme = programme;
        this.store = store;
        this.desk = desk;
    }

    record ParameterRequest(
            @NotNull(message = "请填写") @Size(max = 200, message = "最多 200 字")
            String value,

            @NotBlank(message = "请写明修改原因") @Size(max = 200, message = "最多 200 字")
            String reason) {}

    @GetMapping
    ProgrammePage programme() {
        Programme current = programme.current();
        Syllabus syllabus = programme.syllabus();
        return new ProgrammePage(
                current.name(),
                current.series(),
                current.field(),
                current.issuer(),
                ProgrammeProfileView.of(current.profile()),
                syllabus.units().stream().map(SyllabusUnitView::of).toList(),
                current.composition().stream().map(ProgrammeController::section).toList(),
                parameters(),
                versions());
    }

    @PutMapping("/parameters/{key}")
    ProgrammePage set(@PathVariable String key, @Valid @RequestBody ParameterRequest body, CurrentAccount me) {
        desk.set(key, body.value().strip(), body.reason().strip(), me.actor());
        return programme();
    }

    private List<ParameterGroup> parameters() {
        Map<String, EditionStore.Setting> settings = store.settings();
        Map<String, List<ParameterView>> groups = programme.parameters().all().stream()
                .collect(Collectors.groupingBy(
                        Parameter::group,
                        LinkedHashMap::new,
                        Collectors.mapping(p -> ParameterView.of(p, settings.get(p.key())), Collectors.toList())));
        return groups.entrySet().stream()
                .map(group -> new ParameterGroup(group.getKey(), group.getValue()))
                .toList();
    }

    private List<ProgrammeDocumentVersion> versions() {
        return store.editions().stream().map(ProgrammeDocumentVersion::of).toList();
    }

    private static PaperSectionView section(PaperSection section) {
        return new PaperSectionView(
                section.kind(), section.kind().label(), section.count(), section.points(), section.total());
    }
}
