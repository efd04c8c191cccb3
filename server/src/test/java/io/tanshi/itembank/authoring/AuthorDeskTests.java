package io.tanshi.itembank.authoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tanshi.audit.Actor;
import io.tanshi.itembank.CandidateItem.Option;
import io.tanshi.itembank.ItemType;
import io.tanshi.itembank.ItemVersionId;
import io.tanshi.itembank.ItembankError;
import io.tanshi.itembank.Items;
import io.tanshi.itembank.PoolEntry;
import io.tanshi.itembank.authoring.ItemContent.Source;
import io.tanshi.itembank.authoring.ItemReading.Filter;
import io.tanshi.itembank.authoring.ItemViews.ItemHistoryRow;
import io.tanshi.itembank.authoring.ItemViews.ItemRow;
import io.tanshi.kernel.Ids;
import io.tanshi.platform.Problem;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.modulith.test.ApplicationModuleTest;

@ApplicationModuleTest(ApplicationModuleTest.BootstrapMode.ALL_DEPENDENCIES)
final class AuthorDeskTests {

    private static final Actor LIN = Actor.account(Ids.next(), "林砚");
    private static final Actor ZHAO = Actor.account(Ids.next(), "赵岑");

    @Autowired
    private AuthorDesk desk;

    @Autowired
    private ItemReading reading;

    @Autowired
    private CoverageReading coverage;

    @Autowired
    private Items items;

    @Test
    void aNewItemGetsTheNextCodeAndEntersThePoolOnceApproved() {
        ItemId id = desk.create(ItemType.SINGLE_CHOICE, "T1", content("新题一"), LIN);
        ItemRow row = row("新题一");
        assertThat(row.code()).matches("T1-S-0\\d\\d").isGreaterThan("T1-S-018");
        assertThat(inPool(row.code())).isFalse();
        desk.approve(id, latest(id), ZHAO);
        assertThat(inPool(row.code())).isTrue();
        assertThat(row("新题一").approvedNumber()).isEqualTo(1);
    }

    @Test
    void nobodyApprovesTheirOwnVersion() {
        ItemId id = desk.create(ItemType.SINGLE_CHOICE, "T2", content2("自己的题"), LIN);
        assertRefused(() -> desk.approve(id, latest(id), LIN), ItembankError.OWN_VERSION);
    }

    @Test
    void aSecondSaveOnTheSameBaseIsRefusedAndNothingIsOverwritten() {
        ItemId id = desk.create(ItemType.SINGLE_CHOICE, "T1", content("并发题"), LIN);
        ItemVersionId base = latest(id);
        desk.save(id, base, content("并发题，赵改"), ZHAO);
        assertRefused(() -> desk.save(id, base, content("并发题，林改"), LIN), ItembankError.NEWER_VERSION);
        assertThat(reading.content(latest(id)).orElseThrow().stem()).isEqualTo("并发题，赵改");
    }

    @Test
    void theSameContentAgainMakesNoVersion() {
        ItemId id = desk.create(ItemType.SINGLE_CHOICE, "T1", content("不变的题"), LIN);
        desk.save(id, latest(id), content("不变的题"), LIN);
        assertThat(reading.versions(id)).hasSize(1);
    }

    @Test
    void anEditOfAUsedVersionLeavesItAsItWas() {
        ItemId id = desk.create(ItemType.SINGLE_CHOICE, "T1", content("已入卷的题"), LIN);
        ItemVersionId used = latest(id);
        desk.approve(id, used, ZHAO);
        items.markUsed(List.of(used));
        desk.save(id, used, content("已入卷的题，改"), LIN);
        desk.approve(id, latest(id), ZHAO);
        assertThat(items.candidateItems(List.of(used)).getFirst().stem()).isEqualTo("已入卷的题");
        assertThat(reading.versions(id)).hasSize(2);
        assertThat(row("已入卷的题，改").used()).isTrue();
    }

    @Test
    void aReturnedVersionCarriesItsReason() {
        ItemId id = desk.create(ItemType.SINGLE_CHOICE, "T1", content("退回的题"), LIN);
        assertRefused(() -> desk.sendBack(id, latest(id), " ", ZHAO), ItembankError.REASON_MISSING);
        desk.sendBack(id, latest(id), "选项乙也成立", ZHAO);
        assertThat(reading.history(id)).extracting(ItemHistoryRow::reason).contains("选项乙也成立");
    }

    @Test
    void aFaultyItemIsNotStored() {
        long before = reading.list(new Filter(null, null, null, null), 0, 1).total();
        ItemContent bad =
                new ItemContent("T2.1", 2, "错", List.of(), List.of(), "", List.of(), "", new Source("", "", ""));
        assertThatThrownBy(() -> desk.create(ItemType.SINGLE_CHOICE, "T1", bad, LIN))
                .isInstanceOfSatisfying(
                        Problem.class,
                        p -> assertThat(p.fields())
                                .extracting(Problem.FieldError::field)
                                .contains("point", "options", "rationale", "source.document"));
        assertThat(reading.list(new Filter(null, null, null, null), 0, 1).total())
                .isEqualTo(before);
    }

    @Test
    void theListFindsByTopicTypeStatusAndWords() {
        assertThat(reading.list(new Filter("T4", ItemType.EXTENDED_TEXT, VersionStatus.APPROVED, null), 0, 50)
                        .items())
                .extracting(ItemRow::code)
                .containsExactly("T4-E-001", "T4-E-002", "T4-E-003", "T4-E-004");
        assertThat(reading.list(new Filter(null, null, null, "t3-m-00"), 0, 50).total())
                .isGreaterThanOrEqualTo(6);
        assertThat(reading.list(new Filter(null, null, null, "100%_"), 0, 50).total())
                .isZero();
    }

    @Test
    void retiringTakesAnItemOutOfPoolAndCoverage() {
        PoolEntry entry = items.pool().stream()
                .filter(e -> e.code().equals("T7-E-004"))
                .findFirst()
                .orElseThrow();
        ItemRow row = reading.list(new Filter(null, null, null, entry.code()), 0, 1)
                .items()
                .getFirst();
        desk.retire(row.id(), "依据的文件已废止", LIN);
        assertThat(inPool(entry.code())).isFalse();
        assertThat(coverage.coverage().topics().getLast().cells().getLast().approved())
                .isEqualTo(3);
    }

    private ItemVersionId latest(ItemId id) {
        return reading.versions(id).getFirst().id();
    }

    private ItemRow row(String stem) {
        return reading.list(new Filter(null, null, null, stem), 0, 1).items().getFirst();
    }

    private boolean inPool(String code) {
        return items.pool().stream().anyMatch(e -> e.code().equals(code));
    }

    private static void assertRefused(Runnable act, ItembankError code) {
        assertThatThrownBy(act::run)
                .isInstanceOfSatisfying(Problem.class, p -> assertThat(p.code()).isEqualTo(code));
    }

    private static ItemContent content(String stem) {
        return content(stem, "T1.1");
    }

    private static ItemContent content2(String stem) {
        return content(stem, "T2.1");
    }

    private static ItemContent content(String stem, String point) {
        return new ItemContent(
                point,
                3,
                stem,
                List.of(new Option("A", "甲"), new Option("B", "乙")),
                List.of("A"),
                "解析",
                List.of(),
                "",
                new Source("文件", "第一条", "2024"));
    }
}
