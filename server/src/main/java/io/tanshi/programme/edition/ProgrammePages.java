package io.tanshi.programme.edition;

import io.tanshi.programme.ItemKind;
import io.tanshi.programme.Parameter;
import io.tanshi.programme.Programme;
import io.tanshi.programme.ReviewPromise;
import io.tanshi.programme.Syllabus;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the administrator's pages on the programme show. */
final class ProgrammePages {

    private ProgrammePages() {}

    record ProgrammePage(
            String name,
            String series,
            String field,
            String issuer,
            ProgrammeProfileView profile,
            List<SyllabusUnitView> syllabus,
            List<PaperSectionView> composition,
            List<ParameterGroup> parameters,
            List<ProgrammeDocumentVersion> versions) {}

    record ProgrammeProfileView(String definition, List<String> aims, List<String> audience) {

        static ProgrammeProfileView of(Programme.Profile profile) {
            return new ProgrammeProfileView(profile.definition(), profile.aims(), profile.audience());
        }
    }

    record SyllabusUnitView(String code, String title, List<SyllabusTopicView> topics) {

        static SyllabusUnitView of(Syllabus.Unit unit) {
            return new SyllabusUnitView(
                    unit.code(),
                    unit.title(),
                    unit.topics().stream().map(SyllabusTopicView::of).toList());
        }
    }

    record SyllabusTopicView(String code, String title, List<SyllabusPointView> points) {

        static SyllabusTopicView of(Syllabus.Topic topic) {
            return new SyllabusTopicView(
                    topic.code(),
                    topic.title(),
                    topic.points().stream()
                            .map(point -> new SyllabusPointView(point.code(), point.title()))
                            .toList());
        }
    }

    record SyllabusPointView(String code, String title) {}

    record PaperSectionView(ItemKind kind, String label, int count, int points, int total) {}

    record ParameterGroup(String name, List<ParameterView> parameters) {}

    /**
     * A parameter with its source.
     *
     * @param display the value as people read it
     * @param bounds what may be entered; absent for what the deck says
     * @param allowed the bounds in words
     */
    record ParameterView(
            String key,
            String label,
            String value,
            String display,
            Parameter.Source source,
            String sourceLabel,
            @Nullable String clause,
            @Nullable ParameterBoundsView bounds,
            @Nullable String allowed,
            @Nullable String setBy,
            @Nullable OffsetDateTime setAt) {

        static ParameterView of(Parameter parameter, EditionStore.@Nullable Setting setting) {
            Parameter.Bounds bounds = parameter.bounds();
            return new ParameterView(
                    parameter.key(),
                    parameter.label(),
                    parameter.value(),
                    parameter.display(),
                    parameter.origin().source(),
                    parameter.origin().source().label(),
                    parameter.origin().clause(),
                    bounds == null ? null : ParameterBoundsView.of(bounds),
                    bounds == null ? null : bounds.inWords(),
                    setting == null ? null : setting.setBy(),
                    setting == null
                            ? null
                            : setting.setAt().atZone(ReviewPromise.ZONE).toOffsetDateTime());
        }
    }

    /** @param figure whether a whole number is entered; otherwise one of the choices, or free text when there is none */
    record ParameterBoundsView(boolean figure, List<ParameterChoiceView> choices) {

        static ParameterBoundsView of(Parameter.Bounds bounds) {
            return new ParameterBoundsView(
                    bounds.min() != null,
                    bounds.choices().stream()
                            .map(choice -> new ParameterChoiceView(choice.value(), choice.label()))
                            .toList());
        }
    }

    record ParameterChoiceView(String value, String label) {}

    record ProgrammeDocumentVersion(String document, int version, String fingerprint, OffsetDateTime installedAt) {

        static ProgrammeDocumentVersion of(EditionStore.Edition edition) {
            return new ProgrammeDocumentVersion(
                    edition.document(),
                    edition.version(),
                    edition.sha256().substring(0, 12),
                    edition.installedAt().atZone(ReviewPromise.ZONE).toOffsetDateTime());
        }
    }
}
