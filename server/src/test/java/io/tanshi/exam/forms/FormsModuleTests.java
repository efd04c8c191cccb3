package io.tanshi.exam.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tanshi.audit.Actor;
import io.tanshi.exam.ApprovedByAll;
import io.tanshi.exam.Form;
import io.tanshi.exam.FormSealed;
import io.tanshi.exam.FormStatus;
import io.tanshi.exam.Forms;
import io.tanshi.exam.Variant;
import io.tanshi.itembank.ItemVersionId;
import io.tanshi.kernel.Score;
import io.tanshi.platform.Problem;
import io.tanshi.programme.Level;
import io.tanshi.programme.SittingId;
import io.tanshi.programme.Sittings;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.modulith.test.ApplicationModuleTest.BootstrapMode;
import org.springframework.modulith.test.AssertablePublishedEvents;
import org.springframework.test.context.ActiveProfiles;

@ApplicationModuleTest(mode = BootstrapMode.ALL_DEPENDENCIES)
@ActiveProfiles("demo")
@Import(ApprovedByAll.class)
final class FormsModuleTests {

    private static final Actor ONE = Actor.account(UUID.randomUUID(), "管理员甲");
    private static final Actor OTHER = Actor.account(UUID.randomUUID(), "管理员乙");

    @Autowired
    private Sittings sittings;

    @Autowired
    private Assembling assembling;

    @Autowired
    private Sealing sealing;

    @Autowired
    private SpareForm spare;

    @Autowired
    private FormBoard board;

    @Autowired
    private FormPreview preview;

    @Autowired
    private SealInspection inspection;

    @Autowired
    private FormStore store;

    @Autowired
    private Forms forms;

    @Autowired
    private ContentDigest digest;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void twoPersonsSealAllLevelsAndTheFormsStandForGood(AssertablePublishedEvents events) {
        SittingId sitting = sitting("2026-12");
        assertThat(assembling.assemble(sitting, Arrays.asList(Level.values()), ONE))
                .hasSize(3)
                .allMatch(Assembling.LevelOutcome::assembled);
        assertThat(forms.sealed(sitting, Level.SENIOR)).isEmpty();
        sealing.propose(sitting, ONE);
        assertThatThrownBy(() -> sealing.seal(sitting, ONE)).isInstanceOf(Problem.class);
        sealing.seal(sitting, OTHER);
        assertThat(events).contains(FormSealed.class).matching(FormSealed::level, Level.SENIOR);
        Form form = forms.sealed(sitting, Level.SENIOR).orElseThrow();
        assertThat(form.variant()).isEqualTo(Variant.MAIN);
        assertThat(form.sections())
                .extracting(section -> section.items().size())
                .containsExactly(30, 10, 5);
        assertThat(form.sections().getLast().pointsEach()).isEqualTo(Score.of(10));
        assertThat(assembling.assemble(sitting, List.of(Level.SENIOR), ONE)).isEmpty();
        nothingMovesASealedForm(form);
        theSpareTakesThePlace(sitting, form);
    }

    private void nothingMovesASealedForm(Form form) {
        UUID id = form.id().value();
        assertThatThrownBy(() -> jdbc.sql("update exam.form set content_cipher = 'x' where id = :id")
                        .param("id", id)
                        .update())
                .hasMessageContaining("is sealed");
        assertThatThrownBy(() -> jdbc.sql("delete from exam.form where id = :id")
                        .param("id", id)
                        .update())
                .hasMessageContaining("is sealed");
        assertThat(jdbc.sql("select content_cipher from exam.form where id = :id")
                        .param("id", id)
                        .query(String.class)
                        .single())
                .doesNotContain(form.items().getFirst().toString())
                .doesNotContain("SINGLE_CHOICE");
    }

    private void theSpareTakesThePlace(SittingId sitting, Form main) {
        assertThat(inspection.hasSpare(sitting, Level.SENIOR)).isTrue();
        spare.exchange(sitting, Level.SENIOR, "正卷疑似泄露", ONE);
        Form used = forms.sealed(sitting, Level.SENIOR).orElseThrow();
        assertThat(used.variant()).isEqualTo(Variant.SPARE);
        assertThat(used.items()).doesNotContainAnyElementsOf(main.items());
    }

