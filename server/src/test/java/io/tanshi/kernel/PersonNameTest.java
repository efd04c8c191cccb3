package io.tanshi.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import io.tanshi.fixtures.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PersonNameTest {

    @ParameterizedTest
    @ValueSource(strings = {"阿卜杜拉•买买提", "阿卜杜拉．买买提", "阿卜杜拉・买买提", "阿卜杜拉.买买提", " 阿卜杜拉 · 买买提　"})
    void everyDotBecomesTheMiddleDot(String found) {
        assertThat(new PersonName(found).text()).isEqualTo("阿卜杜拉·买买提");
    }

    @Test
    void blanksInsideChineseNamesGoAndBetweenLatinWordsStay() {
        assertThat(PersonName.normalise("张　明")).isEqualTo("张明");
        assertThat(PersonName.normalise("  Anna   Maria Li ")).isEqualTo("Anna Maria Li");
        assertThat(PersonName.normalise("\u200B")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"张明, 张*", "张晓明, 张*明", "欧阳晓明, 欧**明", "𠮷田文, 𠮷*文", "李, *"})
    void publicPagesSeeTheEndsOnly(String name, String masked) {
        assertThat(new PersonName(name).masked()).isEqualTo(masked);
    }

    @Test
    void theNormalFormIsItsOwnNormalForm() {
        Property.check(seeded -> {
            String name = seeded.chineseName();
            assertThat(PersonName.normalise(name)).isEqualTo(name);
            assertThat(PersonName.normalise(PersonName.normalise("　" + name + " ")))
                    .isEqualTo(name);
            assertThat(new PersonName(name)
                            .masked()
                            .codePointCount(0, new PersonName(name).masked().length()))
                    .isEqualTo(name.codePointCount(0, name.length()));
        });
    }
}
