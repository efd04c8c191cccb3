package io.tanshi.itembank.authoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tanshi.audit.Actor;
import io.tanshi.itembank.ItemType;
import io.tanshi.itembank.ItembankError;
import io.tanshi.itembank.authoring.Item.Decision;
import io.tanshi.itembank.authoring.Item.Move;
import io.tanshi.itembank.authoring.VersionStatus.Verb;
import io.tanshi.kernel.Ids;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ItemTests {

    private static final Actor LIN = Actor.account(Ids.next(), "林砚");
    private static final Actor ZHAO = Actor.account(Ids.next(), "赵岑");

    private final Item item = new Item(ItemId.next(), "T1-S-001", ItemType.SINGLE_CHOICE, "T1", List.of());

    @Test
    void aDraftIsApprovedByAnotherPersonOnly() {
        Item.Version draft = item.write(LIN);
        assertThat(item.approve(draft.id(), LIN))
                .isInstanceOfSatisfying(
                        Decision.Refused.class, r -> assertThat(r.code()).isEqualTo(ItembankError.OWN_VERSION));
        assertThat(item.approve(draft.id(), ZHAO)).isInstanceOf(Decision.Done.class);
        assertThat(latestStatus()).isEqualTo(VersionStatus.APPROVED);
    }

    @Test
    void anApprovedVersionStaysInUseUntilTheNextOneIsApproved() {
        Item.Version first = item.write(LIN);
        item.approve(first.id(), ZHAO);
        Item.Version second = item.write(LIN);
        assertThat(second.number()).isEqualTo(2);
        assertThat(item.moves()).extracting(Move::to).containsExactly(VersionStatus.APPROVED);
        item.approve(second.id(), ZHAO);
        assertThat(item.moves())
                .extracting(Move::version, Move::to)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(first.id(), VersionStatus.APPROVED),
                        org.assertj.core.groups.Tuple.tuple(first.id(), VersionStatus.SUPERSEDED),
                        org.assertj.core.groups.Tuple.tuple(second.id(), VersionStatus.APPROVED));
    }

    @Test
    void aNewDraftTakesThePlaceOfTheOpenOne() {
        Item.Version first = item.write(LIN);
        item.write(ZHAO);
        assertThat(item.approve(first.id(), ZHAO))
                .isInstanceOfSatisfying(
                        Decision.Refused.class, r -> assertThat(r.code()).isEqualTo(ItembankError.NOT_OPEN));
    }

    @Test
    void aReturnedVersionIsRevisedNotApproved() {
        Item.Version draft = item.write(LIN);
        item.sendBack(draft.id(), "选项 B 也对");
        assertThat(item.approve(draft.id(), ZHAO)).isInstanceOf(Decision.Refused.class);
        assertThat(item.write(LIN).status()).isEqualTo(VersionStatus.DRAFT);
    }

    @Test
    void retiringTakesApprovedAndOpenVersionsAndHappensOnce() {
        Item.Version first = item.write(LIN);
        item.approve(first.id(), ZHAO);
        item.write(LIN);
        assertThat(item.retire("依据已废止")).isInstanceOf(Decision.Done.class);
        assertThat(item.moves()).filteredOn(m -> m.verb() == Verb.RETIRE).hasSize(2);
        assertThat(item.retire("再次")).isInstanceOf(Decision.Refused.class);
    }

    @Test
    void aVersionThatIsOverNeverMoves() {
        for (Verb verb : Verb.values()) {
            assertThatThrownBy(() -> VersionStatus.RETIRED.after(verb)).isInstanceOf(IllegalStateException.class);
            assertThatThrownBy(() -> VersionStatus.SUPERSEDED.after(verb)).isInstanceOf(IllegalStateException.class);
        }
    }

    private VersionStatus latestStatus() {
        return item.latest().orElseThrow().status();
    }
}