    @Test
    void aChangedItemBreaksTheSeal() {
        SittingId sitting = sitting("2027-02");
        assembling.assemble(sitting, List.of(Level.JUNIOR), ONE);
        sealing.propose(sitting, ONE);
        sealing.seal(sitting, OTHER);
        assertThat(inspection.ofFormInUse(sitting, Level.JUNIOR)).isEqualTo(SealInspection.Finding.SOUND);
        FormDossier sealed = store.ofSitting(sitting).stream()
                .filter(FormDossier::inUse)
                .findFirst()
                .orElseThrow();
        ItemVersionId item = sealed.content().items().get(7);
        tamper(item, "stem || ' '");
        assertThat(digest.of(sealed.content())).isNotEqualTo(sealed.digest());
        assertThat(inspection.ofFormInUse(sitting, Level.JUNIOR)).isEqualTo(SealInspection.Finding.BROKEN);
        assertThatThrownBy(() -> forms.sealed(sitting, Level.JUNIOR)).isInstanceOf(IllegalStateException.class);
        tamper(item, "rtrim(stem)");
        assertThat(forms.sealed(sitting, Level.JUNIOR)).isPresent();
    }

    private void tamper(ItemVersionId item, String stem) {
        jdbc.sql("update itembank.item_version set stem = " + stem + " where id = :id")
                .param("id", item.value())
                .update();
    }

    @Test
    void theDigestFollowsOrderAndPoints() {
        SittingId sitting = sitting("2027-04");
        assembling.assemble(sitting, List.of(Level.JUNIOR), ONE);
        FormContent content = store.ofSitting(sitting).getFirst().content();
        FormContent.Part first = content.parts().getFirst();
        FormContent turned = with(
                content,
                new FormContent.Part(
                        first.type(),
                        first.title(),
                        first.pointsEach(),
                        first.entries().reversed()));
        FormContent dearer = with(
                content, new FormContent.Part(first.type(), first.title(), first.pointsEach() + 1, first.entries()));
        assertThat(Set.of(digest.of(content), digest.of(turned), digest.of(dearer)))
                .hasSize(3);
        assertThat(digest.of(content)).isEqualTo(digest.of(content)).matches("[0-9a-f]{64}");
    }

    private static FormContent with(FormContent content, FormContent.Part first) {
        List<FormContent.Part> parts = new java.util.ArrayList<>(content.parts());
        parts.set(0, first);
        return new FormContent(parts);
    }

    @Test
    void theBoardShowsTheCheckOfTheBlueprintAndWhoMayConfirm() {
        SittingId sitting = sitting("2027-04");
        assembling.assemble(sitting, Arrays.asList(Level.values()), ONE);
        sealing.propose(sitting, ONE);
        var seenByOne = board.of(sittings.get(sitting), ONE);
        var seenByOther = board.of(sittings.get(sitting), OTHER);
        assertThat(seenByOne.blueprint().points()).isEqualTo(100);
        assertThat(seenByOne.levels()).allSatisfy(level -> {
            assertThat(level.shared()).isZero();
            assertThat(level.forms()).hasSize(2).allSatisfy(form -> {
                assertThat(form.points()).isEqualTo(100);
                assertThat(form.mayConfirm()).isFalse();
                assertThat(form.sections().getFirst().topics()).containsExactly(5, 4, 4, 4, 4, 5, 4);
            });
        });
        assertThat(seenByOther.levels())
                .allSatisfy(level -> assertThat(level.forms()).allMatch(FormViews.FormView::mayConfirm));
        assertThat(preview.of(store.ofSitting(sitting).getFirst().key().id(), OTHER)
                        .sections())
                .extracting(section -> section.items().size())
                .containsExactly(30, 10, 5);
        sealing.sendBack(sitting, "难度偏低", OTHER);
        assertThat(store.ofSitting(sitting)).allMatch(form -> form.status() == FormStatus.DRAFT);
    }

    @Test
    void levelsShareAsFewItemsAsTheBankAllows() {
        // Each assembly draws a beginning of its own and searches from there; one unlucky draw says nothing of the
        // search.
        SittingId sitting = sitting("2027-04");
        long fewest = LongStream.generate(() -> itemsOfSeveralLevels(sitting))
                .limit(3)
                .min()
                .orElseThrow();
        assertThat(fewest).isLessThanOrEqualTo(20);
    }

    private long itemsOfSeveralLevels(SittingId sitting) {
        assembling.assemble(sitting, Arrays.asList(Level.values()), ONE);
        Set<ItemVersionId> seen = new HashSet<>();
        return store.ofSitting(sitting).stream()
                .filter(form -> form.key().variant() == Variant.MAIN)
                .flatMap(form -> form.content().items().stream())
                .filter(item -> !seen.add(item))
                .count();
    }

    private SittingId sitting(String code) {
        return sittings.findByCode(code).orElseThrow().id();
    }
}
