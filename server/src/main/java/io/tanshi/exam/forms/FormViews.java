package io.tanshi.exam.forms;

import io.tanshi.exam.FormStatus;
import io.tanshi.exam.RunState;
import io.tanshi.exam.Variant;
import io.tanshi.itembank.ItemType;
import io.tanshi.itembank.ItemVersionId;
import io.tanshi.programme.Level;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the forms' screen shows. */
final class FormViews {

    private FormViews() {}

    record FormBoardView(
            UUID sittingId,
            String sittingName,
            LocalDate examDate,
            RunState runState,
            BlueprintView blueprint,
            List<LevelFormsView> levels) {}

    record BlueprintView(String basis, int points, List<TopicView> topics, List<BlueprintSectionView> sections) {}

    record TopicView(String code, String title) {}

    /** @param quotas and the bank's approved items, each in the order of the topics */
    record BlueprintSectionView(
            ItemType type,
            String title,
            int count,
            int pointsEach,
            int points,
            List<Integer> quotas,
            List<Integer> available) {}

    /**
     * @param target difficulty aimed at
     * @param shared items that stand on both forms; by construction 0, shown as a check
     */
    record LevelFormsView(Level level, String label, double target, int shared, List<FormView> forms) {}

    /**
     * @param difficulty mean over the points
     * @param otherLevels items that another level's form of this sitting has too
     * @param earlier items that a form sealed for another sitting has too
     * @param mayConfirm whether the asking account may confirm the seal
     */
    record FormView(
            UUID id,
            Variant variant,
            String variantLabel,
            FormStatus status,
            String statusLabel,
            boolean inUse,
            int points,
            int count,
            double difficulty,
            List<FormSectionView> sections,
            int otherLevels,
            int earlier,
            boolean mayConfirm,
            @Nullable String digest,
            FormStepView assembled,
            @Nullable FormStepView proposed,
            @Nullable FormStepView sealed) {}

    /** @param topics items from each topic, in the blueprint's order */
    record FormSectionView(ItemType type, String title, int count, double difficulty, List<Integer> topics) {}

    record FormStepView(String by, OffsetDateTime at) {}

    /** A form as a candidate sees it. */
    record FormPreviewView(
            UUID formId, String level, String variantLabel, String statusLabel, List<PreviewSectionView> sections) {}

    record PreviewSectionView(ItemType type, String title, int pointsEach, List<PreviewItemView> items) {}

    record PreviewItemView(
            ItemVersionId id,
            String code,
            String topic,
            int difficulty,
            String stem,
            List<PreviewOptionView> options) {}

    record PreviewOptionView(String id, String text) {}

    record LevelAssemblyView(Level level, String label, boolean assembled, List<String> shortages) {}
}
